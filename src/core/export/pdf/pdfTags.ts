import type { PdfFile } from './pdfFile.ts';
import type { PdfObjects } from './pdfObjects.ts';
import { readElements, readEntries, referenceOf, referencesIn } from './pdfSyntax.ts';

/** The tags of one print (structure tree: ISO 32000-1, 14.7.2), read before its objects are written. */
export interface PrintTags {
  /** Number of the structure tree's root, which the book's document element takes the place of. */
  readonly root: number;
  /** Objects of the tree that are written anew for the whole book. */
  readonly replaced: ReadonlySet<number>;
  /** Elements directly below the root. */
  readonly top: ReadonlySet<number>;
  /** Keys of the parent tree (14.7.4.4) and the objects they lead to. */
  readonly parents: readonly (readonly [key: number, id: number])[];
  /** Identifiers of elements that a table cell names as its headers (14.8.5.7), as written. */
  readonly named: ReadonlySet<string>;
}

/** Reads the tags of a print; null when it has none. */
export function readTags(file: PdfFile): PrintTags | null {
  const root = referenceOf(file.catalog.get('StructTreeRoot'));
  if (root === null) return null;
  const entries = readEntries(file.read(root).dict);
  const tree = referenceOf(entries.get('ParentTree'));
  const names = referenceOf(entries.get('IDTree'));
  const trees = new Set([root]);
  const parents: (readonly [number, number])[] = [];
  if (tree !== null) readNumbers(file, tree, { trees, parents });
  if (names !== null) collectNodes(file, names, trees);
  return {
    root,
    replaced: trees,
    top: new Set(referencesIn(entries.get('K') ?? '')),
    parents,
    named: headersIn(file),
  };
}

function readNumbers(
  file: PdfFile,
  node: number,
  into: { readonly trees: Set<number>; readonly parents: (readonly [number, number])[] },
): void {
  if (into.trees.has(node)) return;
  into.trees.add(node);
  const entries = readEntries(file.read(node).dict);
  const pairs = readElements(entries.get('Nums') ?? '[]');
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const id = referenceOf(pairs[at + 1]);
    if (id !== null) into.parents.push([Number(pairs[at]), id]);
  }
  for (const kid of referencesIn(entries.get('Kids') ?? '')) readNumbers(file, kid, into);
}

function collectNodes(file: PdfFile, node: number, nodes: Set<number>): void {
  if (nodes.has(node)) return;
  nodes.add(node);
  const kids = readEntries(file.read(node).dict).get('Kids') ?? '';
  for (const kid of referencesIn(kids)) collectNodes(file, kid, nodes);
}

const HEADERS = /\/Headers \[([^\]]*)\]/g;
const IDENTIFIER = /\/ID (\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f]*>)\s*/;

const isElement = (dict: string): boolean => dict.startsWith('<</Type /StructElem');

function headersIn(file: PdfFile): ReadonlySet<string> {
  const named = new Set<string>();
  for (const id of file.ids) {
    const { dict } = file.read(id);
    if (!isElement(dict) || !dict.includes('/Headers')) continue;
    for (const [, list] of dict.matchAll(HEADERS)) {
      for (const name of readElements(`[${list}]`)) named.add(name);
    }
  }
  return named;
}

/** Gathers the tags of all prints into one tree. */
export interface BookTags {
  /** Number of the element that stands above those of all prints. */
  readonly document: number;
  /** Takes the tags of a print whose objects are moved by `shift`; answers how its elements are rewritten. */
  readonly add: (tags: PrintTags, shift: number) => AddedTags;
  /** Writes the tree over the prints, in the order of the book; answers the entries of the catalogue, none without tags. */
  readonly finish: (order: readonly AddedTags[]) => ReadonlyMap<string, string>;
}

/** Tags of a print within the book. */
export interface AddedTags {
  readonly top: readonly number[];
  /** The key in the book's parent tree of a key of the print. */
  readonly structParent: (key: number) => number;
  /** Rewrites an element, whose references are renamed already; `id` is its number in the print. */
  readonly element: (id: number, dict: string) => string;
}

/** Begins the tags of a book. */
export function gatherTags(objects: PdfObjects): BookTags {
  const document = objects.reserve();
  const root = objects.reserve();
  const parents: string[] = [];
  const names: (readonly [name: string, id: number])[] = [];
  let nextKey = 0;
  let prints = 0;
  return {
    document,
    add: (tags, shift) => {
      const firstKey = nextKey;
      const prefix = `${prints++}.`;
      for (const [key, id] of tags.parents) {
        parents.push(`${key + firstKey} ${id + shift} 0 R`);
        nextKey = Math.max(nextKey, key + firstKey + 1);
      }
      return {
        top: [...tags.top].map((id) => id + shift),
        structParent: (key) => key + firstKey,
        element: (id, dict) => {
          const own = IDENTIFIER.exec(dict)?.[1];
          const isNamed = own !== undefined && tags.named.has(own);
          if (isNamed) names.push([prefixed(own, prefix), id + shift]);
          return mendElement(dict, { isNamed, isTop: tags.top.has(id), prefix });
        },
      };
    },
    finish: (order) => {
      const top = order.flatMap(({ top: own }) => own);
      if (top.length === 0) return new Map();
      objects.value(
        document,
        `<</Type /StructElem\n/S /Document\n/P ${root} 0 R\n/K [${top.map((id) => `${id} 0 R`).join(' ')}]>>`,
      );
      const tree = objects.reserve();
      objects.value(tree, `<</Nums [${parents.join('\n')}]>>`);
      const identifiers = writeIdentifiers(objects, names);
      objects.value(
        root,
        `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTree ${tree} 0 R\n/ParentTreeNextKey ${nextKey}${identifiers}>>`,
      );
      return new Map([
        ['MarkInfo', '<</Marked true>>'],
        ['StructTreeRoot', `${root} 0 R`],
      ]);
    },
  };
}

const prefixed = (name: string, prefix: string): string =>
  name.startsWith('<')
    ? `<${Array.from(prefix, (each) => each.charCodeAt(0).toString(16)).join('')}${name.slice(1)}`
    : `(${prefix}${name.slice(1)}`;

/**
 * Identifiers must be unique in the book (14.7.2): those that table cells name get a prefix for the print, the others, of
 * which Chromium gives one to every element, go. The `Document` of a print becomes a `Part` of the book's.
 */
function mendElement(
  dict: string,
  {
    isNamed,
    isTop,
    prefix,
  }: { readonly isNamed: boolean; readonly isTop: boolean; readonly prefix: string },
): string {
  const mended = dict.replace(IDENTIFIER, (match, name: string) =>
    isNamed ? match.replace(name, () => prefixed(name, prefix)) : '',
  );
  const headed = mended.includes('/Headers')
    ? mended.replace(HEADERS, (_match, list: string) => {
        const names = readElements(`[${list}]`).map((name) => prefixed(name, prefix));
        return `/Headers [${names.join(' ')}]`;
      })
    : mended;
  return isTop ? headed.replace('/S /Document', '/S /Part') : headed;
}

/** A name tree of one node; its keys are in the order of their bytes (7.9.6). */
function writeIdentifiers(
  objects: PdfObjects,
  names: readonly (readonly [name: string, id: number])[],
): string {
  if (names.length === 0) return '';
  const sorted = names.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const limits = `[${sorted.at(0)?.[0] ?? ''} ${sorted.at(-1)?.[0] ?? ''}]`;
  const leaf = objects.reserve();
  objects.value(
    leaf,
    `<</Limits ${limits}\n/Names [${sorted.map(([name, id]) => `${name} ${id} 0 R`).join('\n')}]>>`,
  );
  const node = objects.reserve();
  objects.value(node, `<</Kids [${leaf} 0 R]>>`);
  return `\n/IDTree ${node} 0 R`;
}
