/** PURE. Which files are posts by their names: the one list of endings. */

/** How a post is written, by the ending of its file. */
type PostFormat = 'markdown' | 'html' | 'text';

/**
 * The endings of posts, without the dot: those that linguist, pandoc, Jekyll, Hexo and Hugo take for Markdown, with its
 * kinds for components (MDX) and calculations (Quarto, R Markdown); HTML and XHTML; plain text.
 */
const POST_ENDINGS: Readonly<Record<PostFormat, readonly string[]>> = {
  markdown: 'md markdown mdown mdwn mkdn mkd markdn mdx qmd rmd'.split(' '),
  html: 'html htm xhtml xht'.split(' '),
  text: 'txt text'.split(' '),
};

const ALL = [...POST_ENDINGS.markdown, ...POST_ENDINGS.html, ...POST_ENDINGS.text];
const ENDING = new RegExp(String.raw`\.(?:${ALL.join('|')})$`, 'iu');
const HTML = new RegExp(String.raw`\.(?:${POST_ENDINGS.html.join('|')})$`, 'iu');
const TEXT = new RegExp(String.raw`\.(?:${POST_ENDINGS.text.join('|')})$`, 'iu');

/** Whether a name ends as those of posts do, in any letter case. */
export function hasPostEnding(name: string): boolean {
  return ENDING.test(name);
}

/** A name or path without the ending of a post; one with another ending stays as it is. */
export function withoutPostEnding(name: string): string {
  return name.replace(ENDING, '');
}

/** How the post at a path is written; Markdown where the ending says nothing else. */
export function postFormatOf(path: string): PostFormat {
  if (HTML.test(path)) return 'html';
  return TEXT.test(path) ? 'text' : 'markdown';
}
