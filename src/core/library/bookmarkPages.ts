import { linkMarkdown, markdown, oneLine } from '../../shared/text/markdownText.ts';

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
  /** The reader's own labels. */
  readonly labels: readonly string[];
  /** The reader's note on the post; null = none. */
  readonly note: string | null;
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

function linkHtml({ title, address, createdAt, tags, labels, note }: ListedBookmark): string {
  const added = Math.floor(Date.parse(createdAt) / 1_000);
  // The reader's own come first; browsers cut long lists.
  const all = [...new Set([...labels, ...tags])];
  const named = all.length === 0 ? '' : ` TAGS="${html(all.join(','))}"`;
  const link = `<DT><A HREF="${html(address ?? '#')}" ADD_DATE="${added}"${named}>${html(title)}</A>`;
  return note === null ? link : `${link}\n        <DD>${html(note)}`;
}

function lineMarkdown({ title, address, day, source, labels, note }: ListedBookmark): string {
  const link = address === null ? markdown(title) : linkMarkdown(title, address);
  const facts = [day, source, ...labels.map((label) => `#${label}`)]
    .filter((fact) => fact !== null)
    .map(markdown);
  const line = `- ${link}${facts.length === 0 ? '' : ` · ${facts.join(' · ')}`}`;
  if (note === null) return line;
  const lines = note.split(/\r?\n/u).map((each) => `  > ${markdown(each)}`.trimEnd());
  return [line, '', ...lines, ''].join('\n');
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
