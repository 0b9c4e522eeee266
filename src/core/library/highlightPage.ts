import type { ListedHighlight, Pen } from '../../shared/annotations.ts';
import { linkMarkdown, markdown, markdownLines } from '../../shared/text/markdownText.ts';

/** PURE. Highlights as a page of Markdown (CommonMark) that other programs read. */

/** A highlight with the way back to it. */
export interface LinkedHighlight extends ListedHighlight {
  /** Address of the post's file (`file:`). */
  readonly fileAddress: string;
  /** Address of the original on the web; null when none is known. */
  readonly webAddress: string | null;
}

/** What the page says in the reader's language. */
export interface HighlightPageWords {
  readonly title: string;
  readonly pens: Readonly<Record<Pen, string>>;
  /** What stands at words that the post does not have any more. */
  readonly orphan: string;
  /** The text of the link to the words on the web. */
  readonly original: string;
}

/** The page, piece by piece: a heading for each post, its highlights in the order given, notes below them. */
export function* highlightsPage(
  highlights: readonly LinkedHighlight[],
  words: HighlightPageWords,
): Generator<string, void> {
  yield `# ${markdown(words.title)}\n`;
  let path: string | null = null;
  for (const highlight of highlights) {
    if (highlight.path !== path) yield headOf(highlight);
    ({ path } = highlight);
    yield passageOf(highlight, words);
  }
}

function headOf({ title, path, source, day, fileAddress }: LinkedHighlight): string {
  const facts = [source, day].filter((fact) => fact !== null).map(markdown);
  const from = facts.length === 0 ? '' : `${facts.join(' · ')}\n\n`;
  return `\n## ${linkMarkdown(title || path, fileAddress)}\n\n${from}`;
}

function passageOf(highlight: LinkedHighlight, words: HighlightPageWords): string {
  const { quote, note, pen, isOrphan, webAddress } = highlight;
  const facts = [
    markdown(words.pens[pen]),
    ...(isOrphan ? [markdown(words.orphan)] : []),
    ...(webAddress === null || isOrphan
      ? []
      : [linkMarkdown(words.original, passageAddress(webAddress, quote))]),
  ];
  const quoted = [...markdownLines(quote.trim()), '', facts.join(' · ')];
  const body = quoted.map((line) => (line === '' ? '>\n' : `> ${line}\n`)).join('');
  return note === null ? `${body}\n` : `${body}\n${markdownLines(note.trim()).join('\\\n')}\n\n`;
}

/** Longest text that a link names as a whole; of a longer one it names the beginning and the end. */
const MAX_WHOLE = 80;
/** Of how many characters. */
const EDGE = 24;

/**
 * Leads to the words on the page: a text fragment (https://wicg.github.io/scroll-to-text-fragment/), which browsers
 * that know none leave out.
 */
export function passageAddress(address: string, quote: string): string {
  const text = quote.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(text);
  const parts =
    characters.length <= MAX_WHOLE
      ? [text]
      : [characters.slice(0, EDGE).join(''), characters.slice(-EDGE).join('')];
  // A hyphen and a comma have meanings of their own there.
  const encoded = parts.map((part) => encodeURIComponent(part.trim()).replaceAll('-', '%2D'));
  const url = new URL(address);
  return `${url.href}${url.hash === '' ? '#' : ''}:~:text=${encoded.join(',')}`;
}
