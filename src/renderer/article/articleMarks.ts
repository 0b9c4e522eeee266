import { createStore, type StoreApi } from 'zustand';
import type { TextRange } from '../../shared/model.ts';
import {
  createHitMarker,
  createMarkRemover,
  readArticleText,
  removeMarks,
  type HitMarker,
} from './articleText.ts';

/** Finds what to mark in a text. Must keep its identity while what it looks for stays the same. */
export type Matcher = (text: string) => readonly TextRange[];

/** Marks on screen and the one that next and previous stand on. */
export interface MarksState {
  /** Hits in the title, ranges of it; numbered before those of the body. */
  readonly titleRanges: readonly TextRange[];
  /** The elements of each hit of the body; none for one whose turn to be marked has not come yet. */
  readonly bodyHits: readonly (readonly HTMLElement[])[];
  /** The current hit, 0-based; null when none was gone to. */
  readonly current: number | null;
  /** Where the last step went on from after the last or first hit; null when it did not go round. */
  readonly wrapped: 'top' | 'end' | null;
}

/** The marks of the article on screen. */
export interface ArticleMarks {
  readonly store: StoreApi<MarksState>;
  /** The body's nodes were put in anew, for a post of this title. */
  readonly setBody: (root: HTMLElement, title: string) => void;
  /** A post comes in pieces: nothing is marked before `setBody`; `finish` draws the rest of it when a hit is asked for. */
  readonly setComing: (finish: () => void) => void;
  /** What to mark now; null marks nothing. */
  readonly setMatcher: (matcher: Matcher | null) => void;
  /** Takes the marks out while the body's nodes are changed, and marks anew; the current hit stays the same one. */
  readonly around: (change: (body: HTMLElement) => void) => void;
  /** Stands on a hit (numbers wrap round) and shows it. */
  readonly goTo: (hit: number) => void;
  /** Goes to the next or previous hit; from none, to the first one at or below the top of the view. */
  readonly step: (step: 1 | -1) => void;
  /** As `step`, but never round the corner: false when there is no hit that way. */
  readonly stepWithin: (step: 1 | -1) => boolean;
  /** Shows a hit without standing on it. */
  readonly show: (hit: number) => void;
}

const nothing: MarksState = { titleRanges: [], bodyHits: [], current: null, wrapped: null };

/** Number of hits in title and body. */
export const hitCount = ({ titleRanges, bodyHits }: MarksState): number =>
  titleRanges.length + bodyHits.length;

/** Hits marked, or taken out, at once; the others of a post follow, so many at a time, without holding up the window. */
const SLICE = 250;

/** Puts the marks of one look at a post in slices into it. */
interface Slices {
  /** The elements of a hit, marked now when they were not yet; none when there is no such hit. */
  readonly partsOf: (hit: number) => readonly HTMLElement[];
  readonly stop: () => void;
}

/** Marks the first slice now and the others one by one; tells of the first and of the last. */
function markInSlices(marker: HitMarker, tell: (hits: MarksState['bodyHits']) => void): Slices {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const markFrom = (hit: number): void => {
    clearTimeout(timer);
    marker.markBefore(hit + SLICE);
    if (hit === 0 || marker.isDone()) tell([...marker.hits()]);
    if (!marker.isDone()) timer = setTimeout(() => markFrom(hit + SLICE), 0);
  };
  markFrom(0);
  return {
    partsOf: (hit) => {
      if (marker.hits()[hit]?.length === 0) markFrom(hit);
      return marker.hits()[hit] ?? [];
    },
    stop: () => clearTimeout(timer),
  };
}

/** What is to be marked in a post. */
interface Look {
  readonly body: HTMLElement;
  /** Null = nothing: the marks of before go. */
  readonly matcher: Matcher | null;
  readonly tell: (hits: MarksState['bodyHits']) => void;
}

/** Takes the marks of the look before out of a post and then puts its own in, both in slices. */
function lookAnew({ body, matcher, tell }: Look): Slices {
  const before = createMarkRemover(body);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marking: Slices | null = null;
  const markerOf = (wanted: Matcher): HitMarker => {
    const article = readArticleText(body);
    return createHitMarker(article, wanted(article.text));
  };
  const takeOut = (count: number): void => {
    clearTimeout(timer);
    before.remove(count);
    if (!before.isDone()) timer = setTimeout(() => takeOut(SLICE), 0);
    else if (matcher !== null) marking = markInSlices(markerOf(matcher), tell);
  };
  takeOut(SLICE);
  // How many there are is known before their turn comes.
  if (!before.isDone() && matcher !== null) tell(markerOf(matcher).hits());
  return {
    partsOf: (hit) => {
      if (!before.isDone()) takeOut(Number.POSITIVE_INFINITY);
      return marking?.partsOf(hit) ?? [];
    },
    stop: () => {
      clearTimeout(timer);
      marking?.stop();
    },
  };
}

interface MarkedBody {
  readonly store: StoreApi<MarksState>;
  readonly body: () => HTMLElement | null;
  readonly slices: () => Slices | null;
}

/** Going to hits, and the elements of them. */
function createGoing({ store, body, slices }: MarkedBody) {
  /** The elements of a hit; none for a hit of the title. */
  const partsOf = (hit: number | null): readonly HTMLElement[] =>
    hit === null ? [] : (slices()?.partsOf(hit - store.getState().titleRanges.length) ?? []);
  const show = (hit: number): void => {
    const [target] = partsOf(hit);
    if (target === undefined) body()?.closest('.paper')?.scrollTo({ top: 0 });
    else showInScroller(target);
  };
  const goTo = (hit: number): void => {
    const total = hitCount(store.getState());
    if (total === 0) return;
    const place = ((hit % total) + total) % total;
    light(partsOf(store.getState().current), false);
    store.setState({ current: place, wrapped: wrapOf(hit, total) });
    light(partsOf(place), true);
    show(place);
  };
  return { partsOf, show, goTo };
}

/** Marks every hit in title and body, across the borders of elements, and takes the marks away again. */
export function createArticleMarks(): ArticleMarks {
  const store = createStore<MarksState>(() => nothing);
  let body: HTMLElement | null = null;
  let title = '';
  let matcher: Matcher | null = null;
  let finish: (() => void) | null = null;
  let slices: Slices | null = null;

  const mark = (): void => {
    slices?.stop();
    slices = null;
    store.setState({ ...nothing, titleRanges: body === null ? [] : (matcher?.(title) ?? []) });
    if (body === null) return;
    slices = lookAnew({ body, matcher, tell: (bodyHits) => store.setState({ bodyHits }) });
  };
  const { partsOf, show, goTo } = createGoing({ store, body: () => body, slices: () => slices });

  return {
    store,
    show,
    goTo,
    setComing: (newFinish) => {
      body = null;
      finish = newFinish;
      mark();
    },
    setBody: (root, newTitle) => {
      finish = null;
      body = root;
      title = newTitle;
      mark();
    },
    around: (change) => {
      if (body === null) return;
      const { current } = store.getState();
      removeMarks(body);
      change(body);
      mark();
      if (current === null || current >= hitCount(store.getState())) return;
      store.setState({ current });
      light(partsOf(current), true);
    },
    setMatcher: (newMatcher) => {
      if (matcher === newMatcher) return;
      matcher = newMatcher;
      mark();
    },
    ...createSteps(store, goTo, () => {
      finish?.();
      // Where a step goes is seen by the marks: the first of them are there, and none of before.
      slices?.partsOf(0);
    }),
  };
}

function light(parts: readonly HTMLElement[], isOn: boolean): void {
  for (const part of parts) part.classList.toggle('now', isOn);
}

/** Steps from the current hit; from none, to the first one at or below the top of the view. */
function createSteps(
  store: StoreApi<MarksState>,
  goTo: ArticleMarks['goTo'],
  finish: () => void,
): Pick<ArticleMarks, 'step' | 'stepWithin'> {
  const nextHit = (step: 1 | -1): number => {
    const state = store.getState();
    return state.current === null
      ? firstInView(state) + (step === 1 ? 0 : -1)
      : state.current + step;
  };
  return {
    step: (step) => {
      finish();
      goTo(nextHit(step));
    },
    stepWithin: (step) => {
      finish();
      const hit = nextHit(step);
      if (hit < 0 || hit >= hitCount(store.getState())) return false;
      goTo(hit);
      return true;
    },
  };
}

/** Where a step to a hit of this number goes on from; null when it is one of them. */
function wrapOf(hit: number, total: number): MarksState['wrapped'] {
  if (hit < 0) return 'end';
  return hit >= total ? 'top' : null;
}

/** The first hit at or below the top of the view; the first of all when there is none. */
function firstInView({ titleRanges, bodyHits }: MarksState): number {
  const top = bodyHits[0]?.[0]?.closest('.paper')?.getBoundingClientRect().top ?? 0;
  if (titleRanges.length > 0) {
    const paper = bodyHits[0]?.[0]?.closest('.paper');
    if (paper === null || paper === undefined || paper.scrollTop < 48) return 0;
  }
  const at = bodyHits.findIndex((hit) => (hit[0]?.getBoundingClientRect().top ?? -1) >= top);
  return at < 0 ? 0 : titleRanges.length + at;
}

/** Brings an element to the upper third of its scroller, unless it is well in view already. */
export function showInScroller(target: HTMLElement): void {
  const scroller = target.closest('.paper');
  if (scroller === null) return;
  const view = scroller.getBoundingClientRect();
  const place = target.getBoundingClientRect();
  const margin = 48;
  if (place.top < view.top + margin || place.bottom > view.bottom - margin) {
    scroller.scrollTop += place.top - view.top - view.height / 3;
  }
  // A hit in a wide table or code line may lie outside of its own box.
  if (target.closest('.scroll-box') !== null) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
