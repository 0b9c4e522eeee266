import { deflateSync } from 'node:zlib';

/** A page that is to be in a print. */
export interface PrintPage {
  /** Drawn one under the other, each a paragraph of its own; the letters of Latin without signs. */
  readonly words: readonly string[];
  /** Addresses that links lead to; one that begins with `#` is a place of the same print. */
  readonly links: readonly string[];
  readonly places: readonly PlannedPlace[];
  /** Which picture is shown; null for none. Those of one number are alike in every print. */
  readonly picture: number | null;
  /** Whether the second word is a cell of which the first is the head. */
  readonly isTable: boolean;
}

/** A place with its height over the lower edge, in points. */
interface PlannedPlace {
  readonly name: string;
  readonly y: number;
}

/** What is to be printed. */
export interface PrintPlan {
  readonly pages: readonly PrintPage[];
  readonly isTagged: boolean;
  /** Objects stand in the file in the order of their numbers, or the other way round: Skia promises neither. */
  readonly isReversed: boolean;
}

/** The paper of every print, in points. */
const PAPER = { width: 300, height: 400 } as const;

/** Bytes of a picture of one pixel, and of its mask. */
export const pixelOf = (picture: number): Uint8Array => Uint8Array.of(picture, 0, 255);
export const maskOf = (picture: number): Uint8Array => Uint8Array.of(255 - picture);

interface Writing {
  readonly next: () => number;
  readonly put: (id: number, dict: string) => void;
  readonly stream: (dict: string, bytes: Uint8Array) => number;
}

/** A print as Skia writes it: a classic table, every object on its own, names of places in the catalogue, tags with identifiers. */
export function printOf({ pages, isTagged, isReversed }: PrintPlan): Uint8Array {
  const objects: (Uint8Array | null)[] = [null];
  const next = (): number => objects.push(null) - 1;
  const put = (id: number, dict: string): void => {
    objects[id] = Buffer.from(`${id} 0 obj\n${dict}\nendobj\n`, 'latin1');
  };
  const stream = (dict: string, bytes: Uint8Array): number => {
    const id = next();
    const packed = deflateSync(bytes);
    const head = `${id} 0 obj\n<<${dict}/Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
    const tail = '\nendstream\nendobj\n';
    objects[id] = Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from(tail, 'latin1')]);
    return id;
  };
  const writing = { next, put, stream };
  const information = next();
  put(information, '<</Title (-)\n/Producer (Skia/PDF m130)>>');
  const root = next();
  const font = next();
  put(font, '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>');
  const written = pages.map((page, at) => writePage(writing, page, { at, root, font, isTagged }));
  put(
    root,
    `<</Type /Pages\n/Count ${pages.length}\n/Kids [${refs(written.map(({ id }) => id))}]>>`,
  );
  const dests = next();
  const places = pages.flatMap((page, at) =>
    page.places.map(({ name, y }) => `/${name} [${written[at]?.id ?? 0} 0 R /XYZ 0 ${y} 0]`),
  );
  put(dests, `<<${places.join('\n')}>>`);
  const tags = isTagged ? writeTags(writing, pages, written) : '';
  const catalog = next();
  put(catalog, `<</Type /Catalog\n/Pages ${root} 0 R\n/Dests ${dests} 0 R${tags}>>`);
  return wholeFile(objects, { catalog, information, isReversed });
}

const refs = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');
const escaped = (text: string): string => text.replace(/[()\\]/g, String.raw`\$&`);

interface WrittenPage {
  readonly id: number;
  readonly links: readonly number[];
}

interface PageSetting {
  readonly at: number;
  readonly root: number;
  readonly font: number;
  readonly isTagged: boolean;
}

function writePage(writing: Writing, page: PrintPage, setting: PageSetting): WrittenPage {
  const { next, put, stream } = writing;
  const { at, root, font, isTagged } = setting;
  const id = next();
  const links = page.links.map((address) => {
    const link = next();
    const target = address.startsWith('#')
      ? `/Dest /${address.slice(1)}`
      : `/A <</Type /Action\n/S /URI\n/URI (${escaped(address)})>>`;
    put(
      link,
      `<</Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [40 40 60 60]\n${target}>>`,
    );
    return link;
  });
  const drawn = page.words.map((word, line) => {
    const text = `BT /F4 12 Tf 40 ${360 - 14 * line} Td (${word}) Tj ET`;
    return isTagged ? `/P <</MCID ${line}>> BDC ${text} EMC` : text;
  });
  const shown = page.picture === null ? [] : ['q 9 0 0 9 200 200 cm /X5 Do Q'];
  const content = stream('', Buffer.from([...drawn, ...shown].join('\n'), 'latin1'));
  const picture =
    page.picture === null ? '' : `\n/XObject <</X5 ${writePicture(stream, page.picture)} 0 R>>`;
  put(
    id,
    `<</Type /Page\n/Resources <</ProcSet [/PDF /Text]\n/Font <</F4 ${font} 0 R>>${picture}>>\n` +
      `/MediaBox [0 0 ${PAPER.width} ${PAPER.height}]${links.length === 0 ? '' : `\n/Annots [${refs(links)}]`}\n` +
      `/Contents ${content} 0 R${isTagged ? `\n/StructParents ${at}` : ''}\n/Parent ${root} 0 R>>`,
  );
  return { id, links };
}

function writePicture(stream: Writing['stream'], picture: number): number {
  const form = '/Type /XObject\n/Subtype /Image\n/Width 1\n/Height 1\n/BitsPerComponent 8\n';
  const mask = stream(`${form}/ColorSpace /DeviceGray\n`, maskOf(picture));
  return stream(`${form}/ColorSpace /DeviceRGB\n/SMask ${mask} 0 R\n`, pixelOf(picture));
}

/** Answers the entries of the catalogue. */
function writeTags(
  { next, put }: Writing,
  pages: readonly PrintPage[],
  written: readonly WrittenPage[],
): string {
  const [root, document, parents] = [next(), next(), next()];
  const elements: number[] = [];
  const numbers = pages.map(({ words, isTable }, at) => {
    const page = written[at]?.id ?? 0;
    const first = elements.length;
    words.forEach((_word, line) => {
      const id = next();
      const isCell = isTable && line === 1;
      const role = isCell ? 'TD' : isTable && line === 0 ? 'TH' : 'P';
      const head = isCell ? `\n/A [<</O /Table\n/Headers [(node${first})]>>]` : '';
      put(
        id,
        `<</Type /StructElem\n/S /${role}\n/P ${document} 0 R\n` +
          `/K [<</Type /MCR\n/Pg ${page} 0 R\n/MCID ${line}>>]${head}\n/ID (node${elements.length})>>`,
      );
      elements.push(id);
    });
    const own = next();
    put(own, `[${refs(elements.slice(first))}]`);
    return `${at} ${own} 0 R`;
  });
  put(document, `<</Type /StructElem\n/S /Document\n/P ${root} 0 R\n/K [${refs(elements)}]>>`);
  put(parents, `<</Nums [${numbers.join('\n')}]>>`);
  put(
    root,
    `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTree ${parents} 0 R\n/ParentTreeNextKey ${pages.length}>>`,
  );
  return `\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot ${root} 0 R`;
}

interface FileEnd {
  readonly catalog: number;
  readonly information: number;
  readonly isReversed: boolean;
}

function wholeFile(
  objects: readonly (Uint8Array | null)[],
  { catalog, information, isReversed }: FileEnd,
): Uint8Array {
  const ids = objects.flatMap((bytes, id) => (bytes === null ? [] : [id]));
  const offsets = new Map<number, number>();
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1')];
  let at = pieces[0]?.length ?? 0;
  for (const id of isReversed ? ids.toReversed() : ids) {
    const bytes = objects[id] ?? Buffer.alloc(0);
    offsets.set(id, at);
    at += bytes.length;
    pieces.push(bytes);
  }
  const rows = objects.map((_bytes, id) =>
    id === 0
      ? '0000000000 65535 f \n'
      : `${String(offsets.get(id) ?? 0).padStart(10, '0')} 00000 n \n`,
  );
  const end = `xref\n0 ${objects.length}\n${rows.join('')}trailer\n<</Size ${objects.length}\n/Root ${catalog} 0 R\n/Info ${information} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end, 'latin1')]);
}
