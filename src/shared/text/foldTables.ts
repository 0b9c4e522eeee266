import { VARIANTS } from './variants.ts';

/** Stands in the tables for units that do not fold alone to one unit. */
export const NOT_SIMPLE = -1;

/** Ranges of units that always fold alone to one unit, and what is added to them. */
const SIMPLE_RANGES: readonly (readonly [first: number, last: number, added: number])[] = [
  [0x00, 0x7e, 0],
  [0x41, 0x5a, 0x20],
  [0xa1, 0xa7, 0],
  [0xb0, 0xb1, 0],
  [0xb6, 0xb7, 0],
  [0xe0, 0xff, 0],
  [0xc0, 0xde, 0x20],
  [0xd7, 0xd7, 0],
  [0x3b1, 0x3c9, 0],
  [0x3c2, 0x3c2, 1],
  [0x400, 0x40f, 0x50],
  [0x410, 0x42f, 0x20],
  [0x430, 0x45f, 0],
  [0x2012, 0x2015, 0],
  [0x2018, 0x201d, 0],
  [0x2020, 0x2022, 0],
  [0x203b, 0x203b, 0],
  [0x2190, 0x2199, 0],
  [0x2500, 0x25ff, 0],
  [0x2605, 0x2606, 0],
  [0x3001, 0x3011, 0],
  [0x3014, 0x301b, 0],
  [0x3041, 0x3094, 0],
  [0x30a1, 0x30fa, 0],
  [0x30fc, 0x30fc, 0],
  [0x3400, 0x4dbf, 0],
  [0x4e00, 0x9fff, 0],
  [0xac00, 0xd7a3, 0],
  [0xff01, 0xff5e, -0xfee0],
  [0xff21, 0xff3a, 0x20 - 0xfee0],
];

/** Folded form of every unit that folds alone, by unit, Traditional characters kept; NOT_SIMPLE for the others. */
export const SIMPLE_FOLDS: Int32Array = simpleFolds();

/** As SIMPLE_FOLDS, with Traditional characters made Simplified; those that give a pair of units are not simple here. */
export const VARIANT_FOLDS: Int32Array = variantFolds();

function simpleFolds(): Int32Array {
  const folds = new Int32Array(0x1_0000).fill(NOT_SIMPLE);
  for (const [first, last, added] of SIMPLE_RANGES) {
    for (let unit = first; unit <= last; unit += 1) folds[unit] = unit + added;
  }
  for (const space of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0xa0, 0x3000]) folds[space] = 0x20;
  return folds;
}

function variantFolds(): Int32Array {
  const folds = SIMPLE_FOLDS.slice();
  for (const [from, to] of VARIANTS) {
    if (from.length > 1) continue;
    folds[from.charCodeAt(0)] = to.length > 1 ? NOT_SIMPLE : to.charCodeAt(0);
  }
  return folds;
}
