import type { AnyNode, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';
import { appendChild, removeElement } from 'domutils';
import { elementsOf, isBlock, isEmptyNode, isWrapper, lineOf } from './treeQueries.ts';

/** What stood in the closing lines that were taken off. */
export interface ClosingFacts {
  /** Address of the original, from a closing paragraph that holds only it; null when there is none. */
  readonly url: string | null;
}

/** Closing blocks looked at; boilerplate is short. */
const MAX_BLOCKS = 8;
/** Characters of one closing block; an address may be long. */
const MAX_TEXT = 600;
const MEDIA = new Set(['img', 'video', 'audio']);
/** Links in one closing block. */
const MAX_LINKS = 8;
/** Marks that stand between navigation links; damaged bytes and zero-width characters say nothing either. */
const SEPARATORS =
  /[\s|｜·•∙・/／\\—–\-_<>《》«»‹›,，、;；:：[\]【】()（）←→↑⇧↩\uFFFD\u200B\uFEFF>^*]/gu;
/** Wording of links that lead away from the post to lists of posts, in full. */
const NAVIGATION =
  /^(?:[«‹<←↩⇧↑\s]*)(?:返回\S{0,30}|回到?(?:首页|主页|目录|列表|顶部)|(?:网站|本站)?首页|主页|上一[篇页]|下一[篇页]|更多\S{0,10}新闻|(?:go\s)?back(?:\sto)?(?:\s(?:the\s)?(?:home(?:\s?page)?|top|index|list|main(?:\spage)?|archives?|news|all(?:\sposts)?|blog|posts|category|\S{1,30}\snews))?|home(?:\s?page)?|return(?:\sto)?(?:\s(?:the\s)?(?:home(?:\s?page)?|index|top|list))|(?:previous|next)(?:\s(?:post|page|article))?)(?:[»›>→\s]*)$/iu;
/** Wording that is navigation wherever it leads. */
const CERTAIN = /^返回(?:首页|主页|目录|列表|\S{1,20}新闻)$/u;
const ADDRESS = /^<?(?<url>https?:\/\/[^\s<>]+)>?$/iu;

/**
 * Takes the closing boilerplate off a tree, in place: at its end only, blocks that hold nothing but navigation links
 * (返回首页, back to home), an empty `<>`, and the one paragraph that is only the original's address. Anything else
 * ends the search, so that no sentence is ever lost.
 */
export function takeClosingLines(
  root: ParentNode,
  known: { readonly url: string | null },
): ClosingFacts {
  const footnotes = takeFootnotes(root);
  const facts = takeLastLines(root, known.url);
  for (const node of footnotes) appendChild(root, node);
  return facts;
}

/** Footnotes stand last wherever they were written, so the closing lines stand above them. */
function takeFootnotes(root: ParentNode): readonly AnyNode[] {
  const start = root.children.findIndex(isFootnotePart);
  const tail = start === -1 ? [] : root.children.slice(start);
  // Text after them would be the end of the post.
  if (!tail.every((node) => isFootnotePart(node) || isEmptyNode(node))) return [];
  for (const node of tail) removeElement(node);
  return tail;
}

function isFootnotePart(node: AnyNode): boolean {
  return isTag(node) && /\bfootnotes(?:-sep)?\b/u.test(node.attribs['class'] ?? '');
}

function takeLastLines(root: ParentNode, knownUrl: string | null): ClosingFacts {
  let url: string | null = null;
  let isTaken = false;
  for (let count = 0; count < MAX_BLOCKS; count += 1) {
    const nodes = lastBlock(root);
    if (nodes === null) break;
    const found = judge(nodes, url ?? knownUrl);
    if (found === 'keep') break;
    if (found.url !== null && !isIntroduced(nodes)) url = found.url;
    else if (found.url !== null) break;
    for (const node of nodes) removeElement(node);
    isTaken = true;
  }
  if (isTaken) takeTrailingRules(root);
  return { url };
}

/** The last block as its nodes: one block element, or a run of inline nodes that stands without a paragraph. */
function lastBlock(parent: ParentNode): readonly AnyNode[] | null {
  const children = parent.children;
  let end = children.length - 1;
  while (end >= 0 && isSkippable(children[end])) end -= 1;
  const last = children[end];
  if (last === undefined) return null;
  const run = isBlock(last) ? [last] : inlineRun(children, end);
  const isWhole = run.length > 1 || !isWrapper(last) || judge(run, null) !== 'keep';
  return isWhole ? run : (lastBlock(last) ?? run);
}

/** The inline nodes that end at `end`, back to the block before them. */
function inlineRun(children: readonly AnyNode[], end: number): readonly AnyNode[] {
  let start = end;
  for (let at = end - 1; at >= 0; at -= 1) {
    const node = children[at];
    if (node === undefined || isBlock(node)) break;
    start = at;
  }
  return children.slice(start, end + 1);
}

function isSkippable(node: AnyNode | undefined): boolean {
  return node !== undefined && (isEmptyNode(node) || (isTag(node) && node.name === 'hr'));
}

type Judgement = 'keep' | { readonly url: string | null };

/** Whether a block is boilerplate, and the address that it gave. `knownUrl` is the one found already. */
function judge(nodes: readonly AnyNode[], knownUrl: string | null): Judgement {
  if (roomAfter(nodes, MAX_TEXT) < 0) return 'keep';
  const text = nodes.map(lineOf).join(' ').trim();
  const elements = nodes.flatMap((node) => (isTag(node) ? [node, ...elementsOf(node)] : []));
  if (elements.some(({ name }) => MEDIA.has(name))) return 'keep';
  const links = elements.filter(({ name }) => name === 'a');
  if (links.length === 0) return judgeText(text, knownUrl);
  const rest = links.reduce((left, link) => left.replace(lineOf(link), ''), text);
  const isOnlyLinks = links.length <= MAX_LINKS && rest.replaceAll(SEPARATORS, '') === '';
  return isOnlyLinks ? judgeLinks(links, knownUrl) : 'keep';
}

/** `room` less the characters of these nodes; stops as soon as it is below zero, so long posts cost nothing. */
function roomAfter(nodes: readonly AnyNode[], room: number): number {
  let left = room;
  for (const node of nodes) {
    if (left < 0) break;
    if (isText(node)) left -= node.data.length;
    else if (hasChildren(node)) left = roomAfter(node.children, left);
  }
  return left;
}

function judgeLinks(links: readonly Element[], knownUrl: string | null): Judgement {
  let url: string | null = null;
  for (const link of links) {
    const label = lineOf(link);
    const address = link.attribs['href'] ?? '';
    if (isOriginal(label, address)) {
      if (url !== null || (knownUrl !== null && knownUrl !== address)) return 'keep';
      url = address;
    } else if (!isNavigation(label, address)) return 'keep';
  }
  return { url };
}

function judgeText(text: string, knownUrl: string | null): Judgement {
  if (text === '<>') return { url: null };
  const url = ADDRESS.exec(text)?.groups?.['url'];
  if (url === undefined) return 'keep';
  return knownUrl === null || knownUrl === url ? { url } : 'keep';
}

function isOriginal(label: string, address: string): boolean {
  return ADDRESS.test(label) && /^https?:\/\//iu.test(address);
}

function isNavigation(label: string, address: string): boolean {
  if (label === '') return true;
  if (label.length > 40 || !NAVIGATION.test(label)) return false;
  return (
    CERTAIN.test(label) ||
    !/^[a-z][\w+.-]*:/iu.test(address) ||
    /^https?:\/\/[^/]+\/?$/iu.test(address)
  );
}

/** `See also:` before an address makes it part of the text. */
function isIntroduced(nodes: readonly AnyNode[]): boolean {
  let before = nodes[0]?.prev ?? null;
  while (before !== null && isSkippable(before)) before = before.prev;
  return before !== null && /[:：]$/u.test(lineOf(before));
}

/** A rule or an empty line that stood before the boilerplate has nothing to part any more. */
function takeTrailingRules(parent: ParentNode): void {
  let last = parent.children.at(-1);
  while (last !== undefined && isSkippable(last)) {
    removeElement(last);
    last = parent.children.at(-1);
  }
}
