/** PURE. Any text as CommonMark that shows exactly that text. */

/** One line of text. Every ASCII punctuation character may be escaped (CommonMark 2.4); escaping all of them needs no context. */
export function markdown(text: string): string {
  return oneLine(text).replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/** Text of several lines, each escaped; empty lines stay empty. */
export const markdownLines = (text: string): readonly string[] =>
  text.split(/\r\n?|\n/u).map(markdown);

/** A link with a text. */
export const linkMarkdown = (text: string, address: string): string =>
  `[${markdown(text)}](<${addressMarkdown(address)}>)`;

function addressMarkdown(address: string): string {
  return oneLine(address).replaceAll(/[<>\\ ]/gu, encodeURIComponent);
}

/** The text without line breaks and other control characters. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
