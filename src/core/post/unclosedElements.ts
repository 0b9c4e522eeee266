import { Parser } from 'htmlparser2';
import { FURNITURE } from './mainContent.ts';
import { DROPPED_NAMES, isHidden, MAX_OPEN, RAW_NAMES, TooDeepError } from './shownElements.ts';
import { SILENT_NAMES } from './visibleText.ts';

/**
 * What the HTML is: made of Markdown, where a tag without an end is a word that somebody wrote (`use the <title> tag`),
 * a fragment of HTML, or a whole page.
 */
export type MarkupKind = 'markdown' | 'fragment' | 'page';

/** What whole pages lose around their content. */
const PAGE_PARTS: ReadonlySet<string> = new Set([...FURNITURE, 'header', 'footer']);
/** Elements whose content is not shown and that are closed by their end tag only; those read raw are another matter. */
const SWALLOWING: ReadonlySet<string> = new Set(
  [...DROPPED_NAMES, ...SILENT_NAMES, ...PAGE_PARTS, 'head'].filter((name) => !RAW_NAMES.has(name)),
);
/** Elements that may be left unclosed: a hidden one of them is closed by the next. */
const CLOSED_BY_OTHERS = new Set(
  'p li dt dd td th tr thead tbody tfoot option optgroup rt rp rtc colgroup'.split(' '),
);

const names = (set: ReadonlySet<string>): string => [...set].join('|');
const RAW_MARK = new RegExp(
  `<(?:(?<name>${names(RAW_NAMES)})(?=[\\s/>])|(?<comment>!--)|(?=[a-z/!?]))`,
  'giu',
);
const RAW_END = new RegExp(`</(?<name>${names(RAW_NAMES)})(?=[\\s/>])`, 'giu');
const SWALLOWING_TAG = new RegExp(`<(?<end>/?)(?<name>${names(SWALLOWING)})(?=[\\s/>])`, 'giu');
const HIDING = /\shidden[\s=>/]|display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/iu;
const PLAYED = /^<(?:audio|video)\s[^>]*\bsrc=/iu;
/** Where the code of a script without an end is taken to be over. */
const CODE_END =
  /\n[ \t]*\r?\n|<\/?(?:p|div|h[1-6]|[uo]l|li|table|blockquote|section|article|main|header|footer|nav|pre|figure|title|meta|link|script|style|head|body|html)(?=[\s/>])/giu;
/** Characters of a tag that are looked at for its end. */
const MAX_TAG = 2000;

/**
 * The same HTML without what would hide all that follows: comments, tags and elements whose content is not shown (or is
 * read raw) that are never closed. In Markdown their marks become text; in HTML the tag leaves and its content stays,
 * but for the code of a script, which leaves up to the next block. The result is as unsafe as what it was made of. Its
 * time grows with the length only.
 *
 * @throws {TooDeepError} when elements are opened without end.
 */
export function withoutUnclosed(html: string, kind: MarkupKind): string {
  return withoutOpenElements(withoutOpenMarks(html, kind), kind);
}

/** A stretch that something else takes the place of. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function withoutOpenMarks(html: string, kind: MarkupKind): string {
  const changes: Change[] = [];
  const ends = lastEnds(html);
  const marks = new RegExp(RAW_MARK);
  for (let mark = marks.exec(html); mark !== null; mark = marks.exec(html)) {
    const start = mark.index;
    const name = mark.groups?.['name']?.toLowerCase();
    if (start > ends.tag) changes.push(asText(start));
    else if (name !== undefined) {
      if (start < (ends.names.get(name) ?? -1)) continue;
      const change = changeOf(html, { name, start, kind });
      if (change === null) continue;
      changes.push(change);
      marks.lastIndex = Math.max(change.end, marks.lastIndex);
    } else if (mark.groups?.['comment'] !== undefined && start > ends.comment) {
      changes.push(asText(start));
    }
  }
  return withChanges(html, changes);
}

interface LastEnds {
  /** The last `>`. */
  readonly tag: number;
  /** The last end of a comment. */
  readonly comment: number;
  /** The last end tags of elements that are read raw, by name. */
  readonly names: ReadonlyMap<string, number>;
}

function lastEnds(html: string): LastEnds {
  const found = new Map<string, number>();
  for (const { index, groups } of html.matchAll(RAW_END)) {
    found.set(groups?.['name']?.toLowerCase() ?? '', index);
  }
  return {
    tag: html.lastIndexOf('>'),
    comment: Math.max(html.lastIndexOf('-->'), html.lastIndexOf('--!>')),
    names: found,
  };
}

interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly kind: MarkupKind;
}

/** Null for what may stay as it is. */
function changeOf(html: string, { name, start, kind }: OpenElement): Change | null {
  const tag = /^<[^>]*>/u.exec(html.slice(start, start + MAX_TAG))?.[0];
  if (tag === undefined) return asText(start);
  const end = start + tag.length;
  // `<iframe … />`, as people write it.
  if (tag.endsWith('/>')) return { start, end, text: '' };
  if (kind === 'markdown') return asText(start);
  if (name === 'xmp' || name === 'plaintext') return null;
  if (name === 'script' || name === 'style') return { start, end: codeEnd(html, end), text: '' };
  if (name !== 'title' || kind !== 'page') return { start, end, text: '' };
  const next = html.indexOf('<', end);
  const titleEnd = next === -1 ? html.length : next;
  return { start, end: titleEnd, text: `${html.slice(start, titleEnd)}</title>` };
}

function codeEnd(html: string, from: number): number {
  const ends = new RegExp(CODE_END);
  ends.lastIndex = from;
  return ends.exec(html)?.index ?? html.length;
}

function asText(start: number): Change {
  return { start, end: start + 1, text: '&lt;' };
}

function withChanges(html: string, changes: readonly Change[]): string {
  if (changes.length === 0) return html;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text } of changes) {
    parts.push(html.slice(from, start), text);
    from = end;
  }
  return parts.join('') + html.slice(from);
}

/** Elements that hold others have to be parsed for their ends; most posts hold none that could lack one. */
function withoutOpenElements(html: string, kind: MarkupKind): string {
  if (!mayHoldOpen(html, kind)) return html;
  const changes = openElements(html, kind).map(({ start, end }): Change => {
    const tag = html.slice(start, end);
    // A film without an end is shown where it stands.
    if (PLAYED.test(tag))
      return { start: end, end, text: /^<a/iu.test(tag) ? '</audio>' : '</video>' };
    return kind === 'markdown' && !tag.endsWith('/>') ? asText(start) : { start, end, text: '' };
  });
  return withChanges(html, changes);
}

function mayHoldOpen(html: string, kind: MarkupKind): boolean {
  if (HIDING.test(html)) return true;
  const counts = new Map<string, number>();
  for (const { groups } of html.matchAll(SWALLOWING_TAG)) {
    const name = groups?.['name']?.toLowerCase() ?? '';
    if (!isSwallower(name, kind)) continue;
    counts.set(name, (counts.get(name) ?? 0) + (groups?.['end'] === '/' ? -1 : 1));
  }
  return [...counts.values()].some((count) => count !== 0);
}

/** The parts around the content are left out of whole pages only. */
function isSwallower(name: string, kind: MarkupKind): boolean {
  return SWALLOWING.has(name) && (kind === 'page' || !PAGE_PARTS.has(name));
}

interface Tag {
  readonly start: number;
  /** Behind its `>`. */
  readonly end: number;
  /** Whether all that it holds is left out. */
  readonly isSwallowing: boolean;
}

/** The tags of elements that hide what they hold and are closed by something else than their end tag. */
function openElements(html: string, kind: MarkupKind): readonly Tag[] {
  const open: Tag[] = [];
  const found: Tag[] = [];
  const hasBody = /<body[\s>]/iu.test(html);
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length > MAX_OPEN) throw new TooDeepError('Elements are nested too deep.');
      const isSwallowing =
        (isSwallower(name, kind) && !(name === 'head' && hasBody)) ||
        (isHidden(name, attributes) && !CLOSED_BY_OTHERS.has(name));
      open.push({ start: parser.startIndex, end: parser.endIndex + 1, isSwallowing });
    },
    onclosetag(_name, isImplied) {
      const tag = open.pop();
      // What its own tag closes (`<br>`, `<svg/>`) holds nothing.
      if (tag?.isSwallowing === true && isImplied && parser.endIndex + 1 !== tag.end)
        found.push(tag);
    },
  });
  parser.end(html);
  return found.toSorted((one, other) => one.start - other.start);
}
