import { cutText } from './cutText.ts';

/** What the linked data of a page (JSON-LD with schema.org's words) says of its article; null where it says nothing. */
export interface LinkedData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly keywords: string | null;
  readonly url: string | null;
}

/** Nodes looked at; a page's graph is small. */
const MAX_NODES = 500;
const ARTICLE =
  /(?:Article|BlogPosting|Report|LiveBlogPosting|Posting|Review|Recipe|CreativeWork)$/u;
const PAGE = /(?:WebPage|ItemPage)$/u;

/** Reads the first article, else the first page, among the graphs of these scripts. Broken ones are passed over. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script)));
  const node =
    nodes.find((one) => isOfType(one, ARTICLE)) ?? nodes.find((one) => isOfType(one, PAGE));
  const value = (key: string): unknown =>
    node !== undefined && Object.hasOwn(node, key) ? node[key] : undefined;
  return {
    headline: nameOf(value('headline')),
    published: nameOf(value('datePublished')) ?? nameOf(value('dateCreated')),
    author: namesOf(value('author')),
    publisher: nameOf(value('publisher')),
    keywords: namesOf(value('keywords')),
    url: nameOf(value('url')),
  };
}

type Node = Readonly<Record<string, unknown>>;

function parsed(script: string): unknown {
  try {
    // Some generators wrap it as a comment or as CDATA.
    return JSON.parse(
      script.replaceAll(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/gu, ''),
    );
  } catch {
    return null;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a document: itself, those of its list, those of its `@graph`. */
function nodesOf(document: unknown): readonly Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [document];
  while (waiting.length > 0 && found.length < MAX_NODES) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MAX_NODES));
    else if (isNode(next)) {
      found.push(next);
      if (Object.hasOwn(next, '@graph')) waiting.push(next['@graph']);
      if (Object.hasOwn(next, 'mainEntity')) waiting.push(next['mainEntity']);
    }
  }
  return found;
}

function isOfType(node: Node, pattern: RegExp): boolean {
  const type = Object.hasOwn(node, '@type') ? node['@type'] : null;
  const names = Array.isArray(type) ? type : [type];
  return names.some((name) => typeof name === 'string' && pattern.test(name));
}

/** A text, or the name of what is described; null for anything else. */
function nameOf(value: unknown): string | null {
  const named = isNode(value) && Object.hasOwn(value, 'name') ? value['name'] : value;
  const first: unknown = Array.isArray(named) ? named[0] : named;
  if (typeof first !== 'string') return null;
  const text = cutText(first.replaceAll(/\s+/gu, ' ').trim(), 2000);
  return text === '' ? null : text;
}

/** All names of a list, parted by commas. */
function namesOf(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 30) : [value]).map(nameOf);
  const text = names.filter((name) => name !== null).join(', ');
  return text === '' ? null : text;
}
