import type { WebContents } from 'electron';
import * as v from 'valibot';
import { fitStandings, shortEnds, type Fitting } from '../../core/export/book/pictureFit.ts';

/*
 * Chromium puts a picture that has no room on the next page and leaves the rest of its own page white. Before a document
 * is printed, it is laid out once as columns of a page's size, which Chromium breaks by the same rules as pages; pictures
 * that would leave a hole and would stand in it if they were a little smaller are made so. No script of the page runs:
 * these lines of ours do, beside it, in a world of their own.
 */

const standingsSchema = v.nullable(
  v.object({
    pageHeight: v.number(),
    lineHeight: v.number(),
    standings: v.array(
      v.object({
        kind: v.picklist(['picture', 'table']),
        chapter: v.number(),
        page: v.number(),
        top: v.number(),
        bottom: v.number(),
        height: v.number(),
        fullHeight: v.number(),
        tail: v.number(),
        beforePage: v.number(),
        beforeBottom: v.number(),
      }),
    ),
  }),
);

/** Posts that begin a page of their own: how many pages each takes, and how much of the last one. */
const COUNT = `(() => {
  const book = document.body;
  const chapters = [...document.querySelectorAll('.chapter')];
  if (chapters.length === 0 || book.classList.contains('running')) return null;
  document.documentElement.classList.add('measured');
  const { height } = book.getBoundingClientRect();
  const lineHeight = parseFloat(getComputedStyle(book).lineHeight);
  const lengths = chapters.map((chapter) => {
    const rects = [...chapter.getClientRects()];
    return { pages: rects.length, last: rects.at(-1)?.height ?? 0 };
  });
  globalThis.chapters = chapters;
  return { pageHeight: height, lineHeight, lengths };
})()`;

const lengthsSchema = v.nullable(
  v.object({
    pageHeight: v.number(),
    lineHeight: v.number(),
    lengths: v.array(v.object({ pages: v.number(), last: v.number() })),
  }),
);

const tighten = (posts: readonly number[], isTight: boolean): string =>
  `for (const at of ${JSON.stringify(posts)}) globalThis.chapters[at].classList.toggle('tight', ${isTight})`;

/** Every candidate in the order of the document, and what stands before and behind it in the flow; null = nothing to fit. */
const MEASURE = `(() => {
  const found = [...document.querySelectorAll('.body img.alone, .body figure img, .body table.short')]
    .filter((at) => at.parentElement.closest('table') === null);
  if (found.length === 0) return null;
  document.documentElement.classList.add('measured');
  const book = document.body;
  const { left, top, width, height } = book.getBoundingClientRect();
  const lineHeight = parseFloat(getComputedStyle(book).lineHeight);
  const pageOf = (rect) => Math.floor((rect.left - left + 1) / width);
  const rectsOf = (at) => [...at.getClientRects()].filter((rect) => rect.height > 0);
  const flows = (at) => rectsOf(at).length > 0 && getComputedStyle(at).float === 'none';
  const beside = (at, step) => {
    for (let own = at; own !== null && !own.matches('.chapter'); own = own.parentElement) {
      for (let next = own[step]; next !== null; next = next[step]) if (flows(next)) return next;
    }
    return null;
  };
  // Of three lines none may stand alone on either page.
  const keptOf = (height) => (height < 3.5 * lineHeight ? height : 2 * lineHeight);
  const follows = (at) => getComputedStyle(at).breakBefore === 'avoid';
  const heightOf = (at) => {
    const next = beside(at, 'nextElementSibling');
    const { height } = rectsOf(at)[0];
    return next !== null && follows(next) ? height + heightOf(next) : keptOf(height);
  };
  const keeps = (at) => getComputedStyle(at).breakAfter === 'avoid';
  const chapters = [...document.querySelectorAll('.chapter')];
  const isRunning = book.classList.contains('running');
  const standings = found.map((at) => {
    const figure = at.closest('figure');
    const outer = figure ?? at;
    const [own] = rectsOf(at);
    if (own === undefined) return null;
    const kind = at.localName === 'img' ? 'picture' : 'table';
    if (kind === 'picture' && at.dataset.height === undefined) at.dataset.height = String(own.height);
    const page = pageOf(own);
    let first = rectsOf(outer)[0].top;
    let before = beside(outer, 'previousElementSibling');
    while (before !== null && keeps(before) && !before.matches('.pictured') && pageOf(rectsOf(before)[0]) === page) {
      first = rectsOf(before)[0].top;
      before = beside(before, 'previousElementSibling');
    }
    const last = before === null ? null : rectsOf(before).at(-1);
    const caption = figure === null ? 0 : rectsOf(figure)[0].bottom - own.bottom;
    const behind = beside(outer, 'nextElementSibling');
    const held = at.closest('.pictured') !== null || (behind !== null && follows(behind));
    const kept = held && behind !== null ? heightOf(behind) + lineHeight / 2 : 0;
    return {
      kind,
      chapter: isRunning ? 0 : chapters.indexOf(at.closest('.chapter')),
      page,
      top: first - top,
      bottom: own.bottom - top,
      height: own.height,
      fullHeight: Number(at.dataset.height ?? own.height),
      tail: Math.max(caption, kept),
      beforePage: last === null ? page : pageOf(last),
      beforeBottom: last === null ? 0 : last.bottom - top,
    };
  });
  globalThis.standing = found.filter((_, at) => standings[at] !== null);
  return { pageHeight: height, lineHeight, standings: standings.filter((each) => each !== null) };
})()`;

const fit = (fittings: readonly Fitting[]): string => `(() => {
  for (const { index, height } of ${JSON.stringify(fittings)}) {
    const at = globalThis.standing[index];
    if (height === null) at.classList.remove('short');
    else at.style.maxHeight = height + 'px';
  }
})()`;

const END = `document.documentElement.classList.remove('measured')`;

/** Each round fits one picture of each post, and moves what follows it. */
const MOST_ROUNDS = 12;

/**
 * Fits the pages of a document that is laid out in the isolated world `world`: pictures and tables that would leave holes,
 * and posts of which a line or two would stand alone on a last page.
 */
export async function fitPages(contents: WebContents, world: number): Promise<void> {
  const run: Run = (code) => contents.executeJavaScriptInIsolatedWorld(world, [{ code }]);
  await fitPictures(run);
  await fitEnds(run);
  await run(END);
}

type Run = (code: string) => Promise<unknown>;

async function fitPictures(run: Run): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const measured = v.parse(standingsSchema, await run(MEASURE));
    if (measured === null) return;
    const fittings = fitStandings(measured.standings, measured);
    if (fittings.length === 0) return;
    await run(fit(fittings));
  }
}

/** Sets a post whose last page would be all but empty a little tighter, and takes that back where it saves no page. */
async function fitEnds(run: Run): Promise<void> {
  const before = v.parse(lengthsSchema, await run(COUNT));
  const short = before === null ? [] : shortEnds(before);
  if (before === null || short.length === 0) return;
  await run(tighten(short, true));
  const after = v.parse(lengthsSchema, await run(COUNT));
  const pages = (at: number): number => before.lengths[at]?.pages ?? 0;
  const inVain = short.filter((at) => (after?.lengths[at]?.pages ?? 0) >= pages(at));
  await run(tighten(inVain, false));
}
