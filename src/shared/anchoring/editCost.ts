/*
 * Edit distances (insertions, deletions, replacements, each of one UTF-16 unit) by Myers' bit-parallel algorithm in
 * blocks: G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", J. ACM
 * 46 (1999), with the blocks of H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
 * (2003). A column of the table costs one step for every 32 units of the pattern.
 */

/** A pattern made ready. */
export interface Pattern {
  readonly length: number;
  /** For each unit that occurs, the places where it does, 32 a number. */
  readonly places: ReadonlyMap<number, Int32Array>;
  readonly blocks: number;
}

const WORD = 32;

/** Makes a pattern ready. */
export function patternOf(text: string): Pattern {
  const blocks = Math.max(1, Math.ceil(text.length / WORD));
  const places = new Map<number, Int32Array>();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let bits = places.get(unit);
    if (bits === undefined) {
      bits = new Int32Array(blocks);
      places.set(unit, bits);
    }
    const block = Math.floor(at / WORD);
    bits[block] = (bits[block] ?? 0) | (1 << (at % WORD));
  }
  return { length: text.length, places, blocks };
}

/** The same pattern from its end to its beginning, for looking backwards. */
export function reversedPatternOf(text: string): Pattern {
  return patternOf(reversed(text));
}

function reversed(text: string): string {
  let turned = '';
  for (let at = text.length - 1; at >= 0; at -= 1) turned += text[at] ?? '';
  return turned;
}

/** A stretch of text: from `at`, forwards (1) or backwards (-1), at most `length` units and not beyond the text. */
export interface Stretch {
  readonly text: string;
  readonly at: number;
  readonly step: 1 | -1;
  readonly length: number;
}

/**
 * Costs of the whole pattern against ever longer beginnings of a stretch: `visit(length, cost)` for each length from 0
 * on. With `isFree` the pattern may begin anywhere in the stretch (a search), else at its beginning.
 */
export function eachCost(
  pattern: Pattern,
  stretch: Stretch,
  {
    isFree,
    visit,
  }: { readonly isFree: boolean; readonly visit: (length: number, cost: number) => void },
): void {
  const { text, at, step } = stretch;
  const room = step === 1 ? text.length - at : at;
  const length = Math.max(0, Math.min(stretch.length, room));
  visit(0, pattern.length);
  if (pattern.length === 0) {
    for (let taken = 1; taken <= length; taken += 1) visit(taken, isFree ? 0 : taken);
    return;
  }
  const column = newColumn(pattern);
  let cost = pattern.length;
  for (let taken = 1; taken <= length; taken += 1) {
    const unit = text.charCodeAt(step === 1 ? at + taken - 1 : at - taken);
    cost += advance(column, pattern.places.get(unit) ?? NONE, isFree ? 0 : 1);
    visit(taken, cost);
  }
}

/** The least cost of a pattern against any beginning of a stretch. */
export function leastCost(pattern: Pattern, stretch: Stretch): number {
  let least = pattern.length;
  eachCost(pattern, stretch, {
    isFree: false,
    visit: (_length, cost) => {
      if (cost < least) least = cost;
    },
  });
  return least;
}

/** The last column of the table: differences between neighbouring rows, as bits. */
interface Column {
  readonly up: Int32Array;
  readonly down: Int32Array;
  readonly blocks: number;
  /** The bit of the pattern's last unit in the last block. */
  readonly lastBit: number;
}

function newColumn({ length, blocks }: Pattern): Column {
  return {
    up: new Int32Array(blocks).fill(-1),
    down: new Int32Array(blocks),
    blocks,
    lastBit: 1 << ((length - 1) % WORD),
  };
}

const NONE = new Int32Array(0);

/** Goes one unit of the text further; answers by how much the cost of the whole pattern changes. */
function advance({ up, down, blocks, lastBit }: Column, equal: Int32Array, first: 0 | 1): number {
  let carry: number = first;
  for (let block = 0; block < blocks; block += 1) {
    const pv = up[block] ?? 0;
    const mv = down[block] ?? 0;
    let eq = equal[block] ?? 0;
    const xv = eq | mv;
    if (carry < 0) eq |= 1;
    const xh = (((eq & pv) + pv) ^ pv) | eq;
    let ph = mv | ~(xh | pv);
    let mh = pv & xh;
    const bit = block === blocks - 1 ? lastBit : 1 << (WORD - 1);
    let out = 0;
    if ((ph & bit) !== 0) out = 1;
    else if ((mh & bit) !== 0) out = -1;
    ph <<= 1;
    mh <<= 1;
    if (carry < 0) mh |= 1;
    else if (carry > 0) ph |= 1;
    up[block] = mh | ~(xv | ph);
    down[block] = ph & xv;
    carry = out;
  }
  return carry;
}
