import { execFileSync } from 'node:child_process';

/** PDFs as Poppler and qpdf read them, for tests of what was exported. */

/** Runs a tool and answers what it printed. */
export const run = (tool: string, ...words: readonly string[]): string =>
  execFileSync(tool, words, { encoding: 'utf8', maxBuffer: 1e9 });

/** A word of a page and where it stands, in points from the upper left corner. */
export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of each page, as `pdftotext -bbox` finds them. */
export function placedWords(file: string): readonly (readonly PlacedWord[])[] {
  const [, ...pages] = run('pdftotext', '-bbox', file, '-').split('<page ');
  return pages.map((page) => {
    const words =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu;
    return Array.from(page.matchAll(words), ([, left, top, right, bottom, text = '']) => ({
      text,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }));
  });
}

/** Text of each page without white space. */
export function pageTexts(file: string): readonly string[] {
  const pages = run('pdftotext', '-raw', file, '-').split('\f').slice(0, -1);
  return pages.map((text) => text.replaceAll(/\s+/gu, ''));
}

/** What `pdfinfo` says, by its names. */
export function pdfFacts(file: string): ReadonlyMap<string, string> {
  const lines = run('pdfinfo', '-isodates', file).trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}

/** A font of a file, as `pdffonts` lists it. */
export interface ListedFont {
  /** Without the tag of its subset. */
  readonly name: string;
  readonly type: string;
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
  readonly hasMap: boolean;
}

/** The fonts of a file. Throws for a line that is no font. */
export function listedFonts(file: string): readonly ListedFont[] {
  const lines = run('pdffonts', file).trimEnd().split('\n').slice(2);
  return lines.map((line) => {
    const found =
      /^(?:[A-Z]{6}\+)?(?<name>\S+) +(?<type>\S.*?) {2,}\S+ +(?<embedded>yes|no) +(?<subset>yes|no) +(?<map>yes|no) /u.exec(
        line,
      )?.groups;
    if (found === undefined) throw new Error(`This is no font: ${line}`);
    return {
      name: found['name'] ?? '',
      type: (found['type'] ?? '').trim(),
      isEmbedded: found['embedded'] === 'yes',
      isSubset: found['subset'] === 'yes',
      hasMap: found['map'] === 'yes',
    };
  });
}

/** An entry of the outline as qpdf reads it; level 1 is the outermost. */
export interface OutlineEntry {
  readonly level: number;
  readonly title: string;
  readonly page: number | null;
}

/** The outline, flat. */
export function outlineOf(file: string): readonly OutlineEntry[] {
  const read: unknown = JSON.parse(run('qpdf', '--json=2', '--json-key=outlines', file));
  const flat = (nodes: unknown, level: number): readonly OutlineEntry[] =>
    (Array.isArray(nodes) ? nodes : []).flatMap((node) => {
      const { title, destpageposfrom1, kids } = Object(node);
      const page = typeof destpageposfrom1 === 'number' ? destpageposfrom1 : null;
      return [{ level, title: String(title), page }, ...flat(kids, level + 1)];
    });
  return flat(Object(read).outlines, 1);
}
