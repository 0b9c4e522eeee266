import { BlockWriter } from './blockFormat.ts';
import { compareKeys, ListCursor } from './listCursor.ts';
import { ListPacker } from './listPacker.ts';
import { ListWriter, type PostPlaces, readPlaces, readPosts } from './postingList.ts';
import type { PostWidths } from './positions.ts';
import { readWidths } from './segmentReader.ts';
import type { SegmentStore } from './segmentStore.ts';

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
  const sources = segments
    .map((segment) => openSource(store, segment))
    .toSorted((a, b) => (a.posts[0] ?? 0) - (b.posts[0] ?? 0));
  eachKey(sources, follow(sources) ? joiner(blocks) : weaver(blocks));
  blocks.flush();
  const posts = sources.flatMap(({ posts: own }) => own).toSorted((a, b) => a - b);
  const widths = widthsOf(posts, sources);
  for (const segment of segments) store.drop(segment);
  if (posts.length > 0) store.putSegment(id, { firstKeys, posts, widths, bytes });
}

/** A segment to be merged. */
interface Source {
  /** Those that live, ascending. */
  readonly posts: readonly number[];
  /** Null when all posts of the segment live. */
  readonly dead: ReadonlySet<number> | null;
  readonly cursor: ListCursor;
}

function openSource(store: SegmentStore, segment: number): Source {
  const dead = new Set(store.dead(segment));
  const posts = store.posts(segment);
  const cursor = new ListCursor(store, segment, readWidths(store, segment));
  if (dead.size === 0) return { posts, dead: null, cursor };
  return { posts: posts.filter((post) => !dead.has(post)), dead, cursor };
}

/** True when the posts of each source are above all those of the one before, and none is dead. */
function follow(sources: readonly Source[]): boolean {
  return sources.every(({ posts, dead }, index) => {
    const before = sources[index - 1]?.posts.at(-1) ?? -1;
    return dead === null && (posts[0] ?? 0) > before;
  });
}

/** Visits the keys of all sources in their order, with the sources that have a list of it, in the order of the sources. */
function eachKey(sources: readonly Source[], visit: (having: readonly Source[]) => void): void {
  const having: Source[] = [];
  for (;;) {
    let least: ListCursor | null = null;
    having.length = 0;
    for (const source of sources) {
      const { cursor } = source;
      if (cursor.head === Number.POSITIVE_INFINITY) continue;
      const order = least === null ? -1 : compareKeys(cursor, least);
      if (order > 0) continue;
      if (order < 0) {
        least = cursor;
        having.length = 0;
      }
      having.push(source);
    }
    if (least === null) return;
    visit(having);
    for (const { cursor } of having) cursor.next();
  }
}

/** Writes lists whose posts follow one another: as bytes, most of them unread. */
function joiner(blocks: BlockWriter): (having: readonly Source[]) => void {
  const packer = new ListPacker(blocks.posts, blocks.positions);
  return (having) => {
    const cursor = having[0]?.cursor;
    if (cursor === undefined) return;
    packer.begin();
    if (having.length === 1) packer.copy(cursor);
    else for (const source of having) packer.append(source.cursor, !cursor.isSymbol);
    packer.end();
    blocks.endList(cursor.units, cursor.unitCount, packer.postCount);
  };
}

/** Writes lists post by post, leaving out the dead. */
function weaver(blocks: BlockWriter): (having: readonly Source[]) => void {
  const writer = new ListWriter();
  return (having) => {
    const cursor = having[0]?.cursor;
    if (cursor === undefined) return;
    writer.clear();
    mergeLists(
      having.map((source) => new ListSource(source)),
      writer,
    );
    const { postCount, posts, positions } = writer.list();
    if (postCount === 0) return;
    blocks.posts.append(posts);
    blocks.positions.append(positions);
    blocks.endList(cursor.units, cursor.unitCount, postCount);
  };
}

function widthsOf(posts: readonly number[], sources: readonly Source[]): readonly number[] {
  const widthByPost = new Map<number, number>();
  for (const { posts: own, cursor } of sources) {
    const { first, widths } = cursor.widths;
    for (const post of own) widthByPost.set(post, widths[post - first] ?? 1);
  }
  return posts.map((post) => widthByPost.get(post) ?? 1);
}

function readList(cursor: ListCursor): PostPlaces {
  const { postCount, postsStart, postsEnd } = cursor;
  const list = { postCount, posts: cursor.posts.subarray(postsStart, postsEnd) };
  if (cursor.isSymbol) {
    const { posts } = readPosts(list);
    return { posts, starts: new Uint32Array(posts.length + 1), places: new Int32Array(0) };
  }
  const { positions: bytes, positionsStart: start, widths } = cursor;
  return readPlaces({ ...list, positions: { bytes, start, widths } }, 0);
}

/** Goes through the living posts of a list. */
class ListSource {
  readonly #list: PostPlaces;
  readonly #dead: ReadonlySet<number> | null;
  readonly #widths: PostWidths;
  #index = -1;
  /** The post it stands at; infinite at the end. */
  post = 0;

  constructor({ cursor, dead }: Source) {
    this.#list = readList(cursor);
    this.#dead = dead;
    this.#widths = cursor.widths;
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
