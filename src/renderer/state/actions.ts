import type { ActionContext } from './actionContext.ts';
import { createAllArchivesActions, type AllArchivesActions } from './allArchivesActions.ts';
import { createArchiveActions, type ArchiveActions } from './archiveActions.ts';
import { createHighlightActions, type HighlightActions } from './highlightActions.ts';
import { createLabelActions, type LabelActions } from './labelActions.ts';
import { createLibraryActions, type LibraryActions } from './libraryActions.ts';
import { createCharsetActions, type CharsetActions } from './charsetActions.ts';
import { createListActions, type ListActions } from './listActions.ts';
import { createMarkingActions, type MarkingActions } from './markingActions.ts';
import { createPartActions, type PartActions } from './partActions.ts';
import { createPlaceActions, type PlaceActions } from './placeActions.ts';
import { createPrintActions, type PrintActions } from './printActions.ts';
import { createPostActions, type PostActions } from './postActions.ts';
import { createQueryActions, type QueryActions } from './queryActions.ts';
import { createReadingActions, type ReadingActions } from './readingActions.ts';
import { createSavedSearchActions, type SavedSearchActions } from './savedSearchActions.ts';
import { createSurfaceActions, type SurfaceActions } from './surfaceActions.ts';
import { createTrendActions, type TrendActions } from './trendActions.ts';
import { createSpeechActions, type SpeechActions } from './speechActions.ts';
import { createShellActions, type ShellActions } from './shellActions.ts';

import { createWindowActions, readerOverrides, type WindowActions } from './windowActions.ts';

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
    PrintActions,
    SpeechActions,
    WindowActions,
    MarkingActions,
    ReadingActions,
    HighlightActions,
    LabelActions,
    TrendActions,
    SavedSearchActions,
    AllArchivesActions,
    SurfaceActions {}

/** All actions over one store. */
export function createActions(context: ActionContext): Actions {
  const shell = createShellActions(context);
  const post = createPostActions(context, shell);
  const list = createListActions(context, shell);
  const archive = createArchiveActions(context, shell);
  return {
    ...shell,
    ...post,
    ...archive,
    ...createAllArchivesActions(context, archive),
    ...createCharsetActions(context, shell),
    ...createPartActions(context, shell),
    ...createQueryActions(context, shell),
    ...list,
    ...createPlaceActions(context, { ...shell, ...post, ...list }),
    ...createPrintActions(context, shell),
    ...createWindowActions(context, { ...shell, ...post }),
    ...createSpeechActions(context),
    ...createLibraryActions(context, shell),
    ...createMarkingActions(context),
    ...createReadingActions(context, shell),
    ...createHighlightActions(context, shell),
    ...createLabelActions(context, shell),
    ...createSavedSearchActions(context, shell),
    ...createSurfaceActions(context),
    ...createTrendActions(context),
    ...(context.store.getState().role === 'reader'
      ? readerOverrides(context, { ...shell, ...post })
      : {}),
  };
}
