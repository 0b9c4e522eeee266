import type { Document } from 'domhandler';
import { toMdast } from 'hast-util-to-mdast';
import type * as mdast from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Options } from 'mdast-util-to-markdown';
import { fragmentNames } from '../../../shared/fragmentNames.ts';
import { ID_PREFIX } from '../../../shared/htmlPolicy.ts';
import { elementsOf, lineOf } from '../../post/treeQueries.ts';
import { findFootnotes, noFootnotes } from './footnotes.ts';
import type { NewPlaces } from './htmlHandlers.ts';
import { htmlHandlers } from './htmlHandlers.ts';
import { htmlTree } from './htmlTree.ts';
import { rawElement } from './rawHtml.ts';
import { settleStress } from './settleStress.ts';

/** How HTML is written as Markdown. */
export interface HtmlMarkdownOptions {
  readonly places: NewPlaces;
  /** Ids that links from elsewhere name. */
  readonly linked: ReadonlySet<string>;
  /** False leaves footnotes as the links and the list that they are. */
  readonly hasFootnotes: boolean;
}

/**
 * The tree of a post's sanitised HTML as Markdown (CommonMark with GitHub's tables, strikes, tasks and footnotes), ended by
 * a line break; empty for an empty tree. What Markdown has no sign for stays HTML.
 */
export function htmlMarkdown(
  root: Document,
  { places, linked, hasFootnotes }: HtmlMarkdownOptions,
): string {
  const footnotes = hasFootnotes ? findFootnotes(root) : noFootnotes;
  const tree = htmlTree(root, {
    footnotes,
    anchors: anchorsOf(root, linked),
    htmlOf: (element) => rawElement(element, places),
  });
  const made = toMdast(tree, { handlers: htmlHandlers(places), document: true });
  const content: mdast.Nodes = made.type === 'root' ? settleStress(made) : made;
  return toMarkdown(content, OPTIONS);
}

/** Ids of the tree that links name, without their prefix, but for headings that Markdown gives the same id by their words. */
function anchorsOf(root: Document, linked: ReadonlySet<string>): ReadonlySet<string> {
  const elements = elementsOf(root);
  const targets = new Set([...linked, ...elements.map(({ attribs }) => attribs['href']?.slice(1))]);
  const named = elements.filter((element) => {
    const id = element.attribs['id'] ?? '';
    if (!id.startsWith(ID_PREFIX) || !targets.has(id)) return false;
    return !/^h[1-6]$/u.test(element.name) || fragmentNames(lineOf(element)).at(-1) !== id;
  });
  return new Set(named.map(({ attribs }) => (attribs['id'] ?? '').slice(ID_PREFIX.length)));
}

/** Constructs in which signs are no signs. */
const ADDRESSES: NonNullable<Options['unsafe']>[number]['notInConstruct'] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
];

const sign = (
  character: string,
  around: { readonly before?: string; readonly after?: string } = {},
) => ({
  character,
  ...around,
  inConstruct: 'phrasing' as const,
  notInConstruct: ADDRESSES,
});

const OPTIONS: Options = {
  bullet: '-',
  rule: '*',
  listItemIndent: 'one',
  extensions: [
    gfmToMarkdown({ tablePipeAlign: false }),
    {
      // Signs of programs that read Markdown besides the standard: formulas, templates, marks, definitions.
      unsafe: [
        sign('$'),
        sign('{'),
        sign('=', { after: '=' }),
        sign('=', { before: '=' }),
        { atBreak: true, character: ':' },
        { atBreak: true, character: '|' },
      ],
    },
  ],
};
