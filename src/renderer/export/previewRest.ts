import type { ExportOptions } from '../../shared/exportModel.ts';

/** A preview is made when the reader has rested for so long: from typing, and from clicking. In milliseconds. */
const TYPING = 250;
const CLICKING = 30;

/** What is typed, or changed step by step. */
const typed: readonly (keyof ExportOptions)[] = [
  'title',
  'subtitle',
  'header',
  'footer',
  'customWidth',
  'customHeight',
  'customMargins',
  'sizePoints',
  'leading',
];

/** PURE. How long to wait before a preview; `before` = what the last one was made with, null for the first. */
export function restBefore(before: ExportOptions | null, now: ExportOptions): number {
  if (before === null) return 0;
  return typed.some((name) => before[name] !== now[name]) ? TYPING : CLICKING;
}
