import type { ActionContext } from './actionContext.ts';
import { createArchiveActions, type ArchiveActions } from './archiveActions.ts';
import { createHighlightActions, type HighlightActions } from './highlightActions.ts';
import { createLabelActions, type LabelActions } from './labelActions.ts';
import { createLibraryActions, type LibraryActions } from './libraryActions.ts';
import { createCharsetActions, type CharsetActions } from './charsetActions.ts';
import { createListActions, type ListActions } from './listActions.ts';
import { createMarkingActions, type MarkingActions } from './markingActions.ts';
import { createPartActions, type PartActions } from './partActions.ts';
import { createPlaceActions, type PlaceActions } from './placeActions.ts';
import { createPostActions, type PostActions } from './postActions.ts';
import { createQueryActions, type QueryActions } from './queryActions.ts';
import { createReadingActions, type ReadingActions } from './readingActions.ts';
import { createSavedSearchActions, type SavedSearchActions } from './savedSearchActions.ts';
import { createSurfaceActions, type SurfaceActions } from './surfaceActions.ts';
import { createTrendActions, type TrendActions } from './trendActions.ts';
import { createShellActions, type ShellActions } from './shellActions.ts';

/** Everything the reader can do to the state. Members are stable: they may stand in dependency lists. */
export interface Actions
  extends
    ShellActions,
    ArchiveActions,
    CharsetActions,
    PartActions,
    QueryActions,
    ListActions,
    PostActions,
    LibraryActions,
    PlaceActions,
    MarkingActions,
    ReadingActions,
    HighlightActions,
    LabelActions,
    TrendActions,
    SavedSearchActions,
    SurfaceActions {}

/** All actions over one store. */
export function createActions(context: ActionContext): Actions {
  const shell = createShellActions(context);
  const post = createPostActions(context, shell);
  const list = createListActions(context, shell);
  return {
    ...shell,
    ...post,
    ...createArchiveActions(context, shell),
    ...createCharsetActions(context, shell),
    ...createPartActions(context, shell),
    ...createQueryActions(context, shell),
    ...list,
    ...createPlaceActions(context, { ...shell, ...post, ...list }),
    ...createLibraryActions(context, shell),
    ...createMarkingActions(context),
    ...createReadingActions(context, shell),
    ...createHighlightActions(context, shell),
    ...createLabelActions(context, shell),
    ...createSavedSearchActions(context, shell),
    ...createSurfaceActions(context),
    ...createTrendActions(context),
  };
}
