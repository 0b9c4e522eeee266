import { setImmediate as nextTurn } from 'node:timers/promises';
import { readAsOf } from '../../shared/charsetChoices.ts';
import { placeQuote } from '../../shared/anchoring/placeQuote.ts';
import { prepareText } from '../../shared/anchoring/visibleText.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { listChoices } from '../store/charsetChoices.ts';
import { type CheckedHighlight, checkedStates, keepChecked } from '../store/highlightChecks.ts';
import { listHighlights } from '../store/highlights.ts';
import type { Library } from '../store/openLibrary.ts';
import type { IndexReader } from '../store/storeTypes.ts';

/** Raise it when passages are placed by other rules: every highlight is then looked at again. */
const RULES = 2;

/** So long is looked before what was found is kept and others have their turn, in milliseconds. */
const SLICE_MS = 50;

/** Whose highlights are looked at. */
export interface PlaceCheck {
  readonly library: Library;
  readonly index: IndexReader;
  readonly archiveId: ArchiveId;
}

/**
 * Looks in the texts of the index whether the words of highlights are still there, where that was not looked at before for
 * this state of their post. Nothing that the reader made is changed. In slices, between which messages are heard; what is
 * cut short by `signal` is done by the next run.
 */
export async function checkPlaces(check: PlaceCheck, signal: AbortSignal): Promise<void> {
  const posts = eachPost(check);
  while (!signal.aborted && checkFor(check, posts, SLICE_MS)) await nextTurn();
}

/**
 * The same at once, for as long as given, in milliseconds and at least one post; what is left over waits for the next run
 * and counts as found until then.
 */
export function checkSomePlaces(check: PlaceCheck, mostMs: number): void {
  checkFor(check, eachPost(check), mostMs);
}

/** Looks at posts for a while and keeps what was found; false = none is left. */
function checkFor(
  { library, archiveId }: PlaceCheck,
  posts: Iterator<readonly CheckedHighlight[], void>,
  mostMs: number,
): boolean {
  const end = performance.now() + mostMs;
  const found: CheckedHighlight[] = [];
  let isDone = false;
  do {
    const { value, done = false } = posts.next();
    isDone = done;
    found.push(...(value ?? []));
  } while (!isDone && performance.now() < end);
  keepChecked(library, archiveId, found);
  return !isDone;
}

/** What is found in each post that is not as it was when its highlights were last looked at. */
function* eachPost({
  library,
  index,
  archiveId,
}: PlaceCheck): Generator<readonly CheckedHighlight[], void> {
  const readAs = readAsOf(listChoices(library, archiveId));
  for (const [path, states] of checkedStates(library, archiveId)) {
    const facts = index.rowAt(path);
    if (facts === null) continue;
    const { contentHash, characterCount } = facts;
    const state = `${RULES} ${contentHash} ${characterCount} ${readAs(path)?.charset ?? ''}`;
    if (states.every((each) => each === state)) continue;
    const post = index.get(path);
    if (post === null) continue;
    const text = prepareText(post.text);
    yield listHighlights(library, archiveId, path)
      .filter(({ checked }) => checked !== state)
      .map((each) => {
        const isOrphan = placeQuote(text, each) === null;
        const { id, changedAt } = each;
        return { id, changedAt, checked: state, isOrphan, isTurned: isOrphan !== each.isOrphan };
      });
  }
}
