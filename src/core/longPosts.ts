import type { Passage, PostPart } from '../shared/model.ts';
import { parseQuery } from '../shared/query/parseQuery.ts';
import { placeOfPassage } from '../shared/anchoring/keptPassage.ts';
import { countVisible } from '../shared/anchoring/visibleText.ts';
import { findPreparedRanges, prepareTerm } from '../shared/text/matchText.ts';
import { createArchiveReader, failureOf } from './archiveFiles.ts';
import { renderPlainText } from './post/renderPost.ts';
import { partOfPlace, textPart } from './post/textParts.ts';
import type { RenderedFile } from './renderStored.ts';
import type { StoredPost } from './store/storeTypes.ts';

/** Which part of a long post is wanted. */
export interface WantedPart {
  /** From 0; missing = the one with the first hit, else the one that the reader left. */
  readonly part?: number | undefined;
  /** A query whose first hit from `part` on is looked for. */
  readonly find?: { readonly text: string; readonly foldsVariants: boolean } | undefined;
}

/** A part of a long post as HTML, from its indexed text: its file is not read, however large it is. */
export interface RenderedPart extends RenderedFile {
  readonly part: PostPart;
  /** How far the part was read, 0 to 1. */
  readonly position: number;
  /** The words it was left at; null = unknown, or in another part. */
  readonly passage: Passage | null;
}

/** Texts are searched in stretches of this length, so that a hit near the beginning is found at once. */
const STRETCH = 400_000;
/** A hit across two stretches is found in the second one when it is no longer than that. */
const OVERLAP = 1_000;

/** Where a long post was left: the share of the whole that was read, 0 to 1, and the words there. */
interface LeftAt {
  readonly folder: string;
  readonly position: number;
  readonly passage: Passage | null;
}

/** Renders one part of a long post. Never throws. */
export async function renderPart(
  stored: StoredPost,
  { part: from, find }: WantedPart,
  { folder, position, passage }: LeftAt,
): Promise<RenderedPart> {
  const { text } = stored;
  const hit = find === undefined ? null : firstHit(text, from ?? 0, find);
  const { count } = textPart(text, 0);
  const left = position * count;
  const leftIn = partLeft(text, passage, left) ?? Math.floor(left);
  const index = hit === null ? (from ?? leftIn) : partOfPlace(text, hit);
  const found = textPart(text, index);
  const isWhereLeft = found.index === leftIn;
  return {
    ...renderPlainText(text.slice(found.start, found.end)),
    isFilePresent: await isThere(stored, folder),
    part: {
      index: found.index,
      count,
      start: countVisible(text.slice(0, found.start)),
      isHitFound: find === undefined ? null : hit !== null,
    },
    position: isWhereLeft && leftIn === Math.floor(left) ? left - found.index : 0,
    passage: isWhereLeft ? passage : null,
  };
}

/** The part that holds the words at which a post was left, looking outwards from the one of the share; null = none does. */
function partLeft(text: string, passage: Passage | null, left: number): number | null {
  if (passage === null) return null;
  const { count } = textPart(text, 0);
  const middle = Math.min(count - 1, Math.floor(left));
  const parts = Array.from({ length: count }, (_, index) => index).toSorted(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
  );
  const found = parts.find((index) => {
    const { start, end } = textPart(text, index);
    return placeOfPassage(text.slice(start, end), passage, left - middle) !== null;
  });
  return found ?? null;
}

/** Where the first hit of a query stands, looking from a part on; null when there is none. */
function firstHit(
  text: string,
  from: number,
  { text: query, foldsVariants }: NonNullable<WantedPart['find']>,
): number | null {
  const terms = parseQuery(query, { keepsVariants: !foldsVariants }).terms.map(prepareTerm);
  if (terms.length === 0) return null;
  for (let start = textPart(text, from).start; start < text.length; start += STRETCH) {
    const before = Math.max(0, start - OVERLAP);
    const ranges = findPreparedRanges(text.slice(before, start + STRETCH), terms);
    // What stands wholly before was looked at already, or belongs to the part before.
    const range = ranges.find(([, end]) => before + end > start);
    if (range !== undefined) return before + range[0];
  }
  return null;
}

/** Whether the file can be opened; nothing of it is read. */
async function isThere({ path, pathHex }: StoredPost, folder: string): Promise<boolean> {
  return createArchiveReader(folder, 0)
    .read(path, pathHex ?? undefined)
    .then(
      () => true,
      (error: unknown) => failureOf(error).reason === 'too-large',
    );
}
