import type Database from 'better-sqlite3';
import { checkOf, damagedRow, isBytes, isText } from './rowCheck.ts';
import { createTextCode, rankedUnits, type TextCode } from './textCode.ts';

/**
 * Tables of the posts' texts. Each text names the code it is kept in (textCode.ts). The checks are CRC-32 (rowCheck.ts);
 * they stand before the long values, where they are read without walking over those.
 */
export const TEXT_SCHEMA = `
CREATE TABLE text_codes(
  id INTEGER PRIMARY KEY,
  units_check INTEGER NOT NULL,
  units TEXT NOT NULL,
  sample_length INTEGER NOT NULL
);
CREATE TABLE texts(
  post INTEGER PRIMARY KEY,
  front_matter_check INTEGER NOT NULL,
  text_check INTEGER NOT NULL,
  front_matter TEXT NOT NULL,
  code INTEGER NOT NULL,
  text BLOB NOT NULL
);
`;

/** A sample of this length, in UTF-16 units, is large enough for good; a code of fewer is succeeded by a better one. */
const GOOD_SAMPLE = 200_000;

/** Reads the text of a post; empty where there is none. */
export type TextReader = (post: number) => string;

/** Prepares reading on a database with `TEXT_SCHEMA`. */
export function createTextReader(database: Database.Database): TextReader {
  const textOf = database
    .prepare<[number], [number, number, unknown]>(
      'SELECT text_check, code, text FROM texts WHERE post = ?',
    )
    .raw();
  const codeOf = keptCodes(database);
  return (post) => {
    const row = textOf.get(post);
    if (row === undefined) return '';
    const [check, code, text] = row;
    if (!isBytes(text) || textCheck(text, post, code) !== check) throw damagedRow('texts');
    return codeOf(code).decode(text);
  };
}

/** Reads the front matter of a post, as JSON; throws what SQLite throws for a damaged file where there is none. */
export function createFrontMatterReader(database: Database.Database): (post: number) => string {
  const frontMatterOf = database
    .prepare<[number], [number, unknown]>(
      'SELECT front_matter_check, front_matter FROM texts WHERE post = ?',
    )
    .raw();
  return (post) => {
    const [check, frontMatter] = frontMatterOf.get(post) ?? [];
    if (!isText(frontMatter) || checkOf(frontMatter, post) !== check) {
      throw damagedRow('texts');
    }
    return frontMatter;
  };
}

/** Writes the texts of posts; lone surrogates become U+FFFD, as in all other columns. */
export interface TextWriter {
  readonly put: (post: number, frontMatter: string, text: string) => void;
  readonly drop: (post: number) => void;
  /** Writes what was put; called once at the end of the transaction. */
  readonly commit: () => void;
  /** Forgets what was put in a transaction that was rolled back. */
  readonly rollBack: () => void;
}

interface PendingText {
  readonly frontMatter: string;
  readonly text: string;
}

/** Prepares writing on a database with `TEXT_SCHEMA`. The code is made from the texts of the first transaction. */
export function createTextWriter(database: Database.Database): TextWriter {
  const put = database.prepare(
    `INSERT OR REPLACE INTO texts(post, front_matter_check, text_check, front_matter, code, text)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const drop = database.prepare('DELETE FROM texts WHERE post = ?');
  const newest = database.prepare<[], CodeRow>(
    'SELECT id, units, sample_length AS sampleLength FROM text_codes ORDER BY id DESC LIMIT 1',
  );
  const addCode = database.prepare(
    'INSERT INTO text_codes(units_check, units, sample_length) VALUES (?, ?, ?)',
  );
  const pending = new Map<number, PendingText>();
  let current: NumberedCode | null = null;

  const codeFor = (texts: Iterable<PendingText>): NumberedCode => {
    if (current?.isGood === true) return current;
    const known = newest.get();
    const sample = Array.from(texts, ({ text }) => text);
    const length = sample.reduce((sum, text) => sum + text.length, 0);
    if (known === undefined || isOutgrown(known, length)) {
      const units = rankedUnits(sample).toWellFormed();
      addCode.run(checkOf(units), units, length);
    }
    const row = newest.get() ?? { id: 0, units: '', sampleLength: 0 };
    current = {
      id: row.id,
      code: createTextCode(row.units),
      isGood: row.sampleLength >= GOOD_SAMPLE,
    };
    return current;
  };

  return {
    put: (post, frontMatter, text) =>
      void pending.set(post, {
        frontMatter: frontMatter.toWellFormed(),
        text: text.toWellFormed(),
      }),
    drop: (post) => {
      pending.delete(post);
      drop.run(post);
    },
    commit: () => {
      if (pending.size === 0) return;
      const { id, code } = codeFor(pending.values());
      for (const [post, { frontMatter, text }] of pending) {
        const packed = code.encode(text);
        const checks = [checkOf(frontMatter, post), textCheck(packed, post, id)] as const;
        put.run(post, ...checks, frontMatter, id, packed);
      }
      pending.clear();
    },
    rollBack: () => {
      pending.clear();
      current = null;
    },
  };
}

interface CodeRow {
  readonly id: number;
  readonly units: string;
  readonly sampleLength: number;
}

interface NumberedCode {
  readonly id: number;
  readonly code: TextCode;
  readonly isGood: boolean;
}

function isOutgrown({ sampleLength }: CodeRow, length: number): boolean {
  return sampleLength < GOOD_SAMPLE && length > sampleLength * 2;
}

function textCheck(packed: Uint8Array, post: number, code: number): number {
  return checkOf(packed, post ^ (code << 24));
}

function keptCodes(database: Database.Database): (id: number) => TextCode {
  const unitsOf = database
    .prepare<[number], [number, unknown]>('SELECT units_check, units FROM text_codes WHERE id = ?')
    .raw();
  const kept = new Map<number, TextCode>();
  return (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const [check, units] = unitsOf.get(id) ?? [];
    if (!isText(units) || checkOf(units) !== check) throw damagedRow('text_codes');
    const code = createTextCode(units);
    kept.set(id, code);
    return code;
  };
}
