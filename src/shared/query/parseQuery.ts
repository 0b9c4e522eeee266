import type { QueryHint, Sort } from '../model.ts';
import { MAX_QUERY_LENGTH } from '../schemas.ts';
import { type FieldOutcome, parseField } from './parseField.ts';
import {
  collectPositive,
  type FieldContext,
  joinNodes,
  keepVariants,
  leafNode,
  termOfWord,
} from './queryLeaf.ts';
import { QueryText } from './queryText.ts';
import type { ParsedQuery, QueryNode } from './queryNode.ts';

/** Most terms and fields of one query; more are refused with the hint `too-long`. */
const MAX_QUERY_TERMS = 1_000;

/** Deepest nesting of parentheses. */
const MAX_DEPTH = 64;

/**
 * Understands a typed query; never throws. What is no valid syntax is plain text, with a hint. The language is
 * described in docs/search.md.
 */
export function parseQuery(typed: string, options: QueryOptions = {}): ParsedQuery {
  if (typed.length > MAX_QUERY_LENGTH) return refusedQuery();
  const parser = new Parser(typed);
  const node = parser.parseAll();
  if (parser.isTooLong) return refusedQuery();
  return parser.result(options.keepsVariants === true ? keepVariants(node) : node);
}

/** How a query is read. */
export interface QueryOptions {
  /** True = Traditional and Simplified characters are told apart. */
  readonly keepsVariants?: boolean;
}

/** Stands for a query that is too much to answer: it finds nothing and says why. */
export function refusedQuery(): ParsedQuery {
  return {
    node: { kind: 'none' },
    terms: [],
    hints: [{ code: 'too-long', part: '' }],
    sort: null,
    hasPages: false,
  };
}

/** One pass over the text by recursive descent: or > and > not > primary. */
class Parser {
  isTooLong = false;
  readonly #text: QueryText;
  readonly #hints: QueryHint[] = [];
  #sort: Sort | null = null;
  #openGroups = 0;
  #leafCount = 0;

  constructor(typed: string) {
    this.#text = new QueryText(typed);
  }

  result(node: QueryNode): ParsedQuery {
    return { node, ...collectPositive(node), hints: this.#hints, sort: this.#sort };
  }

  parseAll(): QueryNode {
    const context: FieldContext = { scope: 'any', field: null };
    return this.#parseOr(context);
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
    return !this.#isAtGroupEnd();
  }

  #orLength(): number {
    this.#text.skipSpace();
    if (this.#text.isWord('OR')) return 2;
    return this.#text.isWord('|') ? 1 : 0;
  }

  #parseAnd(context: FieldContext): QueryNode {
    const nodes: QueryNode[] = [];
    this.#text.skipSpace();
    const start = this.#text.index;
    while (!this.#isAtGroupEnd() && !this.isTooLong) {
      // At the very start it is a word.
      if (this.#text.index > start && this.#orLength() > 0) break;
      const node = this.#parseUnary(context);
      if (node !== null) nodes.push(node);
    }
    return joinNodes('and', nodes);
  }

  #isAtGroupEnd(): boolean {
    this.#text.skipSpace();
    return this.#text.isAtEnd || (this.#openGroups > 0 && this.#text.next === ')');
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

  #parsePrimary(context: FieldContext): QueryNode | null {
    this.#leafCount += 1;
    if (this.#leafCount > MAX_QUERY_TERMS) this.isTooLong = true;
    const text = this.#text;
    if (text.next === '(') return this.#parseGroup(context);
    if (text.isAtQuote) return this.#parsePhrase(context);
    if (context.field === null && context.scope === 'any') {
      const found = parseField(text, this.#openGroups);
      if (found !== null) return this.#acceptField(found);
    }
    return this.#parseWord(context);
  }

  #acceptField(found: FieldOutcome): QueryNode | null {
    if (found.hint !== null) this.#hints.push(found.hint);
    if (found.sort !== null) this.#sort = found.sort;
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
    else
      this.#hints.push({
        code: 'unbalanced-parenthesis',
        part: text.text.slice(start, start + 20),
      });
    return node;
  }

  /** A phrase; where its quote is never closed, the mark is left out and the words count as usual. */
  #parsePhrase(context: FieldContext): QueryNode | null {
    const text = this.#text;
    const phrase = text.takePhrase();
    if (phrase === null) {
      this.#hints.push({
        code: 'unbalanced-quote',
        part: text.text.slice(text.index, text.index + 20),
      });
      text.index += 1;
      return this.#isAtGroupEnd() ? null : this.#parseWord(context);
    }
    const isPrefix = text.next === '*';
    if (isPrefix) text.index += 1;
    return leafNode({ text: phrase.trim(), isPrefix }, context);
  }

  #parseWord(context: FieldContext): QueryNode | null {
    const typed = this.#text.takeWord(this.#openGroups);
    if (typed.endsWith(')') && !typed.includes('(')) {
      this.#hints.push({ code: 'unbalanced-parenthesis', part: typed });
    }
    return leafNode(termOfWord(typed), context);
  }
}
