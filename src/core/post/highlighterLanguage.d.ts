import type { LanguageFn } from './highlighter.d.ts';

/** A language of highlight.js; see highlighter.d.ts. */
declare const language: LanguageFn;
export default language;
