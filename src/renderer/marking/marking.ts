import { createStore, type StoreApi } from 'zustand';
import type { HighlightId } from '../../shared/annotations.ts';
import type { ArticleMarks } from '../article/articleMarks.ts';
import { readArticleText } from '../article/articleText.ts';
import type { Placement } from './placeHighlights.ts';
import {
  paintHighlights,
  placeOfNote,
  type Describe,
  type HighlightElements,
} from './paintHighlights.ts';
import type { SelectedPassage } from './textPlaces.ts';

/** What is written on: one highlight, or the post as a whole. */
export type NoteTarget = HighlightId | 'post';

/** The tools of a highlight, open at it. */
export interface OpenTools {
  readonly id: HighlightId;
  /** Ids of all highlights at the place that was pressed. */
  readonly ids: readonly HighlightId[];
  /** True when they were opened by a key and take the focus. */
  readonly hasFocus: boolean;
}

/** Marks of the post on screen. */
interface MarkingState {
  /** Whether all of the post is on screen. */
  readonly hasBody: boolean;
  readonly placement: Placement;
  /** The elements of the highlights that are in the text on screen. */
  readonly elements: HighlightElements;
  /** Where notes on passages are drawn: an element behind the block of each. */
  readonly slots: ReadonlyMap<HighlightId, HTMLElement>;
  /** What is selected, once the selection stands still; null = nothing. */
  readonly selection: SelectedPassage | null;
  /** True when the selection was made by keys. */
  readonly isSelectedByKeys: boolean;
  readonly tools: OpenTools | null;
  /** The highlight made last, until the reader turns to something else: `c` writes on it. */
  readonly fresh: HighlightId | null;
  readonly editing: NoteTarget | null;
  readonly hasCaret: boolean;
  /** What a screen reader is told, and how often something was: the same words may come twice. */
  readonly said: { readonly words: string; readonly count: number };
}

/** No mark at all. */
const noPlacement: Placement = { placed: [], orphans: [], elsewhereCount: 0 };

const nothing: MarkingState = {
  hasBody: false,
  placement: noPlacement,
  elements: new Map(),
  slots: new Map(),
  selection: null,
  isSelectedByKeys: false,
  tools: null,
  fresh: null,
  editing: null,
  hasCaret: false,
  said: { words: '', count: 0 },
};

/** The marks of one article view. */
export interface Marking {
  readonly store: StoreApi<MarkingState>;
  /** The body's nodes were put in anew and hold no marks yet. */
  readonly setBody: (body: HTMLElement) => void;
  readonly body: () => HTMLElement | null;
  /** Shows these highlights. `describe` says to a screen reader what each is. */
  readonly show: (place: Placer, describe: Describe) => void;
  readonly edit: (target: NoteTarget | null) => void;
  /** Closes tools, forgets the selection: the reader turned to something else. */
  readonly rest: () => void;
  /** Tells a screen reader. */
  readonly say: (words: string) => void;
}

/** Finds the places of highlights in the text of an article, which it reads when there are any. */
type Placer = (readText: () => string) => Placement;

const placeNone: Placer = () => noPlacement;
const sayNothing: Describe = () => '';

/** Draws highlights and the places of their notes, around the hits of `marks`. */
export function createMarking(marks: ArticleMarks): Marking {
  const store = createStore<MarkingState>(() => nothing);
  let body: HTMLElement | null = null;
  let placer: Placer = placeNone;
  let describe: Describe = sayNothing;
  let painted = '';

  const placeNotes = (): void => {
    if (body === null) return;
    const { placement, elements, editing, slots } = store.getState();
    store.setState({ slots: moveSlots({ body, placement, elements, editing, before: slots }) });
  };
  const paint = (root: HTMLElement): void => {
    const { placed } = store.getState().placement;
    store.setState({ elements: paintHighlights(root, placed, describe) });
  };
  const place = (): void => {
    const root = body;
    if (root === null) return;
    store.setState({ placement: placer(() => readArticleText(root).text) });
  };
  return {
    store,
    body: () => body,
    setBody: (root) => {
      body = root;
      place();
      painted = pictureOf(store.getState().placement, describe);
      paint(root);
      placeNotes();
      store.setState({ hasBody: true });
    },
    show: (newPlacer, newDescribe) => {
      placer = newPlacer;
      describe = newDescribe;
      place();
      const picture = pictureOf(store.getState().placement, describe);
      if (body !== null && picture !== painted) {
        painted = picture;
        marks.around(paint);
      }
      placeNotes();
    },
    edit: (editing) => {
      store.setState({ editing, ...(editing === null ? {} : { tools: null, selection: null }) });
      placeNotes();
    },
    rest: () => store.setState({ tools: null, selection: null, fresh: null }),
    say: (words) => store.setState(({ said }) => ({ said: { words, count: said.count + 1 } })),
  };
}

/** Everything that drawing highlights depends on, as one text: the same text needs no drawing anew. */
const pictureOf = ({ placed }: Placement, describe: Describe): string =>
  JSON.stringify(
    placed.map(({ highlight, range }) => [highlight.id, highlight.pen, range, describe(highlight)]),
  );

interface SlotPlaces extends Pick<MarkingState, 'placement' | 'elements' | 'editing'> {
  readonly body: HTMLElement;
  readonly before: MarkingState['slots'];
}

/** Puts a slot behind the block of every note. Slots stay the same elements: a note being written keeps its focus. */
function moveSlots(places: SlotPlaces): ReadonlyMap<HighlightId, HTMLElement> {
  const { body, placement, elements, editing, before } = places;
  const slots = new Map<HighlightId, HTMLElement>();
  const lasts = new Map<Element, Element>();
  for (const { highlight } of placement.placed) {
    const last = elements.get(highlight.id)?.at(-1);
    const isNoted = highlight.note !== null || editing === highlight.id;
    const block = last === undefined || !isNoted ? null : placeOfNote(body, last);
    if (block === null) continue;
    const slot = before.get(highlight.id) ?? createSlot(body);
    putSlot(slot, block, lasts);
    slots.set(highlight.id, slot);
  }
  for (const [id, slot] of before) if (!slots.has(id)) slot.remove();
  return isSame(slots, before) ? before : slots;
}

/** Into a list entry, behind any other block; behind the slots that are there already (`lasts`). */
function putSlot(slot: HTMLElement, block: Element, lasts: Map<Element, Element>): void {
  const neighbour = lasts.get(block);
  if (neighbour === undefined && block.matches('li, dd')) {
    if (slot.parentElement !== block) block.append(slot);
  } else if ((neighbour ?? block).nextElementSibling !== slot) (neighbour ?? block).after(slot);
  lasts.set(block, slot);
}

function createSlot(body: HTMLElement): HTMLElement {
  const slot = body.ownerDocument.createElement('div');
  slot.className = 'note-slot';
  slot.dataset['chrome'] = '';
  return slot;
}

const isSame = <K, V>(left: ReadonlyMap<K, V>, right: ReadonlyMap<K, V>): boolean =>
  left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
