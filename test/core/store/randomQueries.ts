import type { Random } from '../../support/random.ts';
import type { OraclePost, OracleQuery } from './oracle.ts';
import { literalTest, nearTest, type OracleTerm } from './oracleText.ts';
import { fieldQuery } from './randomFields.ts';
import { type FlavourName, randomText } from './randomTexts.ts';
import { isVisible, type Part, queryOf, typedTerm } from './queryParts.ts';

/** Where random terms are taken from. */
export interface QuerySource {
  readonly posts: readonly OraclePost[];
  readonly flavour: FlavourName;
  /** True when Traditional and Simplified characters are told apart. */
  readonly keepsVariants?: boolean;
  /** True leaves out NEAR, whose plain scan is slow on very long texts. */
  readonly hasLongTexts?: boolean;
}

/** A query of up to four levels, as people and adversaries type them. */
export function randomQuery(random: Random, source: QuerySource): OracleQuery {
  const part = randomPart(random, source, random.is(0.45) ? 3 : 0);
  return queryOf(random.is(0.04) ? pagesToo(random, part) : part, source.keepsVariants === true);
}

function randomPart(random: Random, source: QuerySource, depth: number): Part {
  const choice = random.next();
  if (depth < 3 && choice < 0.25) return andPart(random, source, depth);
  if (depth < 3 && choice < 0.42) return orPart(random, source, depth);
  if (choice < 0.5) return notPart(random, randomPart(random, source, Math.max(2, depth + 1)));
  if (choice < 0.66) return fieldQuery(random, source);
  if (choice < 0.72 && source.hasLongTexts !== true) return nearPart(random, source);
  return choice < 0.75 ? patternPart(random, source) : termPart(random, source);
}

function partsOf(random: Random, source: QuerySource, depth: number): Part[] {
  const howMany = random.pick([2, 2, 2, 3, 3, 5]);
  return Array.from({ length: howMany }, () => randomPart(random, source, depth + 1));
}

function andPart(random: Random, source: QuerySource, depth: number): Part {
  const parts = partsOf(random, source, depth);
  const space = random.pick([' ', ' ', '  ', '\u3000', '\u00a0']);
  return {
    level: 'and',
    typed: parts
      .map((part) => (part.level === 'or' ? grouped(random, part) : part.typed))
      .join(space),
    matches: (each) => parts.every((part) => part.matches(each)),
    positive: parts.flatMap((part) => part.positive),
    negative: parts.flatMap((part) => part.negative),
  };
}

/** AND binds tighter, so nothing in it needs parentheses. */
function orPart(random: Random, source: QuerySource, depth: number): Part {
  const parts = partsOf(random, source, depth);
  const or = random.pick([' OR ', ' | ', '\u3000OR\u3000']);
  return {
    level: 'or',
    typed: parts.map((part) => part.typed).join(or),
    matches: (each) => parts.some((part) => part.matches(each)),
    positive: parts.flatMap((part) => part.positive),
    negative: parts.flatMap((part) => part.negative),
  };
}

function notPart(random: Random, part: Part): Part {
  const isLone = part.level === 'primary' && random.is(0.6);
  const typed = isLone ? part.typed : grouped(random, part);
  return {
    level: 'not',
    typed: random.pick([`-${typed}`, `NOT ${typed}`]),
    matches: (each) => !part.matches(each),
    positive: part.negative,
    negative: part.positive,
  };
}

function pagesToo(random: Random, part: Part): Part {
  const positive = ['page', ...part.positive] as const;
  const isPage = ({ post }: OraclePost): boolean => post.kind === 'page';
  if (random.is(0.3)) {
    const either = (each: OraclePost): boolean => isPage(each) || part.matches(each);
    return { ...part, level: 'or', typed: `is:page OR ${part.typed}`, matches: either, positive };
  }
  const typed = part.level === 'or' ? grouped(random, part) : part.typed;
  const both = (each: OraclePost): boolean => isPage(each) && part.matches(each);
  return { ...part, level: 'and', typed: `is:page ${typed}`, matches: both, positive };
}

const grouped = (random: Random, { typed }: Part): string =>
  random.is(0.8) ? `(${typed})` : `( ${typed} )`;

function termPart(random: Random, source: QuerySource): Part {
  const term = randomTerm(random, source);
  const isPrefix = random.is(0.1);
  const typed = typedTerm(random, term, isPrefix);
  if (typed === null) return termPart(random, source);
  const asked: OracleTerm = { text: term, isPrefix, keepsVariants: source.keepsVariants === true };
  const test = literalTest(asked);
  const scope = random.next();
  const any = { level: 'primary', positive: [asked], negative: [] } as const;
  if (scope < 0.08)
    return { ...any, typed: `title:${typed}`, matches: ({ post }) => test(post.title) };
  if (scope < 0.16)
    return { ...any, typed: `body:${typed}`, matches: ({ post }) => test(post.text) };
  return { ...any, typed, matches: ({ post }) => test(post.title) || test(post.text) };
}

/** Terms of one post, with more or less between them than stands there. */
function nearPart(random: Random, source: QuerySource): Part {
  const one = { ...source, posts: [random.pick(source.posts)] };
  const howMany = random.pick([2, 2, 2, 3]);
  const parts = Array.from({ length: howMany }, () => {
    const text = Array.from(randomTerm(random, one)).slice(0, 6).join('').trim();
    const isPrefix = random.is(0.1);
    const typed = isVisible(text) ? typedTerm(random, text, isPrefix) : null;
    return { typed, term: { text, isPrefix, keepsVariants: source.keepsVariants === true } };
  });
  if (parts.some(({ typed }) => typed === null)) return nearPart(random, source);
  const distances = parts.slice(1).map(() => random.pick([0, 1, 2, 5, 10, 30]));
  const typed = parts.map((part, at) => {
    const distance = distances[at - 1];
    if (distance === undefined) return part.typed ?? '';
    return `${distance === 10 ? 'NEAR' : `NEAR/${distance}`} ${part.typed}`;
  });
  const terms = parts.map(({ term }) => term);
  const test = nearTest({ terms, distances });
  return {
    level: 'near',
    typed: typed.join(' '),
    matches: ({ post }) => test(post.title) || test(post.text),
    positive: terms,
    negative: [],
  };
}

const PATTERNS = [
  '\\d{4}年',
  '[^\\p{L}]国',
  '(?:ai|AI)$',
  '^.',
  '\\p{Script=Han}{9}',
  'e.a',
  '\\/',
  '[/a-c]{2}',
];

/** A regular expression on the texts as they stand. */
function patternPart(random: Random, source: QuerySource): Part {
  const piece = pieceOf(random, random.pick(source.posts)).replaceAll(/[\s\p{Cs}]/gu, '');
  const literal = piece.slice(0, 4).replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
  const isOwn = random.is(0.5) && !/\p{Cs}/u.test(literal) && literal !== '';
  const expression = isOwn ? literal : random.pick(PATTERNS);
  const ignoresCase = random.is(0.5);
  const pattern = new RegExp(expression, ignoresCase ? 'iu' : 'u');
  const test = (text: string): boolean => pattern.test(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
  return {
    level: 'primary',
    typed: `/${expression}/${ignoresCase ? 'i' : ''}`,
    matches: ({ post }) => test(post.title) || test(post.text),
    positive: [],
    negative: [],
  };
}

/** Mostly something that stands in a post, often typed otherwise than it stands there. */
function randomTerm(random: Random, source: QuerySource): string {
  const made = random.is(0.8)
    ? pieceOf(random, random.pick(source.posts))
    : randomText(random, source.flavour, random.pick([1, 1, 1, 2]));
  const term = (random.is(0.2) ? disguised(random, made) : made).trim();
  return isVisible(term) ? term : randomTerm(random, source);
}

/** One to eight characters somewhere in a post, at times many more. */
function pieceOf(random: Random, { post }: OraclePost): string {
  const characters = Array.from(random.is(0.3) ? post.title : post.text);
  const length = 1 + random.below(random.pick([2, 3, 4, 8, 8, 30, 200]));
  const start = random.below(Math.max(1, characters.length - length + 1));
  return characters.slice(start, start + length).join('');
}

/** The same, or nearly the same, in other code points. */
function disguised(random: Random, term: string): string {
  const middle = random.below(term.length + 1);
  const forms: readonly string[] = [
    term.toUpperCase(),
    term.toLowerCase(),
    term.normalize('NFD'),
    term.normalize('NFKD'),
    term.normalize('NFC'),
    term.replaceAll(/[0-9A-Za-z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
    term.slice(0, middle) + random.pick(['\u200b', '\u00ad', '\ufe0f']) + term.slice(middle),
    term.replaceAll(' ', random.pick(['\u3000', '  ', '\n'])),
    Array.from(term).toReversed().join(''),
  ];
  return random.pick(forms);
}
