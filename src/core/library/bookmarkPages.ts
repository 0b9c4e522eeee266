/** PURE. Bookmarks as pages that other programs read. */

/** A bookmark to be listed. */
export interface ListedBookmark {
  readonly title: string;
  /** The post's address on the web, else that of its file; null when neither is known. */
  readonly address: string | null;
  readonly source: string | null;
  readonly day: string | null;
  /** ISO instant. */
  readonly createdAt: string;
  readonly tags: readonly string[];
}

/** The bookmarks of one archive, in the order to be listed. */
export interface BookmarkFolder {
  readonly name: string;
  readonly bookmarks: readonly ListedBookmark[];
}

/**
 * The bookmark file of Netscape, which every browser imports
 * (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)):
 * a heading for each archive, a link for each bookmark. One without an address is left out of what browsers can use, so
 * it stands as a link to nothing with its title.
 */
export function* bookmarksHtml(folders: readonly BookmarkFolder[]): Generator<string, void> {
  yield '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n';
  yield '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n';
  yield '<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n';
  for (const { name, bookmarks } of folders) {
    yield `    <DT><H3>${html(name)}</H3>\n    <DL><p>\n`;
    for (const bookmark of bookmarks) yield `        ${linkHtml(bookmark)}\n`;
    yield '    </DL><p>\n';
  }
  yield '</DL><p>\n';
}

/** A Markdown page (CommonMark): a heading for each archive, a list of links with day and source. */
export function* bookmarksMarkdown(folders: readonly BookmarkFolder[]): Generator<string, void> {
  yield '# Bookmarks\n';
  for (const { name, bookmarks } of folders) {
    yield `\n## ${markdown(name)}\n\n`;
    for (const bookmark of bookmarks) yield `${lineMarkdown(bookmark)}\n`;
  }
}

function linkHtml({ title, address, createdAt, tags }: ListedBookmark): string {
  const added = Math.floor(Date.parse(createdAt) / 1_000);
  const labels = tags.length === 0 ? '' : ` TAGS="${html(tags.join(','))}"`;
  return `<DT><A HREF="${html(address ?? '#')}" ADD_DATE="${added}"${labels}>${html(title)}</A>`;
}

function lineMarkdown({ title, address, day, source }: ListedBookmark): string {
  const text = markdown(title);
  const link = address === null ? text : `[${text}](<${addressMarkdown(address)}>)`;
  const facts = [day, source].filter((fact) => fact !== null).map(markdown);
  return `- ${link}${facts.length === 0 ? '' : ` · ${facts.join(' · ')}`}`;
}

const HTML_NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function html(text: string): string {
  return oneLine(text).replaceAll(/[&<>"]/gu, (character) => HTML_NAMES[character] ?? '');
}

/** Every ASCII punctuation character may be escaped (CommonMark 2.4); escaping all of them needs no context. */
function markdown(text: string): string {
  return oneLine(text).replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&');
}

function addressMarkdown(address: string): string {
  return oneLine(address).replaceAll(/[<>\\ ]/gu, encodeURIComponent);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
