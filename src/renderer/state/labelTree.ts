import type { LabelCount } from '../../shared/annotations.ts';
import { isUnder } from '../../shared/labels.ts';

/** PURE. Labels of bookmarks: `Project/Chapter 1` stands under `Project`. */

/** A label, or a folder that only holds others. */
export interface LabelNode {
  /** The whole label. */
  readonly label: string;
  /** Its last part. */
  readonly name: string;
  /** 0 = at the top. */
  readonly level: number;
  /** Bookmarks that carry the label itself; 0 for a folder that is no label. */
  readonly count: number;
  readonly hasChildren: boolean;
}

/** A label after its folder (or it itself) got another name. */
export const movedLabel = (label: string, from: string, to: string): string =>
  to + label.slice(from.length);

/** A label as it is kept: no white space around it or its parts, no empty parts. Empty when nothing is left. */
export const tidyLabel = (typed: string): string =>
  typed
    .split('/')
    .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join('/');

/**
 * The labels as a tree in the order of reading: folders before what they hold, names as the reader's language sorts
 * them. Folders that are no label themselves are there with a count of 0.
 */
export function labelTree(
  labels: readonly LabelCount[],
  compare: (left: string, right: string) => number,
): readonly LabelNode[] {
  const counts = new Map(labels.map(({ label, count }) => [label, count]));
  for (const { label } of labels) {
    for (const folder of foldersOf(label)) if (!counts.has(folder)) counts.set(folder, 0);
  }
  const sorted = [...counts.keys()]
    .map((label) => ({ label, parts: label.split('/') }))
    .toSorted((left, right) => compareParts(left.parts, right.parts, compare));
  return sorted.map(({ label, parts }, place) => {
    const next = sorted[place + 1];
    return {
      label,
      name: parts.at(-1) ?? label,
      level: parts.length - 1,
      count: counts.get(label) ?? 0,
      hasChildren: next !== undefined && isUnder(next.label, label),
    };
  });
}

/** `A/B/C` -> `A`, `A/B`. */
function foldersOf(label: string): readonly string[] {
  const parts = label.split('/');
  return parts.slice(1).map((_, place) => parts.slice(0, place + 1).join('/'));
}

function compareParts(
  left: readonly string[],
  right: readonly string[],
  compare: (left: string, right: string) => number,
): number {
  const shared = Math.min(left.length, right.length);
  for (let place = 0; place < shared; place += 1) {
    const [one = '', other = ''] = [left[place], right[place]];
    // Names that a language sorts alike (1 and 01) must not mix what stands under them.
    const order = compare(one, other) || Number(one > other) - Number(one < other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** The nodes that show while some folders are closed. */
export const openNodes = (
  nodes: readonly LabelNode[],
  closed: ReadonlySet<string>,
): readonly LabelNode[] =>
  nodes.filter(({ label }) => foldersOf(label).every((folder) => !closed.has(folder)));

/** The labels that choosing a node filters by: itself and all under it that bookmarks carry. */
export const labelsUnder = (nodes: readonly LabelNode[], folder: string): readonly string[] =>
  nodes.filter(({ label, count }) => count > 0 && isUnder(label, folder)).map(({ label }) => label);
