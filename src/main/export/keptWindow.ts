import type { WebContents } from 'electron';
import * as v from 'valibot';
import { AppError } from '../../shared/result.ts';
import { fitPages } from './fitPages.ts';
import { drawOn, layOut, openSheet, printPage, WORLD } from './printSheet.ts';
import type { PrintOptions, PrintSheet } from './printSheet.ts';

/**
 * A hidden window for previews and for files of one post each. Documents take each other's place in one page, so that the
 * style sheets of the book and its faces, most of the time of a short print, are read once. Laid out and printed they are
 * as by any print window.
 */
export interface KeptWindow {
  /** Keeps a style sheet for the documents printed here; answers its address, the same for the same text. */
  readonly addStyle: (name: string, css: string) => string;
  /**
   * Opens page, style sheets and faces ahead of the first print: those of the prints before or, before any, those that
   * `sample` takes, a `<body>`.
   */
  readonly warm: (sample?: string) => void;
  /**
   * Lays out a document and prints it, after the one before. Rejects with `export-failed` when the page's process dies or
   * the time is over: the next one gets another.
   */
  readonly print: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  /** Closes the window at once; a print under way rejects with `cancelled`. */
  readonly close: () => void;
}

/** What a kept window is made of. */
export interface KeptInput {
  readonly partition: Electron.Session;
  /** Serves a page of ours to the partition; answers its address. */
  readonly serve: (html: string) => string;
  /** Addresses of the style sheets that every document has. */
  readonly styleSheets: readonly string[];
  /** Faces that documents took, by their places among those of the style sheets: a new page loads them ahead. Added to. */
  readonly faces: Set<number>;
  /** Characters of documents after which the page's process is ended; missing = 500,000. */
  readonly most?: number | undefined;
}

/** Runs in a world of its own beside the page, which runs no scripts (docs/security.md): what it sets in is inert. */
const TAKE_PLACE = `async (html, own) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const links = [...next.querySelectorAll('link[rel=stylesheet]')].map(({ href }) => own[href]);
  document.adoptedStyleSheets = links.filter((css) => css !== undefined).map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  document.documentElement.lang = next.documentElement.lang;
  document.title = next.title;
  document.body = document.importNode(next.body, true);
  // Not by decode(): it waits for a frame, and a window that is never shown has one a second.
  await Promise.all([...document.images].filter(({ complete }) => !complete).map((image) =>
    new Promise((done) => {
      image.addEventListener('load', done);
      image.addEventListener('error', done);
    })));
  do {
    document.body.offsetHeight;
    await document.fonts.ready;
    document.body.offsetHeight;
  } while (document.fonts.status !== 'loaded');
  return [...document.fonts].flatMap(({ status }, at) => status === 'loaded' ? [at] : []);
}`;

/** Faces are loaded while the first document is still being written. */
const LOAD_FACES = `(places) => {
  const faces = [...document.fonts];
  for (const place of places) void faces[place]?.load().catch(() => undefined);
}`;

/** As what stands in the page, a sample takes its faces. It is inert as any document is. */
const SHOW_SAMPLE = `(html) => {
  document.body = document.importNode(new DOMParser().parseFromString(html, 'text/html').body, true);
  document.body.offsetHeight;
}`;

const placesSchema = v.array(v.number());

/** What was laid out stays in the page's process for a while: after so many characters of documents the next one gets another. */
const MOST_CHARACTERS = 500_000;

/** Opens nothing yet. */
export function keepWindow(input: KeptInput): KeptWindow {
  const { partition, serve, styleSheets, faces, most = MOST_CHARACTERS } = input;
  const styles = new Map<string, string>();
  let opened: Promise<PrintSheet> | null = null;
  let sheet: PrintSheet | null = null;
  let isClosed = false;
  let characters = 0;
  const drop = (): void => {
    sheet?.drop();
    sheet = null;
    opened = null;
    characters = 0;
  };
  const open = async (sample = ''): Promise<PrintSheet> => {
    const own = openSheet(partition);
    sheet = own;
    const address = serve(emptyPage(styleSheets));
    const { webContents } = own.window;
    await Promise.race([layOut(webContents, address), own.ended]);
    await Promise.race([runIn(webContents, loadingFaces(faces, sample)), own.ended]);
    return own;
  };
  const draw = async (html: string, options: PrintOptions): Promise<Uint8Array> => {
    if (isClosed) throw new AppError('cancelled', 'The export was cancelled.');
    let isDone = false;
    try {
      opened ??= open();
      const code = takePlace(html, styles);
      const drawn = await drawOn(await opened, options, async (contents) => {
        const taken = await runIn(contents, code);
        for (const place of v.parse(placesSchema, taken)) faces.add(place);
        await fitPages(contents, WORLD);
        return printPage(contents, options.isTagged);
      });
      isDone = true;
      return drawn;
    } finally {
      characters += html.length;
      if (!isDone || characters > most) drop();
    }
  };
  return {
    addStyle: (name, css) => addStyle(styles, name, css),
    warm: (sample) => {
      if (isClosed) return;
      opened ??= open(sample);
      opened.catch(drop);
    },
    print: draw,
    close: () => {
      isClosed = true;
      drop();
    },
  };
}

const runIn = (contents: WebContents, code: string): Promise<unknown> =>
  contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }]);

/** The line that has the faces of the prints before loaded, of the first ones those of a sample. */
const loadingFaces = (faces: ReadonlySet<number>, sample: string): string =>
  faces.size === 0
    ? `(${SHOW_SAMPLE})(${JSON.stringify(sample)})`
    : `(${LOAD_FACES})(${JSON.stringify([...faces])})`;

/** The line that sets a document in, with those of the style sheets kept that it names. */
function takePlace(html: string, styles: ReadonlyMap<string, string>): string {
  const wanted = [...styles].filter(([address]) => html.includes(address));
  const given = [html, Object.fromEntries(wanted)].map((each) => JSON.stringify(each));
  return `(${TAKE_PLACE})(${given.join(',')})`;
}

function addStyle(styles: Map<string, string>, name: string, css: string): string {
  const known = [...styles].find(([, text]) => text === css);
  if (known !== undefined) return known[0];
  const address = `app://broadsheet/kept/${styles.size}-${name}.css`;
  styles.set(address, css);
  return address;
}

const emptyPage = (styleSheets: readonly string[]): string =>
  `<!doctype html><html lang="und"><head><meta charset="utf-8"><title>-</title>${styleSheets
    .map((href) => `<link rel="stylesheet" href="${href}">`)
    .join('')}</head><body></body></html>`;
