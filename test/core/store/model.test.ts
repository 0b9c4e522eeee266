import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deleteIndex, openIndexReader } from '../../../src/core/store/openIndex.ts';
import type { FileRecord, IndexReader, IndexWriter } from '../../../src/core/store/storeTypes.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import { Random } from '../../support/random.ts';
import { amount, isLong, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import {
  ARCHIVE,
  openSmallWriter,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';
import { checkAnswers, checkState, checkWriter, type Look, ranked } from './checkIndex.ts';
import {
  after,
  type ArchiveState,
  manyPaths,
  marksOnPaths,
  perform,
  postsOf,
  randomRecord,
  randomStep,
  type Step,
  type StepSource,
} from './modelArchive.ts';
import { randomQuery } from './randomQueries.ts';
import type { FlavourName } from './randomTexts.ts';

/** An index in use, beside what it should hold. */
class IndexInUse {
  state: ArchiveState = new Map();
  folder = temporaryFolder();
  writer: IndexWriter = openSmallWriter(this.folder);
  reader: IndexReader = this.#openReader();

  #openReader(): IndexReader {
    const reader = openIndexReader(this.folder, ARCHIVE);
    if (reader === null) throw new Error('no index');
    return reader;
  }

  close(): void {
    this.reader.close();
    this.writer.close();
  }

  do(step: Step): void {
    perform(this.writer, step);
    this.state = after(this.state, step);
  }

  reopenReader(): void {
    this.reader.close();
    this.reader = this.#openReader();
  }

  reopenWriter(): void {
    this.writer.close();
    this.writer = openSmallWriter(this.folder);
  }

  /** The reader stays open on the file that is gone. */
  startAnew(): void {
    this.writer.close();
    deleteIndex(this.folder, ARCHIVE);
    this.state = new Map();
    this.writer = openSmallWriter(this.folder);
  }

  /** Goes on with what another process would find, were this one killed at that moment. */
  goOnIn(folder: string): void {
    this.close();
    this.folder = folder;
    this.writer = openSmallWriter(folder);
    this.reader = this.#openReader();
  }
}

/** The files of an index as they are on the disk now; the lock belongs to a process and is not copied. */
function copyIndex(folder: string): string {
  const copy = temporaryFolder();
  mkdirSync(join(copy, 'index'));
  for (const name of readdirSync(join(folder, 'index'))) {
    if (name.includes('.lock.') || name.endsWith('-shm')) continue;
    cpSync(join(folder, 'index', name), join(copy, 'index', name));
  }
  return copy;
}

/** Records of which one does something when its post is looked at. */
function withSurprise(
  random: Random,
  records: readonly FileRecord[],
  act: () => void,
): FileRecord[] {
  const chosen = random.below(records.length);
  let isDone = false;
  return records.map((each, at) => {
    if (at !== chosen) return each;
    const { stamp, problems, post } = each;
    return {
      stamp,
      problems,
      get post() {
        if (!isDone) act();
        isDone = true;
        return post;
      },
    };
  });
}

const recordsOf = (random: Random, source: StepSource): FileRecord[] =>
  Array.from({ length: 2 + random.below(source.batch) }, () => randomRecord(random, source));

/** What happens to an index besides calls that succeed. */
const EVENTS: Readonly<
  Record<string, (random: Random, use: IndexInUse, source: StepSource) => void>
> = {
  'the reader is opened anew': (_random, use) => use.reopenReader(),
  'the writer is opened anew': (_random, use) => use.reopenWriter(),
  'the index is deleted': (_random, use) => use.startAnew(),
  'the process dies between two calls': (_random, use) => use.goOnIn(copyIndex(use.folder)),
  'the process dies within a call': (random, use, source) => {
    let copy = use.folder;
    const records = withSurprise(random, recordsOf(random, source), () => {
      copy = copyIndex(use.folder);
    });
    use.writer.put(records);
    use.goOnIn(copy);
  },
  'a call fails and is undone': (random, use, source) => {
    // Front matter that holds itself cannot be stored.
    const loop: Record<string, unknown> = {};
    loop['loop'] = loop;
    const records = recordsOf(random, source);
    const broken = record('broken.md', parsedPost({ title: '国际 AI', frontMatter: loop }));
    records.splice(random.below(records.length + 1), 0, broken);
    expect(() => use.writer.put(records)).toThrow();
  },
  'something is written while a reader reads': (random, use, source) => {
    const look = lookAt(random, source, 2);
    const before = use.state;
    const step = { kind: 'put', records: recordsOf(random, source) } as const;
    use.reader.together(() => {
      checkAnswers(use.reader, before, look);
      use.do(step);
      checkState(use.reader, before, look);
    });
    const seen: string[] = [];
    const everything = request('', { filters: noFilters });
    const { total } = use.reader.search(everything, look.marks);
    use.reader.each(everything, look.marks, ({ path }) => {
      if (seen.length === 0) use.do({ kind: 'remove', paths: [...use.state.keys()].slice(0, 5) });
      seen.push(path);
    });
    expect(seen).toHaveLength(total);
  },
};

function lookAt(random: Random, { paths, flavour }: StepSource, queries: number): Look {
  return { random, marks: marksOnPaths(paths), flavour, queries };
}

const FLAVOURS: readonly FlavourName[] = ['chinese', 'mixed', 'odd', 'english', 'japanese'];

const sizes = [
  { paths: 12, batch: 5 },
  { paths: 80, batch: 30 },
  { paths: 400, batch: 200 },
] as const;

test.for(seeds(6, 40))(
  'whatever happens to an index, it answers as a plain scan of what it should hold (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  (seed) => {
    const random = new Random(seed);
    const size = sizes[seed % sizes.length] ?? sizes[0];
    const flavour = FLAVOURS[seed % FLAVOURS.length] ?? 'mixed';
    const source: StepSource = { flavour, paths: manyPaths(size.paths), batch: size.batch };
    const use = new IndexInUse();
    onTestFinished(() => use.close());
    const look = lookAt(random, source, isLong ? 8 : 3);
    const story: string[] = [];
    try {
      for (let count = 0; count < amount(30, 90); count += 1) {
        const event = random.is(0.3) ? random.pick(Object.keys(EVENTS)) : null;
        if (event === null) {
          const step = randomStep(random, use.state, source);
          story.push(step.kind);
          use.do(step);
        } else {
          story.push(event);
          EVENTS[event]?.(random, use, source);
        }
        checkState(use.reader, use.state, look);
        checkWriter(use.writer, use.state);
      }
      equalsFreshBuild(random, use, source);
    } catch (thrown) {
      throw new Error(`Seed ${seed}, after: ${story.join('; ')}`, { cause: thrown });
    }
  },
);

/** In ranked order too, which nothing but the posts themselves may decide. */
function equalsFreshBuild(random: Random, use: IndexInUse, source: StepSource): void {
  const fresh = new IndexInUse();
  try {
    const records = [...use.state.values()].toReversed();
    if (records.length > 0) fresh.do({ kind: 'put', records });
    const posts = postsOf(use.state);
    if (posts.length === 0) return;
    const { marks } = lookAt(random, source, 0);
    const queries = Array.from({ length: amount(25, 100) }, () =>
      randomQuery(random, { posts, flavour: source.flavour }),
    );
    for (const isFinished of [false, true]) {
      for (const { typed } of queries) {
        expect(ranked(use.reader, typed, marks), typed).toEqual(ranked(fresh.reader, typed, marks));
      }
      if (!isFinished) for (const each of [use, fresh]) each.do({ kind: 'finish' });
    }
  } finally {
    fresh.close();
  }
}
