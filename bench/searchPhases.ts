import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { marksOf } from '../src/core/store/marks.ts';
import { openIndexReader } from '../src/core/store/openIndex.ts';
import { openLibrary } from '../src/core/store/openLibrary.ts';
import type { IndexReader, ReaderMarks } from '../src/core/store/storeTypes.ts';
import { noFilters } from '../src/shared/defaults.ts';
import type { PostPage } from '../src/shared/searchModel.ts';
import type { IndexPlace } from './indexPhases.ts';
import { median, timeMs } from './measure.ts';
import type { Phase } from './phase.ts';
import type { Query, QueryClass } from './queries.ts';

/** What to search and how thoroughly. */
export interface SearchInput extends IndexPlace {
  readonly classes: readonly QueryClass[];
  readonly rounds: number;
  /** No further query of a kind once so much time went into it, in milliseconds. */
  readonly budgetMs: number;
}

/** Times of the searches of one kind, in milliseconds. */
export interface ClassTimes {
  readonly name: string;
  /** One for each query: the median of its rounds. */
  readonly samples: readonly number[];
  /** Processor time of the same searches: what a busy machine disturbs least. */
  readonly cpuSamples: readonly number[];
  /** The same query asked again at once. */
  readonly repeats: readonly number[];
  /** Posts found, median. */
  readonly total: number;
}

/** What searching took. */
export interface SearchTimes {
  /** From nothing open to the first page of all posts, in milliseconds. */
  readonly firstPageMs: number;
  readonly classes: readonly ClassTimes[];
  /** Memory of the process at the end of a round, in bytes. */
  readonly residentBytes: number;
}

/** Fewest queries of a kind, whatever they take. */
const LEAST_QUERIES = 25;
/** Searches before a round is measured, so that the database's own pages are at hand. */
const WARM_UP = 12;

/**
 * Every query as a first page: 50 rows ranked, with snippets, exact total and all facets. Each round has a reader of its
 * own, so that no query was ever asked before; the kinds take turns, so that a busy moment of the machine hits them all.
 */
export const searchPhase: Phase<SearchInput, SearchTimes> = {
  name: 'search',
  run: (input) => {
    const { archive, dataFolder, classes } = input;
    const library = openLibrary(dataFolder);
    const marks = marksOf(library, archive.id);
    const timers = classes.map((one) => new ClassTimer(one));
    let firstPageMs = Number.POSITIVE_INFINITY;
    for (let round = 0; round < input.rounds; round += 1) {
      const startedAt = performance.now();
      const reader = openReader(input);
      firstPage(reader, marks, ALL_POSTS);
      firstPageMs = round === 0 ? performance.now() - startedAt : firstPageMs;
      warmUp(reader, marks, classes);
      const longest = Math.max(0, ...classes.map(({ queries }) => queries.length));
      for (let at = 0; at < longest; at += 1) {
        for (const timer of timers)
          timer.measure(at, input.budgetMs, (query) => firstPage(reader, marks, query));
      }
      reader.close();
    }
    library.close();
    return {
      firstPageMs,
      classes: timers.map((timer) => timer.times()),
      residentBytes: process.memoryUsage.rss(),
    };
  },
};

const ALL_POSTS: Query = { text: '', sources: [], from: null, to: null };

/** Warms up with the last queries' own beginnings: words, but not the queries. */
function warmUp(reader: IndexReader, marks: ReaderMarks, classes: readonly QueryClass[]): void {
  for (const { queries } of classes) {
    for (const { text } of queries.slice(-WARM_UP)) {
      firstPage(reader, marks, { ...ALL_POSTS, text: `${text.slice(0, 2)}潮` });
    }
  }
}

class ClassTimer {
  readonly #class: QueryClass;
  readonly #samples: number[][] = [];
  readonly #cpuSamples: number[][] = [];
  readonly #repeats: number[][] = [];
  readonly #totals: number[] = [];
  #spentMs = 0;

  constructor(one: QueryClass) {
    this.#class = one;
  }

  measure(at: number, budgetMs: number, search: (query: Query) => PostPage): void {
    const query = this.#class.queries[at];
    const isOver =
      this.#spentMs > budgetMs && (at >= LEAST_QUERIES || this.#samples.length > LEAST_QUERIES);
    if (query === undefined || isOver) return;
    const before = process.cpuUsage();
    const spent = timeMs(() => this.#totals.push(search(query).total));
    const { user, system } = process.cpuUsage(before);
    const again = timeMs(() => search(query));
    (this.#samples[at] ??= []).push(spent);
    (this.#cpuSamples[at] ??= []).push((user + system) / 1_000);
    (this.#repeats[at] ??= []).push(again);
    this.#spentMs += spent + again;
  }

  times(): ClassTimes {
    return {
      name: this.#class.name,
      samples: this.#samples.map(median),
      cpuSamples: this.#cpuSamples.map(median),
      repeats: this.#repeats.map(median),
      total: median(this.#totals),
    };
  }
}

/** Searches with pauses between, as someone who types, until a file appears (null: until all queries were asked). */
export interface PacedInput extends IndexPlace {
  readonly queries: readonly Query[];
  readonly pauseMs: number;
  readonly untilFile: string | null;
}

/** Times of searches with pauses between, in milliseconds. */
export const pacedSearchPhase: Phase<PacedInput, readonly number[]> = {
  name: 'pacedSearch',
  run: async (input) => {
    const { archive, dataFolder, queries, pauseMs, untilFile } = input;
    const library = openLibrary(dataFolder);
    const marks = marksOf(library, archive.id);
    const reader = openReader(input);
    for (const query of queries.slice(0, WARM_UP)) firstPage(reader, marks, query);
    const samples: number[] = [];
    for (let at = WARM_UP; ; at += 1) {
      const query = queries[at % queries.length];
      if (query === undefined) break;
      if (untilFile === null ? at >= queries.length : existsSync(untilFile)) break;
      samples.push(timeMs(() => firstPage(reader, marks, query)));
      await sleep(pauseMs);
    }
    reader.close();
    library.close();
    return samples;
  },
};

/** The posts that some searches find, as paths. */
export const answersPhase: Phase<
  IndexPlace & { readonly queries: readonly string[] },
  readonly (readonly string[])[]
> = {
  name: 'answers',
  run: ({ queries, ...place }) => {
    const library = openLibrary(place.dataFolder);
    const marks = marksOf(library, place.archive.id);
    const reader = openReader(place);
    const paths = queries.map((text) =>
      reader
        .ids({ text, filters: noFilters, sort: 'newest' }, marks)
        .flatMap((id) => reader.rowById(id)?.path ?? []),
    );
    reader.close();
    library.close();
    return paths;
  },
};

function openReader({ archive, dataFolder }: IndexPlace): IndexReader {
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) throw new Error('There is no index to search.');
  return reader;
}

function firstPage(reader: IndexReader, marks: ReaderMarks, query: Query): PostPage {
  const { text, sources, from, to } = query;
  const filters = { ...noFilters, sources, from, to };
  return reader.search({ text, filters, sort: 'relevance', offset: 0, limit: 50 }, marks);
}
