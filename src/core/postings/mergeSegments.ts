import { type BlockEntry, BlockWriter, readEntries } from './blockFormat.ts';
import {
  type ListBytes,
  ListWriter,
  type PostPlaces,
  readPlaces,
  readPosts,
} from './postingList.ts';
import type { PostWidths } from './positions.ts';
import { readWidths } from './segmentReader.ts';
import type { SegmentStore } from './segmentStore.ts';
import { SYMBOL_UNIT } from './tokenKeys.ts';

/**
 * Merges segments into one, leaving out dead posts, and drops them: one pass over all of their lists in the order of
 * the keys, as in a merge of sorted runs (Knuth, The Art of Computer Programming 3, 5.4). A post lives in one segment
 * only. Belongs into one transaction.
 */
export function mergeSegments(store: SegmentStore, segments: readonly number[]): void {
  const id = store.nextId();
  const firstKeys: string[] = [];
  let bytes = 0;
  const blocks = new BlockWriter(({ firstKey, posts, positions }) => {
    store.putBlock({ segment: id, block: firstKeys.length }, posts, positions);
    firstKeys.push(firstKey);
    bytes += posts.length + positions.length;
  });
  const living = segments.map((segment) => livingPosts(store, segment));
  const cursors = living.map((own, index) => new ListCursor(store, segments[index] ?? 0, own));
  const writer = new ListWriter();
  for (;;) {
    const least = leastKey(cursors);
    if (least === null) break;
    const sources = cursors.filter(({ entry }) => entry?.key === least);
    const isSymbol = isSymbolKey(least);
    writer.clear();
    mergeLists(
      sources.map((source) => source.read(isSymbol)),
      writer,
    );
    const list = writer.list();
    if (list.postCount > 0) blocks.add(least, list);
    for (const source of sources) source.next();
  }
  blocks.flush();
  const posts = living.flatMap(({ posts: own }) => own).toSorted((a, b) => a - b);
  const widths = widthsOf(posts, living);
  for (const segment of segments) store.drop(segment);
  if (posts.length > 0) store.putSegment(id, { firstKeys, posts, widths, bytes });
}

interface LivingPosts {
  readonly posts: readonly number[];
  /** Null when all posts of the segment live. */
  readonly dead: ReadonlySet<number> | null;
  readonly widths: PostWidths;
}

function livingPosts(store: SegmentStore, segment: number): LivingPosts {
  const dead = new Set(store.dead(segment));
  const posts = store.posts(segment);
  const widths = readWidths(store, segment);
  if (dead.size === 0) return { posts, dead: null, widths };
  return { posts: posts.filter((post) => !dead.has(post)), dead, widths };
}

function widthsOf(posts: readonly number[], living: readonly LivingPosts[]): readonly number[] {
  const widthByPost = new Map<number, number>();
  for (const { posts: own, widths } of living) {
    for (const post of own) widthByPost.set(post, widths.widths[post - widths.first] ?? 1);
  }
  return posts.map((post) => widthByPost.get(post) ?? 1);
}

function isSymbolKey(key: string): boolean {
  return key.charCodeAt(1) === SYMBOL_UNIT;
}

function leastKey(cursors: readonly ListCursor[]): string | null {
  let least: string | null = null;
  for (const { entry } of cursors) {
    if (entry !== null && (least === null || entry.key < least)) least = entry.key;
  }
  return least;
}

/** Goes through the lists of a segment in the order of their keys. */
class ListCursor {
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #blockCount: number;
  readonly #dead: ReadonlySet<number> | null;
  readonly #widths: PostWidths;
  #block = -1;
  #entries: readonly BlockEntry[] = [];
  #index = 0;
  #posts = new Uint8Array(0);
  #positions = new Uint8Array(0);
  /** The list it stands at; null at the end. */
  entry: BlockEntry | null = null;

  constructor(store: SegmentStore, segment: number, living: LivingPosts) {
    this.#store = store;
    this.#segment = segment;
    this.#blockCount = store.firstKeys(segment).length;
    this.#dead = living.dead;
    this.#widths = living.widths;
    this.next();
  }

  next(): void {
    this.#index += 1;
    if (this.#index >= this.#entries.length) this.#nextBlock();
    this.entry = this.#entries[this.#index] ?? null;
  }

  /** The list it stands at, from its first living post on. */
  read(isSymbol: boolean): ListSource {
    const { postCount = 0, postsStart = 0, postsEnd = 0 } = this.entry ?? {};
    const list = { postCount, posts: this.#posts.subarray(postsStart, postsEnd) };
    const positions = {
      bytes: this.#positions,
      start: this.entry?.positionsStart ?? 0,
      widths: this.#widths,
    };
    const places = isSymbol ? withoutPlaces(list) : readPlaces({ ...list, positions }, 0);
    return new ListSource(places, { dead: this.#dead, widths: this.#widths });
  }

  #nextBlock(): void {
    this.#block += 1;
    this.#index = 0;
    this.#entries = [];
    if (this.#block >= this.#blockCount) return;
    this.#posts = Uint8Array.from(this.#store.blockPosts(this.#segment, this.#block));
    this.#positions = Uint8Array.from(this.#store.blockPositions(this.#segment, this.#block));
    this.#entries = readEntries(this.#posts);
  }
}

function withoutPlaces(list: ListBytes): PostPlaces {
  const { posts } = readPosts(list);
  return { posts, starts: new Uint32Array(posts.length + 1), places: new Int32Array(0) };
}

/** Goes through the living posts of a list. */
class ListSource {
  readonly #list: PostPlaces;
  readonly #dead: ReadonlySet<number> | null;
  readonly #widths: PostWidths;
  #index = -1;
  /** The post it stands at; infinite at the end. */
  post = 0;

  constructor(list: PostPlaces, { dead, widths }: Omit<LivingPosts, 'posts'>) {
    this.#list = list;
    this.#dead = dead;
    this.#widths = widths;
    this.next();
  }

  next(): void {
    do {
      this.#index += 1;
      this.post = this.#list.posts[this.#index] ?? Number.POSITIVE_INFINITY;
    } while (this.#dead?.has(this.post) === true);
  }

  writeTo(writer: ListWriter): void {
    const { starts, places } = this.#list;
    const end = starts[this.#index + 1] ?? 0;
    const start = starts[this.#index] ?? 0;
    writer.addPost(this.post, Math.max(1, end - start));
    const width = this.#widths.widths[this.post - this.#widths.first] ?? 1;
    writer.positions.setPost(width, -1, 0);
    writer.positions.add(places, start, end);
  }
}

/** Writes the posts of several lists in their order; a post stands in one of them only. */
function mergeLists(sources: readonly ListSource[], writer: ListWriter): void {
  for (;;) {
    let [least, second] = [sources[0], Number.POSITIVE_INFINITY];
    for (const source of sources.slice(1)) {
      if (least === undefined || source.post < least.post) {
        second = least?.post ?? second;
        least = source;
      } else if (source.post < second) {
        second = source.post;
      }
    }
    if (least === undefined || least.post === Number.POSITIVE_INFINITY) return;
    // Segments mostly hold posts of one time: long stretches come from the same list.
    while (least.post < second) {
      least.writeTo(writer);
      least.next();
    }
  }
}
