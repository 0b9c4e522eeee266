import { noFilters } from '../src/shared/defaults.ts';
import { marksOf } from '../src/core/store/marks.ts';
import { openIndexReader } from '../src/core/store/openIndex.ts';
import { openLibrary } from '../src/core/store/openLibrary.ts';
import type { IndexReader, ReaderMarks } from '../src/core/store/storeTypes.ts';
import type { StoredArchive } from '../src/core/store/archives.ts';
import { percentile, row, timeMs, type Row } from './measure.ts';
import { below, seededRandom, type Random } from './random.ts';

/** What is searched. */
export interface SearchPlace {
  readonly archive: StoredArchive;
  readonly dataFolder: string;
  readonly posts: number;
  readonly seed: number;
  /** Texts that queries are drawn from and that the scan reads. */
  readonly texts: readonly string[];
}

const QUERIES = 60;
const SCANS = 8;

/** Search times for queries drawn from the texts, beside a scan of texts already in memory (no index, no ranking). */
export function measureSearch(place: SearchPlace): readonly Row[] {
  const { archive, dataFolder, posts, seed } = place;
  const library = openLibrary(dataFolder);
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) throw new Error('The benchmark has no index to search.');
  try {
    const marks = marksOf(library, archive.id);
    const opening = timeMs(() => search(reader, marks, ''));
    const rows = [1, 2, 3, 4, 8].flatMap((length) =>
      queryRows({ ...place, reader, marks, length, random: seededRandom(seed + length) }),
    );
    const open = {
      name: 'first page of all posts, cold reader',
      posts,
      value: opening,
      unit: 'ms',
      baseline: null,
    };
    return [row(open), ...rows];
  } finally {
    reader.close();
    library.close();
  }
}

function search(reader: IndexReader, marks: ReaderMarks, text: string): void {
  reader.search({ text, filters: noFilters, sort: 'relevance', offset: 0, limit: 50 }, marks);
}

interface LengthPlace extends SearchPlace {
  readonly reader: IndexReader;
  readonly marks: ReaderMarks;
  readonly length: number;
  readonly random: Random;
}

function queryRows({ reader, marks, length, random, texts, posts }: LengthPlace): readonly Row[] {
  const queries = Array.from({ length: QUERIES }, () => drawQuery(texts, length, random));
  const samples = queries.map((text) => timeMs(() => search(reader, marks, text)));
  // The scan reads a sample of the texts; its time grows with their number.
  const share = posts / Math.max(1, texts.length);
  const scans = queries
    .slice(0, SCANS)
    .map((text) => share * timeMs(() => texts.filter((each) => each.includes(text))));
  const scan = percentile(scans, 0.5);
  const name = `search, ${length} Han character${length === 1 ? '' : 's'}: ranked first 50, total, facets`;
  return [0.5, 0.95].map((part) =>
    row({
      name: `${name}, p${part * 100}`,
      posts,
      value: percentile(samples, part),
      unit: 'ms',
      baseline: scan,
    }),
  );
}

/** A run of Han characters of the wanted length from a random place of a random text. */
function drawQuery(texts: readonly string[], length: number, random: Random): string {
  for (;;) {
    const text = texts[below(random, texts.length)] ?? '';
    const start = below(random, Math.max(1, text.length - length));
    const piece = text.slice(start, start + length);
    if (piece.length === length && /^\p{Script=Han}+$/u.test(piece)) return piece;
  }
}
