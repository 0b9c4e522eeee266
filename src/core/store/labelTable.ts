import type Database from 'better-sqlite3';
import { LABEL_KINDS } from './indexSchema.ts';

/** Facets whose values are labels. */
export type LabelKind = keyof typeof LABEL_KINDS;

/** The values of the label facets by their numbers. */
export interface LabelTable {
  /** One more than the highest label number. */
  readonly size: number;
  /** Written value by label number. */
  readonly texts: readonly string[];
  /** A number of LABEL_KINDS by label number; 0 where there is no such label. */
  readonly kinds: Uint8Array;
  /** Numbers of a facet's labels, by value (code units). */
  readonly byText: (kind: LabelKind) => Uint32Array;
  /** Null when no post ever carried it. */
  readonly numberOf: (kind: LabelKind, value: string) => number | null;
}

interface KindOfLabels {
  readonly numbers: Map<string, number>;
  /** Null when labels came since it was made. */
  byText: Uint32Array | null;
}

/** Reads labels as they come: none is ever changed or taken away. */
export class GrowingLabelTable implements LabelTable {
  readonly texts: string[] = [''];
  kinds = new Uint8Array(1);
  readonly #newer: Database.Statement<[number], [id: number, kind: number, value: string]>;
  readonly #byKind: Readonly<Record<LabelKind, KindOfLabels>> = {
    source: { numbers: new Map(), byText: null },
    category: { numbers: new Map(), byText: null },
    tag: { numbers: new Map(), byText: null },
  };

  constructor(database: Database.Database) {
    this.#newer = database
      .prepare<[number], [id: number, kind: number, value: string]>(
        'SELECT id, kind, value FROM labels WHERE id >= ? ORDER BY id',
      )
      .raw();
  }

  get size(): number {
    return this.texts.length;
  }

  /** Takes up labels made since the last call. */
  update(): void {
    const rows = this.#newer.all(this.texts.length);
    const last = rows.at(-1);
    if (last === undefined) return;
    const kinds = new Uint8Array(last[0] + 1);
    kinds.set(this.kinds);
    for (const [id, kind, value] of rows) {
      while (this.texts.length < id) this.texts.push('');
      this.texts.push(value);
      kinds[id] = kind;
      const known = this.#byKind[nameOf(kind)];
      known.numbers.set(value, id);
      known.byText = null;
    }
    this.kinds = kinds;
  }

  byText(kind: LabelKind): Uint32Array {
    const known = this.#byKind[kind];
    known.byText ??= Uint32Array.from(
      [...known.numbers].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ([, number]) => number,
    );
    return known.byText;
  }

  numberOf(kind: LabelKind, value: string): number | null {
    return this.#byKind[kind].numbers.get(value) ?? null;
  }
}

function nameOf(kind: number): LabelKind {
  if (kind === LABEL_KINDS.source) return 'source';
  return kind === LABEL_KINDS.category ? 'category' : 'tag';
}
