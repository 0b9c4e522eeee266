import type { SearchTerm } from '../searchModel.ts';
import { foldText } from '../text/fold.ts';
import type { ParsedQuery, QueryNode, TermScope, ValueField } from './queryNode.ts';

/** What bare words mean here: inside `tag:( … )` they are values of that field. */
export interface FieldContext {
  readonly scope: TermScope;
  /** Null = words are looked for in title and text, as `scope` says. */
  readonly field: ValueField | null;
  /** True after `=`: the value is exactly this one, not one that holds it. */
  readonly isExact?: boolean;
  /** Inside `date:( … )` and its like: what a word there asks for; null = it is no such value. */
  readonly read?: (value: string) => QueryNode | null;
}

/** A typed word as a term: a trailing `*` says that the word may go on. */
export function termOfWord(typed: string): SearchTerm {
  const isPrefix = typed.length > 1 && typed.endsWith('*');
  return { text: isPrefix ? typed.slice(0, -1) : typed, isPrefix };
}

/** A term as a node; null when it asks for nothing. */
export function leafNode(term: SearchTerm, context: FieldContext): QueryNode | null {
  if (context.field !== null && context.isExact === true) {
    return term.text === '' ? null : { kind: 'value', field: context.field, term, isExact: true };
  }
  // Nothing visible (white space, a zero-width space) asks for nothing, also beside OR and after NOT.
  if (foldText(term.text).trim() === '') return null;
  if (context.field !== null) return { kind: 'value', field: context.field, term };
  return { kind: 'term', term, scope: context.scope };
}

/**
 * Nodes joined without needless nesting. Parts that ask for nothing (`all`: an empty phrase or group) are left out, so
 * that `"" OR a` is `a`; no other part at all asks for everything.
 */
export function joinNodes(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const asking = nodes.filter((node) => node.kind !== 'all');
  const [first] = asking;
  if (first === undefined) return { kind: 'all' };
  return asking.length === 1 ? first : { kind, nodes: asking };
}

/** The same query with Traditional and Simplified characters told apart. */
export function keepVariants(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, nodes: node.nodes.map(keepVariants) };
    case 'not':
      return { ...node, node: keepVariants(node.node) };
    case 'near':
      return { ...node, terms: node.terms.map(apart) };
    case 'term':
    case 'value':
      return { ...node, term: apart(node.term) };
    case 'frontMatter':
      return node.term === null ? node : { ...node, term: apart(node.term) };
    default:
      return node;
  }
}

function apart(term: SearchTerm): SearchTerm {
  return { ...term, keepsVariants: true };
}

/** Positive terms for title and text in the order typed, and whether pages are asked for. */
export function collectPositive(root: QueryNode): Pick<ParsedQuery, 'terms' | 'hasPages'> {
  const terms: SearchTerm[] = [];
  let hasPages = false;
  const visit = (node: QueryNode, isPositive: boolean): void => {
    if (node.kind === 'and' || node.kind === 'or') {
      for (const each of node.nodes) visit(each, isPositive);
    } else if (node.kind === 'not') {
      visit(node.node, !isPositive);
    } else if (isPositive) {
      if (node.kind === 'term') terms.push(node.term);
      if (node.kind === 'near') terms.push(...node.terms);
      if (node.kind === 'state' && node.state === 'page') hasPages = true;
    }
  };
  visit(root, true);
  return { terms, hasPages };
}
