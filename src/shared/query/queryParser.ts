import type { QueryHint, Sort } from '../searchModel.ts';
import { type FieldOutcome, parseField } from './parseField.ts';
import { parsePattern } from './parsePattern.ts';
import { type FieldContext, joinNodes, leafNode, termOfWord } from './queryLeaf.ts';
import { QueryText } from './queryText.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedPart, QueryNode } from './queryNode.ts';

/** Deepest nesting of parentheses. */
const MAX_DEPTH = 64;

/** `NEAR` and the most words or characters that may stand between its terms. */
const NEAR = /NEAR(?:\/(\d{1,3}))?/y;
const DEFAULT_DISTANCE = 10;

/** A term node, or nothing where none stands. */
type TermNode = Extract<QueryNode, { kind: 'term' }> | null;

/** One pass over the text by recursive descent: or > and > not > near > primary. */
export class QueryParser {
  isTooLong = false;
  sort: Sort | null = null;
  readonly hints: QueryHint[] = [];
  /** Parts outside all groups, in the order typed. */
  readonly parts: ParsedPart[] = [];
  /** True once an `OR` stood outside all groups: then the parts around it do not hold by themselves. */
  hasAlternatives = false;
  readonly #text: QueryText;
  readonly #maxTerms: number;
  #openGroups = 0;
  #leafCount = 0;

  /** `maxTerms` = most terms and fields; a query of more is too long. */
  constructor(typed: string, maxTerms: number) {
    this.#text = new QueryText(typed);
    this.#maxTerms = maxTerms;
  }

  parseAll(): QueryNode {
    return this.#parseOr({ scope: 'any', field: null });
  }

  #parseOr(context: FieldContext): QueryNode {
    const nodes: QueryNode[] = [this.#parseAnd(context)];
    while (this.#takeOr()) nodes.push(this.#parseAnd(context));
    return joinNodes('or', nodes);
  }

  /** Takes `OR` or `|`; at the end of a group, where nothing follows yet, it is left out. */
  #takeOr(): boolean {
    const length = this.#orLength();
    if (length === 0) return false;
    this.#text.index += length;
    if (this.#openGroups === 0) this.hasAlternatives = true;
    return !this.#isAtGroupEnd();
  }

  #orLength(): number {
    this.#text.skipSpace();
    if (this.#text.isWord('OR')) return 2;
    return this.#text.isWord('|') || this.#text.isWord('\uff5c') ? 1 : 0;
  }

  #parseAnd(context: FieldContext): QueryNode {
    const nodes: QueryNode[] = [];
    this.#text.skipSpace();
    const start = this.#text.index;
    while (!this.#isAtGroupEnd() && !this.isTooLong) {
      // At the very start it is a word.
      if (this.#text.index > start && this.#orLength() > 0) break;
      const node = this.#parsePart(context);
      if (node !== null) nodes.push(node);
    }
    return joinNodes('and', nodes);
  }

  #isAtGroupEnd(): boolean {
    this.#text.skipSpace();
    return this.#text.isAtEnd || (this.#openGroups > 0 && this.#text.next === ')');
  }

  /** What stands between two spaces of this group; remembered when it stands outside all groups and asks for anything. */
  #parsePart(context: FieldContext): QueryNode | null {
    const start = this.#text.index;
    const earlierSort = this.sort;
    this.sort = null;
    const node = this.#parseNear(this.#parseUnary(context), context);
    if (this.#openGroups === 0 && (node !== null || this.sort !== null)) {
      this.parts.push({ start, end: this.#text.lastEnd, node, sort: this.sort });
    }
    this.sort ??= earlierSort;
    return node;
  }

  /** One part with the `-` and `NOT` before it; null when it asks for nothing (an empty phrase, a sort). */
  #parseUnary(context: FieldContext): QueryNode | null {
    let isNegated = false;
    while (this.#takeNot()) isNegated = !isNegated;
    const node = this.#parsePrimary(context);
    if (node === null || node.kind === 'all') return null;
    return isNegated ? { kind: 'not', node } : node;
  }

  #takeNot(): boolean {
    const text = this.#text;
    const start = text.index;
    if (text.isWord('NOT')) {
      text.index += 3;
      if (!this.#isAtGroupEnd()) return true;
    } else if (text.next === '-' && !text.isWord('-')) {
      text.index += 1;
      if (!this.#isAtGroupEnd()) return true;
    }
    text.index = start;
    return false;
  }

  /** Goes on with `NEAR` and the terms it joins after a bare term; anything else is left as it is. */
  #parseNear(first: QueryNode | null, context: FieldContext): QueryNode | null {
    if (first?.kind !== 'term' || first.scope !== context.scope) return first;
    const terms = [first.term];
    const distances: number[] = [];
    let next = this.#takeNear(context);
    while (next !== null) {
      terms.push(next.term);
      distances.push(next.distance);
      next = this.#takeNear(context);
    }
    if (distances.length === 0) return first;
    return { kind: 'near', terms, distances, scope: first.scope };
  }

  /**
   * Takes `NEAR` and the term after it; null when there is none. At the end of a group, where the term is not typed yet,
   * the bare `NEAR` is taken and asks for nothing.
   */
  #takeNear(context: FieldContext) {
    const text = this.#text;
    const start = text.index;
    text.skipSpace();
    const match = text.next === 'N' ? text.take(NEAR) : null;
    if (match !== null && text.isWordEnd(this.#openGroups)) {
      if (this.#isAtGroupEnd()) return null;
      const found = this.#parseNearTerm(context);
      if (found !== null) {
        return { term: found.term, distance: Number(match[1] ?? DEFAULT_DISTANCE) };
      }
    }
    text.index = start;
    return null;
  }

  /** A bare word or phrase; null where anything else stands. */
  #parseNearTerm(context: FieldContext): TermNode {
    const text = this.#text;
    const isOperator = text.isWord('NOT') || (text.next === '-' && !text.isWord('-'));
    if (isOperator || text.next === '(' || this.#orLength() > 0) return null;
    this.#countLeaf();
    const hintCount = this.hints.length;
    const node = text.isAtQuote ? this.#parsePhrase(context) : this.#parseBareWord(context);
    if (node?.kind === 'term') return node;
    this.hints.length = hintCount;
    return null;
  }

  /** A word that is neither a field nor a pattern. */
  #parseBareWord(context: FieldContext): QueryNode | null {
    const start = this.#text.index;
    const isSpecial =
      parsePattern(this.#text, this.#openGroups, context.scope) !== null ||
      (context.scope === 'any' && parseField(this.#text, this.#openGroups) !== null);
    this.#text.index = start;
    return isSpecial ? null : this.#parseWord(context);
  }

  #countLeaf(): void {
    this.#leafCount += 1;
    if (this.#leafCount > this.#maxTerms) this.isTooLong = true;
  }

  #parsePrimary(context: FieldContext): QueryNode | null {
    this.#countLeaf();
    const text = this.#text;
    if (text.next === '(') return this.#parseGroup(context);
    if (text.isAtQuote) return this.#parsePhrase(context);
    const isFree = context.read === undefined;
    if (context.field === null && isFree) {
      const pattern = parsePattern(text, this.#openGroups, context.scope);
      if (pattern?.hint) this.hints.push(pattern.hint);
      if (pattern !== null) return pattern.node;
    }
    if (context.field === null && context.scope === 'any' && isFree) {
      const found = parseField(text, this.#openGroups);
      if (found !== null) return this.#acceptField(found);
    }
    return this.#parseWord(context);
  }

  #acceptField(found: FieldOutcome): QueryNode | null {
    if (found.hint !== null) this.hints.push(found.hint);
    if (found.sort !== null) this.sort = found.sort;
    if (found.context === null) return found.node;
    return this.#text.next === '('
      ? this.#parseGroup(found.context)
      : this.#parsePhrase(found.context);
  }

  #parseGroup(context: FieldContext): QueryNode {
    const text = this.#text;
    const start = text.index;
    if (this.#openGroups >= MAX_DEPTH) this.isTooLong = true;
    if (this.isTooLong) return { kind: 'none' };
    text.index += 1;
    this.#openGroups += 1;
    const node = this.#parseOr(context);
    this.#openGroups -= 1;
    text.skipSpace();
    if (text.next === ')') text.index += 1;
    else this.#hint('unbalanced-parenthesis', text.text.slice(start, start + 20));
    return node;
  }

  /** A phrase; where its quote is never closed, the mark is left out and the words count as usual. */
  #parsePhrase(context: FieldContext): QueryNode | null {
    const text = this.#text;
    const isExact = context.isExact === true;
    const phrase = isExact ? text.takeExactPhrase() : text.takePhrase();
    if (phrase === null) {
      this.#hint('unbalanced-quote', text.text.slice(text.index, text.index + 20));
      text.index += 1;
      return this.#isAtGroupEnd() ? null : this.#parseWord(context);
    }
    if (isExact) return leafNode({ text: phrase, isPrefix: false }, context);
    if (context.read !== undefined) return this.#readValue(phrase.trim(), context.read);
    const isPrefix = text.next === '*';
    if (isPrefix) text.index += 1;
    return leafNode({ text: phrase.trim(), isPrefix }, context);
  }

  #parseWord(context: FieldContext): QueryNode | null {
    const typed = this.#text.takeWord(this.#openGroups);
    if (context.isExact === true) return leafNode({ text: typed, isPrefix: false }, context);
    if (context.read !== undefined) return this.#readValue(typed, context.read);
    if (typed.endsWith(')') && !typed.includes('(')) this.#hint('unbalanced-parenthesis', typed);
    if (WHOLE_NEAR.test(typed)) this.#hint('bad-near', typed);
    if (typed === 'AND') this.#hint('and-word', typed);
    return leafNode(termOfWord(typed), context);
  }

  /** A value in the group of a field such as `date:`; one that the field does not know is plain text. */
  #readValue(typed: string, read: (value: string) => QueryNode | null): QueryNode | null {
    const folded = foldText(typed);
    if (folded === '') return null;
    const node = read(folded);
    if (node !== null) return node;
    this.#hint('unknown-field', typed);
    return leafNode(termOfWord(typed), { scope: 'any', field: null });
  }

  #hint(code: QueryHint['code'], part: string): void {
    this.hints.push({ code, part });
  }
}

const WHOLE_NEAR = /^NEAR(\/\d{1,3})?$/;
