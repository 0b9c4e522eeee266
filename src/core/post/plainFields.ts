/** Front matter as plain JSON values: strings as written, lists, records; never a Date, Map or function. */
export type Fields = Readonly<Record<string, unknown>>;

/** Deepest nesting kept; deeper values are dropped. */
const MAX_DEPTH = 12;
/** Values kept of one block. Stops alias bombs, whose few bytes stand for millions of nodes. */
const MAX_VALUES = 5000;
/** Characters kept of all values together. */
const MAX_CHARACTERS = 65_536;

interface Budget {
  values: number;
  characters: number;
  isCut: boolean;
  isRefused: boolean;
  isTemplate: boolean;
}

/** Fields as they may be kept, and what was not kept of them. */
export interface PlainFields {
  readonly fields: Fields;
  /** Something was dropped: too deep, too many, too long. */
  readonly isCut: boolean;
  /** Something was dropped for its name: `__proto__`, a name of pages. */
  readonly isRefused: boolean;
  /** Something was dropped that has a list or map for a name, as YAML reads `{{ page.title }}`. */
  readonly isTemplate: boolean;
}

/** Copies what a YAML, TOML or JSON reader gave into bounded plain JSON. */
export function toPlainFields(read: unknown): PlainFields {
  const budget: Budget = {
    values: 0,
    characters: 0,
    isCut: false,
    isRefused: false,
    isTemplate: false,
  };
  const copy = isRecordLike(read) ? copyRecord(read, 0, budget) : {};
  const { isCut, isRefused, isTemplate } = budget;
  return { fields: copy, isCut, isRefused, isTemplate };
}

/** True for a value that has named fields (a Map or an object that is neither a list nor a date). */
export function isRecordLike(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value);
}

function isDate(value: unknown): value is Date {
  return value instanceof Date;
}

function copyValue(value: unknown, depth: number, budget: Budget): unknown {
  budget.values += 1;
  if (budget.values > MAX_VALUES || depth > MAX_DEPTH || budget.characters > MAX_CHARACTERS) {
    budget.isCut = true;
    return null;
  }
  if (typeof value === 'string') return copyText(value, budget);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  // smol-toml's dates answer toISOString with the offset (or without one) as written.
  if (isDate(value)) return writtenDate(value);
  if (Array.isArray(value)) return copyList(value, depth, budget);
  return isRecordLike(value) ? copyRecord(value, depth, budget) : null;
}

function writtenDate(value: Date): string | null {
  return Number.isNaN(value.getTime()) ? null : value.toISOString();
}

function copyText(value: string, budget: Budget): string {
  const room = Math.max(0, MAX_CHARACTERS - budget.characters);
  budget.characters += value.length;
  if (value.length <= room) return value;
  budget.isCut = true;
  return value.slice(0, room);
}

function copyList(list: readonly unknown[], depth: number, budget: Budget): readonly unknown[] {
  const copy: unknown[] = [];
  for (const value of list) {
    if (budget.values > MAX_VALUES) {
      budget.isCut = true;
      break;
    }
    copy.push(copyValue(value, depth + 1, budget));
  }
  return copy;
}

function copyRecord(record: object, depth: number, budget: Budget): Record<string, unknown> {
  const written: readonly (readonly [unknown, unknown])[] = [
    ...(record instanceof Map ? record : Object.entries(record)),
  ];
  // A title below a list without end still counts: what is short goes first.
  const pairs = depth === 0 ? written.toSorted((a, b) => weightOf(a[1]) - weightOf(b[1])) : written;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of pairs) {
    if (budget.values > MAX_VALUES) {
      budget.isCut = true;
      break;
    }
    const name = typeof key === 'string' ? key : null;
    if (name === null || name === '__proto__' || name.length > 500) {
      if (name === null) budget.isTemplate = true;
      else budget.isRefused = true;
      continue;
    }
    budget.characters += name.length;
    copy[name] = copyValue(value, depth + 1, budget);
  }
  return copy;
}

function weightOf(value: unknown): number {
  return typeof value === 'object' && value !== null && !isDate(value) ? 1 : 0;
}
