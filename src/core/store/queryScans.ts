import type Database from 'better-sqlite3';
import type { SearchTerm } from '../../shared/searchModel.ts';
import type { QueryNode } from '../../shared/query/queryNode.ts';
import { foldText } from '../../shared/text/fold.ts';
import { containsTerm, prepareTerm } from '../../shared/text/matchText.ts';
import { frontMatterValues, keyTest } from './frontMatterValues.ts';
import { intersect, type PostSet, rowsOf } from './postSet.ts';
import { checkTime, type EvaluationContext } from './queryContext.ts';

/** Where the values of a field stand, post by post. */
interface ScannedField {
  /** `[row number, value]` of all posts that have one. */
  readonly all: string;
  /** The value of one post. */
  readonly one: string;
}

const FIELDS = {
  author: {
    all: 'SELECT id, author FROM posts WHERE author IS NOT NULL',
    one: 'SELECT author FROM posts WHERE id = ?',
  },
  path: { all: 'SELECT id, path FROM posts', one: 'SELECT path FROM posts WHERE id = ?' },
  url: {
    all: 'SELECT id, url FROM posts WHERE url IS NOT NULL',
    one: 'SELECT url FROM posts WHERE id = ?',
  },
  frontMatter: {
    all: `SELECT post, front_matter FROM texts WHERE front_matter <> '{}'`,
    one: 'SELECT front_matter FROM texts WHERE post = ?',
  },
} as const satisfies Readonly<Record<string, ScannedField>>;

/** Up to so many posts are asked one by one; for more, all rows are gone through once and the answer is kept. */
const MOST_ASKED = 2_000;

/** The time is looked at after so many rows. */
const ROWS_BETWEEN_CHECKS = 4_096;

interface ScanPlace {
  readonly within: PostSet;
  readonly context: EvaluationContext;
}

/** Posts of `within` whose author, path or address holds a term. Throws `TooMuchWork`. */
export function scanTexts(
  field: 'author' | 'path' | 'url',
  term: SearchTerm,
  place: ScanPlace,
): PostSet {
  const name = `${field} ${term.keepsVariants === true} ${term.isPrefix} ${term.text}`;
  if (field === 'author') {
    const prepared = prepareTerm(term);
    const holds = (value: string): boolean =>
      containsTerm(foldText(value, prepared.keepsVariants), prepared);
    return scan({ name, field, holds: rememberingAnswers(holds), likely: null }, place);
  }
  // Addresses know no words: any part of them may be asked for.
  const part = foldText(term.text, term.keepsVariants);
  const holds = (value: string): boolean => foldText(value, term.keepsVariants).includes(part);
  return scan({ name, field, holds, likely: likelyPattern(part) }, place);
}

/** Posts of `within` that have a front matter key, with a value that holds the term. Throws `TooMuchWork`. */
export function scanFrontMatter(
  { key, term }: Extract<QueryNode, { kind: 'frontMatter' }>,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  const prepared = term === null ? null : prepareTerm(term);
  const isKey = keyTest(key);
  const holds = (json: string): boolean => {
    const values = frontMatterValues(json, isKey);
    if (values === null || prepared === null) return values !== null;
    return values.some((value) => containsTerm(foldText(value, prepared.keepsVariants), prepared));
  };
  const name = `frontMatter ${JSON.stringify([key, term])}`;
  return scan({ name, field: 'frontMatter', holds, likely: null }, { within, context });
}

interface Scan {
  readonly name: string;
  readonly field: keyof typeof FIELDS;
  readonly holds: (value: string) => boolean;
  /** LIKE pattern that every value in ASCII that holds is like; null = none is known. */
  readonly likely: string | null;
}

function scan(asked: Scan, { within, context }: ScanPlace): PostSet {
  const members = rowsOf(within);
  if (members.length <= MOST_ASKED) return askEach(asked, members, { within, context });
  return intersect(
    within,
    context.scans.get(asked.name, () => scanAll(asked, context)),
  );
}

function askEach({ field, holds }: Scan, members: Uint32Array, place: ScanPlace): PostSet {
  const found = new Uint8Array(place.within.length);
  const value = place.context.database.prepare<[number], string | null>(FIELDS[field].one).pluck();
  for (const id of members) {
    const text = value.get(id) ?? null;
    if (text !== null && holds(text)) found[id] = 1;
  }
  return found;
}

function scanAll({ field, holds, likely }: Scan, context: EvaluationContext): PostSet {
  const found = new Uint8Array(context.columns.size);
  let rowCount = 0;
  for (const [id, value] of rowsToScan(context.database, field, likely)) {
    rowCount += 1;
    if (rowCount % ROWS_BETWEEN_CHECKS === 0) checkTime(context);
    if (holds(value)) found[id] = 1;
  }
  return found;
}

function rowsToScan(
  database: Database.Database,
  field: keyof typeof FIELDS,
  likely: string | null,
): IterableIterator<[number, string]> {
  const { all } = FIELDS[field];
  if (likely === null) return database.prepare<[], [number, string]>(all).raw().iterate();
  // What is not all ASCII may fold to anything: it has to be looked at.
  const narrowed = `SELECT * FROM (${all}) WHERE ${field} LIKE ? ESCAPE '\\' OR ${field} GLOB '*[^ -~]*'`;
  return database.prepare<[string], [number, string]>(narrowed).raw().iterate(likely);
}

/**
 * LIKE compares ASCII letters without case, as folding does; it knows nothing of white space that folds to one space.
 * (https://sqlite.org/lang_expr.html#the_like_glob_regexp_match_and_extract_operators)
 */
function likelyPattern(folded: string): string | null {
  if (folded.includes(' ')) return null;
  return `%${folded.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** An archive has few different authors: each name is looked at once. */
function rememberingAnswers(holds: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>();
  return (value) => {
    const answer = known.get(value) ?? holds(value);
    known.set(value, answer);
    return answer;
  };
}
