/** PURE. Any text as CommonMark that shows exactly that text. */

/**
 * What is a sign anywhere in a line: of CommonMark, of the tables and strikes that most programs read besides, of formulas,
 * and of the templates (`{{ }}`) that site generators run over a page. An underscore within a word is none (6.2). Bare
 * addresses would become links in which backslashes are letters (GFM 6.9). A bracket that closes is none where those that open are none, and `\[ \]` would be a
 * formula.
 */
const SIGNS =
  /[\\`*[<~|{}$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|={2,}|:(?=\/\/)|(?<=www)\.|@(?=\w)/giu;

/** What is a sign where a line begins: headings, quotations, lists, rules and underlines of headings (4, 5). */
const LINE_START = /^(?:[#>+]|-(?=[\s-]|$)|=|:)/u;
const LIST_NUMBER = /^(\d+)(?=[.)](?:\s|$))/u;

/** One line of text: a backslash stands only before what would be read as a sign. */
export function markdown(text: string): string {
  return (
    oneLine(text)
      .replaceAll(SIGNS, (signs) => signs.replaceAll(/./gu, String.raw`\$&`))
      // A backslash of the text before a bracket, or before one of a link's own, would begin or end a formula.
      .replaceAll(/\\\\(?=\\?[[\]()]|$)/gu, '&#92;')
      // Some readers, ours among them, look for comments and instructions before they look at backslashes.
      .replaceAll(/\\<(?=[!?])/gu, '&lt;')
      .replace(LINE_START, String.raw`\$&`)
      .replace(LIST_NUMBER, '$1\\')
  );
}

/** Text of several lines, each escaped; empty lines stay empty. */
export const markdownLines = (text: string): readonly string[] =>
  text.split(/\r\n?|\n/u).map(markdown);

/** A link with a text. */
export const linkMarkdown = (text: string, address: string): string =>
  `[${markdown(text).replaceAll(']', '&#93;')}](<${addressMarkdown(address)}>)`;

function addressMarkdown(address: string): string {
  return oneLine(address).replaceAll(/[<>\\ ]/gu, encodeURIComponent);
}

/** The text without line breaks and other control characters. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
