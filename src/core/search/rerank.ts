import type { SearchTerm } from '../../shared/searchModel.ts';
import type { QueryNode, TermScope } from '../../shared/query/queryNode.ts';
import { type PreparedTerm, prepareTerm } from '../../shared/text/matchText.ts';
import { kindOf } from '../../shared/text/scripts.ts';
import { type Place, PlaceFinder } from './places.ts';

/**
 * Relevance, second stage: where in a post the terms stand. Only the best posts of the first stage are looked at,
 * because their texts are read. docs/ranking.md describes the formula, its sources and what it is measured on.
 */

/** What is read of a post. */
interface PostText {
  readonly title: string;
  readonly text: string;
}

/** One thing that is asked for: a term, or several that stand for one another. */
type Concept = readonly RankedTerm[];

interface RankedTerm {
  readonly prepared: PreparedTerm;
  readonly scope: TermScope;
  /** The term as typed, where it is an acronym in capitals, which small letters do not mean; else null. */
  readonly acronym: string | null;
  /** True for two or three characters of a script without spaces, which often meet by chance. */
  readonly isShortRun: boolean;
}

/** More than these change the order no more, and a query of a thousand terms must not cost more. */
const MOST_CONCEPTS = 6;
const MOST_ALTERNATIVES = 4;

/** Posts that are looked at closely: for one term, and for several, whose nearness counts most. */
const CLOSE_LOOKS = 50;
const CLOSE_LOOKS_TOGETHER = 160;

/** How many of the best posts `rerank` should be given; 0 where places say nothing. */
export function closeLooks(node: QueryNode): number {
  const { length } = conceptsOf(node);
  if (length === 0) return 0;
  return length > 1 ? CLOSE_LOOKS_TOGETHER : CLOSE_LOOKS;
}

/** The best posts of a result, by the first stage. */
export interface RerankRequest {
  readonly node: QueryNode;
  /** Row numbers in their order. */
  readonly head: Uint32Array;
  /** Score of the first stage by row number; for those of `head` only. */
  readonly scoreOf: (post: number) => number;
  readonly textOf: (post: number) => PostText;
}

/** The same row numbers, best first; of equal ones those stay first that were. */
export function rerank({ node, head, scoreOf, textOf }: RerankRequest): Uint32Array {
  const concepts = conceptsOf(node).slice(0, MOST_CONCEPTS);
  const scored = Array.from(head, (post) => ({
    post,
    score: scoreByPlaces(scoreOf(post), concepts, textOf(post)),
  }));
  return Uint32Array.from(
    scored.toSorted((a, b) => b.score - a.score),
    ({ post }) => post,
  );
}

function conceptsOf(node: QueryNode): readonly Concept[] {
  if (node.kind === 'term') return [[rankedTerm(node.term, node.scope)]];
  if (node.kind === 'and') return node.nodes.flatMap(conceptsOf);
  if (node.kind === 'near') return node.terms.map((term) => [rankedTerm(term, node.scope)]);
  if (node.kind !== 'or') return [];
  const alternatives = node.nodes.flatMap(conceptsOf).flat();
  return alternatives.length === 0 ? [] : [alternatives.slice(0, MOST_ALTERNATIVES)];
}

/** Two capitals or more, with digits and the marks that stand in names; no small letters. */
const ACRONYM = /^(?=(?:.*\p{Lu}){2})[\p{Lu}\p{Nd}&.-]+$/u;

function rankedTerm(term: SearchTerm, scope: TermScope): RankedTerm {
  const prepared = prepareTerm(term);
  const { folded } = prepared;
  const isRun = Array.from(folded).every(
    (character) => kindOf(character.codePointAt(0) ?? 0) === 'run',
  );
  return {
    prepared,
    scope,
    acronym: ACRONYM.test(term.text) ? term.text : null,
    isShortRun: isRun && folded.length >= 2 && folded.length <= 3,
  };
}

/** Of a longer text only so many characters are looked at. */
const MOST_CHARACTERS = 20_000;

/** A first place here (in characters) is the lead; the bonus falls off by half with each so many. */
const LEAD_BONUS = 0.15;
const LEAD_HALF = 60;
/** Terms that stand only in the last lines of a text are credits, contacts, advertising. */
const TAIL_CHARACTERS = 45;
const TAIL_FACTOR = 0.45;
/**
 * Where no place of a term is a word or words of its own, its characters meet by chance across two words (南昌 in
 * 河南昌盛公司). Both ends inside other words count fully, one end half: dictionaries join suffixes (中考前).
 */
const ACCIDENT_FACTOR = 0.3;
const LOOKED_AT_PLACES = 2;
/** An acronym was typed, and the text has the word in small letters only. */
const SMALL_LETTERS_FACTOR = 0.4;
/** Terms that stand together; half of it is left when so many characters are between. */
const NEAR_BONUS = 0.7;
const NEAR_HALF = 14;
/** Terms next to each other in the order typed. */
const PHRASE_BONUS = 0.15;

/** The score of the first stage, changed by where the terms stand. */
function scoreByPlaces(score: number, concepts: readonly Concept[], post: PostText): number {
  if (concepts.length === 0) return score;
  const text = post.text.length > MOST_CHARACTERS ? post.text.slice(0, MOST_CHARACTERS) : post.text;
  const title = new PlaceFinder(post.title);
  const body = new PlaceFinder(text);
  const inTitle = concepts.map((concept) => placesIn(title, concept, 'title'));
  const inBody = concepts.map((concept) => placesIn(body, concept, 'body'));
  let factor = 1;
  let lead = 0;
  concepts.forEach((concept, at) => {
    const titlePlaces = inTitle[at] ?? [];
    const bodyPlaces = inBody[at] ?? [];
    const place = { concept, title, body, titlePlaces, bodyPlaces };
    factor += (standing(place) - 1) / concepts.length;
    const first = bodyPlaces[0];
    if (first !== undefined) lead += 2 ** (-first.start / LEAD_HALF) / concepts.length;
  });
  return score * factor + LEAD_BONUS * lead * factor + togetherBonus(inTitle, inBody);
}

function placesIn(
  finder: PlaceFinder,
  concept: Concept,
  field: Exclude<TermScope, 'any'>,
): readonly Place[] {
  const terms = concept.filter(({ scope }) => scope === 'any' || scope === field);
  return finder.placesOf(terms.map(({ prepared }) => prepared));
}

interface Standing {
  readonly concept: Concept;
  readonly title: PlaceFinder;
  readonly body: PlaceFinder;
  readonly titlePlaces: readonly Place[];
  readonly bodyPlaces: readonly Place[];
}

/** What is left of a concept's score: less where it stands as boilerplate, by accident, or as another word. */
function standing(place: Standing): number {
  return (
    (isInTailOnly(place) ? TAIL_FACTOR : 1) *
    accidentFactor(place) *
    (isInSmallLetters(place) ? SMALL_LETTERS_FACTOR : 1)
  );
}

function isInTailOnly({ body, titlePlaces, bodyPlaces }: Standing): boolean {
  const tail = body.length - TAIL_CHARACTERS;
  if (titlePlaces.length > 0 || bodyPlaces.length === 0 || tail < 2 * TAIL_CHARACTERS) return false;
  return (bodyPlaces[0]?.start ?? 0) >= tail;
}

function accidentFactor({ concept, title, body, titlePlaces, bodyPlaces }: Standing): number {
  if (!concept.every(({ isShortRun }) => isShortRun)) return 1;
  let fewest = 2;
  for (const place of titlePlaces.slice(0, 1)) fewest = title.crossings(place);
  for (const place of bodyPlaces.slice(0, LOOKED_AT_PLACES)) {
    if (fewest > 0) fewest = Math.min(fewest, body.crossings(place));
  }
  if (titlePlaces.length === 0 && bodyPlaces.length === 0) return 1;
  return 1 - ((1 - ACCIDENT_FACTOR) * fewest) / 2;
}

function isInSmallLetters({ concept, title, body }: Standing): boolean {
  return concept.every(
    ({ acronym }) => acronym !== null && !title.holds(acronym) && !body.holds(acronym),
  );
}

function togetherBonus(
  inTitle: readonly (readonly Place[])[],
  inBody: readonly (readonly Place[])[],
): number {
  if (inBody.length < 2) return 0;
  return Math.max(nearness(inTitle), nearness(inBody));
}

/** Nearness of the smallest stretch that holds all concepts, and of neighbours among them, half and half. */
function nearness(places: readonly (readonly Place[])[]): number {
  let pairs = 0;
  for (let at = 1; at < places.length; at += 1) {
    pairs += pairNearness(places[at - 1] ?? [], places[at] ?? []) / (places.length - 1);
  }
  if (places.length === 2) return pairs;
  return (pairs + NEAR_BONUS * halving(gapOfAll(places))) / 2;
}

function pairNearness(first: readonly Place[], second: readonly Place[]): number {
  let best = 0;
  let at = 0;
  for (const place of first) {
    while (at + 1 < second.length && (second[at]?.end ?? 0) <= place.start) at += 1;
    for (const other of [second[at - 1], second[at]]) {
      if (other === undefined) continue;
      const isBefore = place.start <= other.start;
      const gap = Math.max(0, isBefore ? other.start - place.end : place.start - other.end);
      const phrase = isBefore && gap <= 1 ? PHRASE_BONUS : 0;
      best = Math.max(best, NEAR_BONUS * halving(gap) + phrase);
    }
  }
  return best;
}

/** Characters of the smallest stretch that belong to no concept; infinite where one is missing. */
function gapOfAll(places: readonly (readonly Place[])[]): number {
  const next = places.map(() => 0);
  let best = Number.POSITIVE_INFINITY;
  for (;;) {
    const front = places.map((each, at) => each[next[at] ?? 0]);
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    let held = 0;
    let first = 0;
    for (const [at, place] of front.entries()) {
      if (place === undefined) return best;
      held += place.end - place.start;
      end = Math.max(end, place.end);
      if (place.start >= start) continue;
      start = place.start;
      first = at;
    }
    best = Math.min(best, Math.max(0, end - start - held));
    next[first] = (next[first] ?? 0) + 1;
  }
}

function halving(gap: number): number {
  return 2 ** (-gap / NEAR_HALF);
}
