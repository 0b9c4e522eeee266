import { SegmentBuilder } from './segmentBuilder.ts';
import type { SegmentStore } from './segmentStore.ts';
import { type PostTokens, Tokeniser } from './tokenise.ts';

/** Folded texts of a post. */
export interface FoldedPost {
  readonly title: string;
  readonly body: string;
}

/** The posts of the transaction under way, on their way into a segment; see `PostingsWriter`. */
interface PendingPosts {
  readonly put: (post: number, texts: FoldedPost | PostTokens) => void;
  readonly remove: (post: number) => void;
  /** Writes what was put and removed: one segment, unless there is very much of it or it came in no order. */
  readonly commit: () => void;
  readonly rollBack: () => void;
  /** Called when posts moved to other segments. */
  readonly forgetHomes: () => void;
}

/** Prepares writing posts as segments of a store. */
export function createPendingPosts(store: SegmentStore): PendingPosts {
  const tokenisers = { title: new Tokeniser(), body: new Tokeniser() };
  const builder = new SegmentBuilder();
  /** Posts that came after one with a higher number: added in their order at the end. */
  const late = new Map<number, FoldedPost | PostTokens>();
  const removed = new Set<number>();
  let homes: Homes | null = null;

  const flush = (): void => {
    if (removed.size > 0) markDead(store, (homes ??= loadHomes(store)), removed);
    removed.clear();
    if (builder.isEmpty()) return;
    const { id, posts } = putSegment(store, builder);
    if (homes !== null) for (const post of posts) homes.set(post, id);
  };
  const add = (post: number, texts: FoldedPost | PostTokens): void => {
    const { title, body } = texts;
    builder.add(post, {
      title: typeof title === 'string' ? tokenisers.title.tokens(title) : title,
      body: typeof body === 'string' ? tokenisers.body.tokens(body) : body,
    });
    if (builder.isFull()) flush();
  };

  return {
    put: (post, texts) => {
      if (post > builder.lastPost) add(post, texts);
      else late.set(post, texts);
    },
    remove: (post) => {
      // What was added in this transaction has to be a segment before it can be dead in it.
      if (!late.delete(post) && builder.has(post)) flush();
      removed.add(post);
    },
    commit: () => {
      flush();
      const rest = [...late].toSorted(([a], [b]) => a - b);
      late.clear();
      for (const [post, texts] of rest) add(post, texts);
      flush();
    },
    rollBack: () => {
      builder.clear();
      late.clear();
      removed.clear();
      homes = null;
    },
    forgetHomes: () => {
      homes = null;
    },
  };
}

function putSegment(
  store: SegmentStore,
  builder: SegmentBuilder,
): { readonly id: number; readonly posts: readonly number[] } {
  const id = store.nextId();
  const firstKeys: string[] = [];
  let bytes = 0;
  const added = builder.finish((block) => {
    store.putBlock({ segment: id, block: firstKeys.length }, block.posts, block.positions);
    firstKeys.push(block.firstKey);
    bytes += block.posts.length + block.positions.length;
  });
  store.putSegment(id, { firstKeys, bytes, ...added });
  return { id, posts: added.posts };
}

/** The segment that each post lives in, by row number. */
class Homes {
  #segments: Uint32Array;

  constructor(size: number) {
    this.#segments = new Uint32Array(size);
  }

  /** 0 = in none. */
  get(post: number): number {
    return this.#segments[post] ?? 0;
  }

  set(post: number, segment: number): void {
    if (post >= this.#segments.length) {
      const larger = new Uint32Array((post + 1) * 2);
      larger.set(this.#segments);
      this.#segments = larger;
    }
    this.#segments[post] = segment;
  }
}

function loadHomes(store: SegmentStore): Homes {
  const homes = new Homes(1_024);
  for (const { id, deadCount } of store.rows()) {
    for (const post of store.posts(id)) homes.set(post, id);
    if (deadCount === 0) continue;
    for (const post of store.dead(id)) if (homes.get(post) === id) homes.set(post, 0);
  }
  return homes;
}

function markDead(store: SegmentStore, homes: Homes, removed: ReadonlySet<number>): void {
  const bySegment = new Map<number, number[]>();
  for (const post of removed) {
    const home = homes.get(post);
    if (home === 0) continue;
    homes.set(post, 0);
    const posts = bySegment.get(home) ?? [];
    posts.push(post);
    bySegment.set(home, posts);
  }
  for (const [segment, posts] of bySegment) {
    const dead = new Set([...store.dead(segment), ...posts]);
    store.setDead(
      segment,
      [...dead].toSorted((a, b) => a - b),
    );
  }
}
