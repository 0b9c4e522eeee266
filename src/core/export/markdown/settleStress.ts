import type * as mdast from 'mdast';

const TAGS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

type Stress = mdast.Strong | mdast.Emphasis | mdast.Delete;

/**
 * Writes stress as HTML where stars would not be read as such: CommonMark's rule on what stands beside them (6.2) was made
 * for languages with spaces, so that `**“灯”**亮了` would show its stars. Space at the ends of what is stressed moves out.
 */
export function settleStress(root: mdast.Root): mdast.Root {
  return { ...root, children: settled(root.children) };
}

function settled<T extends mdast.RootContent>(nodes: readonly T[]): T[];
function settled(nodes: readonly mdast.RootContent[]): mdast.RootContent[] {
  const inner = nodes.map(settleChildren);
  return inner.flatMap((node, at) =>
    isStress(node)
      ? stressed(node, edgeOf(inner[at - 1], 'end'), edgeOf(inner[at + 1], 'start'))
      : [node],
  );
}

function settleChildren(node: mdast.RootContent): mdast.RootContent {
  if (isLine(node)) return { ...node, children: settled(node.children) };
  switch (node.type) {
    case 'table':
      return { ...node, children: settled(node.children) };
    case 'tableRow':
      return { ...node, children: settled(node.children) };
    case 'list':
      return { ...node, children: settled(node.children) };
    case 'listItem':
    case 'blockquote':
    case 'footnoteDefinition':
      return { ...node, children: settled(node.children) };
    default:
      return node;
  }
}

/** What holds text within a line. */
type Line = Stress | mdast.Paragraph | mdast.Heading | mdast.Link | mdast.TableCell;

const LINES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'strong',
  'emphasis',
  'delete',
  'link',
  'tableCell',
]);

const isLine = (node: mdast.RootContent): node is Line => LINES.has(node.type);

const isStress = (node: mdast.RootContent): node is Stress => Object.hasOwn(TAGS, node.type);

function stressed(node: Stress, before: string, after: string): mdast.RootContent[] {
  const [first] = node.children;
  if (first === undefined) return [];
  const isSafe =
    isSafeEdge(edgeOf(first, 'start'), before) &&
    isSafeEdge(edgeOf(node.children.at(-1), 'end'), after);
  if (isSafe) return [node];
  const tag = TAGS[node.type];
  return [
    { type: 'html', value: `<${tag}>` },
    ...node.children,
    { type: 'html', value: `</${tag}>` },
  ];
}

/** A letter at the edge is always good; anything else but space is, where nothing or a space stands beside it. */
function isSafeEdge(inside: string, outside: string): boolean {
  if (/^\s?$/u.test(inside)) return false;
  return /^[\p{L}\p{N}]$/u.test(inside) || /^\s?$/u.test(outside);
}

/** The character at an end of a node; empty at the end of a block, a sign for whatever is no text. */
function edgeOf(node: mdast.RootContent | undefined, end: 'start' | 'end'): string {
  if (node === undefined || node.type === 'break') return '';
  if (node.type !== 'text') return '*';
  const characters = Array.from(node.value);
  return (end === 'start' ? characters[0] : characters.at(-1)) ?? '';
}
