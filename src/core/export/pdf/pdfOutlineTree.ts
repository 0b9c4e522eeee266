import type { OutlineEntry } from './pdfOutline.ts';
import type { PdfObjects } from './pdfObjects.ts';
import { textString } from './pdfSyntax.ts';

interface Branch {
  readonly entry: OutlineEntry;
  /** The place as an explicit destination (ISO 32000-1, 12.3.2.2). */
  readonly destination: string;
  readonly children: Branch[];
}

/**
 * Writes an outline (ISO 32000-1, 12.3.3), closed below its first level; answers its number, null when it is empty. Made
 * here and not by Chromium (130), which gathers titles from what it draws: a heading that touches two pages comes twice,
 * one broken over two lines loses the space between them, and every line names itself as its parent. Entries without a
 * place (`destinationOf` answers null) are left out.
 */
export function writeOutlineTree(
  objects: PdfObjects,
  entries: readonly OutlineEntry[],
  destinationOf: (id: string) => string | null,
): number | null {
  const branches = nest(entries, destinationOf);
  if (branches.length === 0) return null;
  const root = objects.reserve();
  const kids = writeChildren(objects, root, branches);
  objects.value(root, `<</Type /Outlines${ends(kids)}\n/Count ${branches.length}>>`);
  return root;
}

function nest(
  entries: readonly OutlineEntry[],
  destinationOf: (id: string) => string | null,
): readonly Branch[] {
  const top: Branch[] = [];
  let open: readonly Branch[] = [];
  for (const entry of entries) {
    const destination = destinationOf(entry.id);
    if (destination === null) continue;
    const branch = { entry, destination, children: [] };
    open = open.filter((above) => above.entry.level < entry.level);
    (open.at(-1)?.children ?? top).push(branch);
    open = [...open, branch];
  }
  return top;
}

/** Answers the numbers of the lines directly below. */
function writeChildren(
  objects: PdfObjects,
  parent: number,
  children: readonly Branch[],
): readonly number[] {
  const first = objects.reserve(children.length);
  const ids = children.map((_, index) => first + index);
  children.forEach(({ entry, destination, children: below }, index) => {
    const id = first + index;
    const inner = writeChildren(objects, id, below);
    const before = index === 0 ? '' : `\n/Prev ${id - 1} 0 R`;
    const after = index === children.length - 1 ? '' : `\n/Next ${id + 1} 0 R`;
    // Opened it shows these; what is below them is closed.
    const closed = below.length === 0 ? '' : `${ends(inner)}\n/Count ${-inner.length}`;
    objects.value(
      id,
      `<</Title ${textString(entry.title)}\n/Parent ${parent} 0 R\n/Dest ${destination}${before}${after}${closed}>>`,
    );
  });
  return ids;
}

const ends = (ids: readonly number[]): string =>
  ids.length === 0 ? '' : `\n/First ${ids[0]} 0 R\n/Last ${ids.at(-1)} 0 R`;
