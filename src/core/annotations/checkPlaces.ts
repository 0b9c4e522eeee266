import { readAsOf } from '../../shared/charsetChoices.ts';
import { placeQuote } from '../../shared/anchoring/placeQuote.ts';
import { prepareText } from '../../shared/anchoring/visibleText.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { listChoices } from '../store/charsetChoices.ts';
import {
  type CheckedHighlight,
  keepChecked,
  listHighlights,
  type StoredHighlight,
} from '../store/highlights.ts';
import type { Library } from '../store/openLibrary.ts';
import type { IndexReader } from '../store/storeTypes.ts';

/** Raise it when passages are placed by other rules: every highlight is then looked at again. */
const RULES = 1;

/**
 * Looks in the texts of the index whether the words of highlights are still there, where that was not looked at before for
 * this state of their post; answers the paths on which some were lost or found. Nothing that the reader made is changed.
 */
export function checkPlaces(
  library: Library,
  index: IndexReader,
  archiveId: ArchiveId,
): readonly string[] {
  const readAs = readAsOf(listChoices(library, archiveId));
  const changed = new Set<string>();
  for (const [path, highlights] of byPath(listHighlights(library, archiveId))) {
    const facts = index.rowAt(path);
    if (facts === null) continue;
    const { contentHash, characterCount } = facts;
    const state = `${RULES} ${contentHash} ${characterCount} ${readAs(path)?.charset ?? ''}`;
    const unchecked = highlights.filter(({ checked }) => checked !== state);
    const post = unchecked.length === 0 ? null : index.get(path);
    if (post === null) continue;
    const text = prepareText(post.text);
    const checked = unchecked.map((each) => ({
      id: each.id,
      checked: state,
      isOrphan: placeQuote(text, each) === null,
    }));
    keepChecked(library, archiveId, checked);
    if (checked.some(({ id, isOrphan }) => isOther(highlights, id, isOrphan))) changed.add(path);
  }
  return [...changed];
}

function isOther(
  highlights: readonly StoredHighlight[],
  id: CheckedHighlight['id'],
  isOrphan: boolean,
): boolean {
  return highlights.some((each) => each.id === id && each.isOrphan !== isOrphan);
}

function byPath(
  highlights: readonly StoredHighlight[],
): ReadonlyMap<string, readonly StoredHighlight[]> {
  const found = new Map<string, StoredHighlight[]>();
  for (const highlight of highlights) {
    const known = found.get(highlight.path);
    if (known === undefined) found.set(highlight.path, [highlight]);
    else known.push(highlight);
  }
  return found;
}
