import type { LanguageFn } from './highlighter.d.ts';

/** A language of highlight.js; see highlighter.d.ts. */
declare const language: LanguageFn;
// oxlint-disable-next-line import/no-default-export -- as the library has it
export default language;
