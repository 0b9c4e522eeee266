import { RAW_NAMES } from './shownElements.ts';

/** Stands for `<` while Markdown is rendered: a code point that is no character (Unicode 16, §23.7), so no text has it. */
const SHIELD = '\uFDD0';

/** Stands for `\<` in the same way: what it comes to is only known when it is known whether it is code. */
const ESCAPED_SHIELD = '\uFDD1';

const NAMES = [...RAW_NAMES].join('|');
const OPENING = new RegExp(
  `(?<escape>(?<!\\\\)(?:\\\\\\\\){0,50}\\\\)?<(?:(?<name>${NAMES})(?=[\\s>])(?![^<>]{0,500}/>)|(?<mark>!--|\\?|!\\[CDATA\\[|![a-z]))`,
  'giu',
);
const END = new RegExp(`</(?<name>${NAMES})(?=[\\s>])`, 'giu');
/** What ends the marks that begin with `<`, in small letters; `<!doctype` and the like end with their line or the next. */
const MARK_ENDS: ReadonlyMap<string, string> = new Map([
  ['!--', '-->'],
  ['?', '?>'],
  ['![cdata[', ']]>'],
]);

/**
 * A Markdown body in which what would make all the rest HTML (CommonMark 0.31, HTML blocks, kinds 1 to 5) or raw text,
 * for it is never closed, begins with a stand-in for `<`: it is text, and what follows is Markdown.
 */
export function shieldUnclosed(body: string): string {
  if (!body.includes('<')) return body;
  const ends = new Map<string, number>();
  return body.replaceAll(OPENING, (...found) => {
    const [whole, escape, name, mark] = [found[0], found[1], found[2], found[3]];
    const slashes = typeof escape === 'string' ? escape : '';
    const at = Number(found[4]) + slashes.length;
    const isOpen =
      typeof name === 'string'
        ? at > lastEnd(body, name.toLowerCase(), ends)
        : isUnclosedMark(body, { mark: String(mark).toLowerCase(), at, ends });
    if (!isOpen) return whole;
    const shield = slashes === '' ? SHIELD : slashes.slice(0, -1) + ESCAPED_SHIELD;
    return shield + whole.slice(slashes.length + 1);
  });
}

/** Text (never code) with `<` where the stand-in for `\<` was. */
export function withEscapes(text: string): string {
  return text.replaceAll(ESCAPED_SHIELD, '<');
}

/** Rendered Markdown with `<` as text where its stand-in was, and `\<` where that was, in code and in HTML. */
export function unshielded(html: string): string {
  return html.replaceAll(SHIELD, '&lt;').replaceAll(ESCAPED_SHIELD, '\\&lt;');
}

/** Looked up once for each name. */
function lastEnd(body: string, name: string, ends: Map<string, number>): number {
  if (ends.size === 0) {
    ends.set('', 0);
    for (const { index, groups } of body.matchAll(END)) {
      ends.set(groups?.['name']?.toLowerCase() ?? '', index);
    }
  }
  return ends.get(name) ?? -1;
}

interface Mark {
  readonly mark: string;
  readonly at: number;
  readonly ends: Map<string, number>;
}

function isUnclosedMark(body: string, { mark, at, ends }: Mark): boolean {
  const end = MARK_ENDS.get(mark);
  if (end === undefined) return !/^[^<>]{0,2000}>/u.test(body.slice(at + 1, at + 2002));
  const known = ends.get(end);
  const last = known ?? body.lastIndexOf(end);
  if (known === undefined) ends.set(end, last);
  return at > last;
}
