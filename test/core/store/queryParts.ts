import type { Random } from '../../support/random.ts';
import type { OraclePost, OracleQuery } from './oracle.ts';
import { normalise, type OracleTerm } from './oracleText.ts';

/** A part of a query and what its words look for; `page` stands for `is:page`. */
export interface Part {
  /** What holds it together: an `or` needs parentheses within an `and`, anything but a `primary` after a minus. */
  readonly level: 'or' | 'and' | 'not' | 'near' | 'primary';
  readonly typed: string;
  readonly matches: (each: OraclePost) => boolean;
  readonly positive: readonly (OracleTerm | 'page')[];
  readonly negative: readonly (OracleTerm | 'page')[];
}

/** A part as a whole query. */
export function queryOf({ typed, matches, positive }: Part, keepsVariants: boolean): OracleQuery {
  return {
    typed,
    matches,
    terms: positive.filter((term) => term !== 'page'),
    asksPages: positive.includes('page'),
    keepsVariants,
  };
}

/** False for a term of nothing but ignorable characters and white space: it asks for nothing. */
export const isVisible = (term: string): boolean => normalise(term).trim() !== '';

/** No quotation mark, parenthesis, colon or star in it, and not begun with what begins something else. */
const BARE = /^[^\s\p{White_Space}()"“”「」[\]|*:：/-][^\s\p{White_Space}()"“”「」*:：]*$/u;
const OPERATOR = /^(?:OR$|NOT$|NEAR\b)/;

const QUOTES = [
  ['"', '"', /"/],
  ['“', '”', /[“”]/],
  ['「', '」', /」/],
] as const;

/** The term as one types it: bare where nothing in it is syntax, else in quotes; null where neither can be. */
export function typedTerm(random: Random, term: string, isPrefix: boolean): string | null {
  const star = isPrefix ? '*' : '';
  if (BARE.test(term) && !OPERATOR.test(term) && random.is(0.8)) return term + star;
  const usable = QUOTES.filter(([, , closing]) => !closing.test(term));
  if (usable.length === 0) return null;
  const [open, close] = random.pick(usable);
  return open + term + close + star;
}
