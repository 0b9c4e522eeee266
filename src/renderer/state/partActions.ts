import type { Input } from '../../shared/contract.ts';
import type { ArchiveId, Post } from '../../shared/model.ts';
import type { ActionContext } from './actionContext.ts';
import type { Session } from './model.ts';
import { queryKeys } from './queryKeys.ts';
import type { ShellActions } from './shellActions.ts';

/** What can be done with a post that is so long that it is shown in parts. */
export interface PartActions {
  /** Shows a part (from 0) of the open post; with `noHit`, the first one from there on that has a hit, or says that text. */
  readonly showPart: (part: number, noHit?: string) => Promise<void>;
}

/** Actions on parts. */
export function createPartActions(context: ActionContext, shell: ShellActions): PartActions {
  const { store, api, queryClient } = context;
  return {
    showPart: async (part, noHit) => {
      const { session } = store.getState();
      if (session === null || session.openPath === null) return;
      const { archiveId, openPath: path, revision } = session;
      const find = noHit === undefined ? {} : soughtIn(session);
      const outcome = await api.call('posts.get', { archiveId, path, part, ...find });
      if (!outcome.ok) shell.notifyFailure(outcome.error);
      else if (noHit !== undefined && outcome.value.part?.isHitFound !== true) {
        shell.notify({ kind: 'text', text: noHit });
      } else queryClient.setQueryData(queryKeys.post(archiveId, path, revision), outcome.value);
    },
  };
}

/** How a post is asked for: a long one with the part that is on screen, else with the one of the search's first hit. */
export function openingOf(
  { store, queryClient }: Pick<ActionContext, 'store' | 'queryClient'>,
  archiveId: ArchiveId,
  path: string,
): Input<'posts.get'> {
  const queryKey = queryKeys.postAtAnyTime(archiveId, path);
  const known = queryClient.getQueriesData<Post>({ queryKey }).map(([, post]) => post?.part);
  const part = known.findLast((one) => one !== undefined)?.index;
  if (part !== undefined) return { archiveId, path, part };
  const { session } = store.getState();
  return { archiveId, path, ...(session === null ? {} : soughtIn(session)) };
}

function soughtIn({ result }: Session): Pick<Input<'posts.get'>, 'find'> {
  if (result === null || result.key.text === '') return {};
  const { text, foldsVariants } = result.key;
  return { find: { text, foldsVariants } };
}
