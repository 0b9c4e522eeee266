/*
 * What is used of highlight.js. Its own types name the browser's document, which would make every part of the core and of
 * the shell believe that there is one; tsconfig.node.json takes these instead.
 */

/** Describes a language to the highlighter. */
export type LanguageFn = (api: HLJSApi) => unknown;

/** A highlighter with its languages. */
export interface HLJSApi {
  newInstance(): HLJSApi;
  registerLanguage(name: string, language: LanguageFn): void;
  getLanguage(name: string): unknown;
  highlight(
    code: string,
    options: { readonly language: string; readonly ignoreIllegals?: boolean },
  ): { readonly value: string };
}

declare const core: HLJSApi;
// oxlint-disable-next-line import/no-default-export -- as the library has it
export default core;
