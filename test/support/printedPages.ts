import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A page as Poppler draws it. */
export interface PrintedPage {
  /** Share of the page between the last thing drawn on it and its lower margin; the foot left out. */
  readonly whiteBelow: number;
  /** Share of the page that the highest thing without a white row in it takes: a picture, where there is one. */
  readonly longestInk: number;
}

const DOTS = 36;

/** Share of an A4 page with margins of 20 mm: what stands above and below is head and foot. */
const MARGIN = 20 / 297;

/** Draws all pages of an A4 PDF with usual margins, from the first. */
export function printedPages(file: string): readonly PrintedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pages-'));
  try {
    execFileSync('pdftoppm', ['-r', String(DOTS), '-gray', file, join(folder, 'page')]);
    return readdirSync(folder)
      .toSorted()
      .map((name) => readPage(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A binary greymap: `P5`, width, height, the largest value, then a byte a dot. */
function readPage(bytes: Buffer): PrintedPage {
  const head = /^P5\s(?<width>\d+)\s(?<height>\d+)\s255\s/u.exec(bytes.toString('latin1', 0, 40));
  if (head?.groups === undefined) throw new Error('Poppler drew something else than a greymap.');
  const width = Number(head.groups['width']);
  const rows = Number(head.groups['height']);
  const dots = bytes.subarray(head[0].length);
  const [first, last] = [Math.ceil(rows * MARGIN), Math.floor(rows * (1 - MARGIN))];
  const isInked = (row: number): boolean =>
    row >= first &&
    row < last &&
    dots.subarray(row * width, (row + 1) * width).some((dot) => dot < 200);
  let lowest = last;
  while (lowest > first && !isInked(lowest - 1)) lowest -= 1;
  let [longest, run] = [0, 0];
  for (let row = first; row < last; row += 1) {
    run = isInked(row) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return { whiteBelow: (last - lowest) / rows, longestInk: longest / rows };
}
