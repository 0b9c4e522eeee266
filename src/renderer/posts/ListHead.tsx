import { AlignJustify, ArrowDownWideNarrow } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Trans, useTranslation } from 'react-i18next';
import type { Sort } from '../../shared/searchModel.ts';
import { inOrder } from '../../shared/query/queryChips.ts';
import { isRefused } from '../../shared/query/refusal.ts';
import { useShownQuery } from '../filters/useShownQuery.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { indexedPosts } from '../indexing/indexedPosts.ts';
import { BookmarksMenu } from '../library/BookmarksMenu.tsx';
import { tickState } from '../state/selection.ts';
import { useActions, useApp, useAppContext, useSession } from '../state/store.ts';
import { ToggleIconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

const sorts: readonly Sort[] = ['newest', 'oldest', 'relevance'];

/** "482 posts  31 ms"; while indexing "317 posts so far" over "84,213 of 128,406 indexed". */
function Count({ total, elapsedMs }: { readonly total: number; readonly elapsedMs: number }) {
  const { t } = useTranslation(['posts', 'common']);
  const format = useFormat();
  const isIndexing = useApp(
    ({ session, indexing }) => session !== null && indexing[session.archiveId] !== undefined,
  );
  if (isIndexing) {
    return (
      <span className="cnt two nowrap">
        <span>
          <Trans
            t={t}
            i18nKey="countSoFar"
            count={total}
            values={{ shown: format.number(total) }}
            components={{ b: <b /> }}
          />
        </span>
        <IndexedShare />
      </span>
    );
  }
  return (
    <span className="found">
      <span className="cnt nowrap">
        <Trans
          t={t}
          i18nKey="count"
          count={total}
          values={{ shown: format.number(total) }}
          components={{ b: <b /> }}
        />
      </span>
      <span className="dim nowrap ms">
        {t('common:milliseconds', { shown: format.number(Math.max(1, Math.round(elapsedMs))) })}
      </span>
    </span>
  );
}

/** How much of the archive the answer can speak of; a run that still looks for files does not know. */
function IndexedShare() {
  const { t } = useTranslation('posts');
  const format = useFormat();
  const run = useApp(({ session, indexing }) =>
    session === null ? undefined : indexing[session.archiveId],
  );
  if (run === undefined) return null;
  const indexed = indexedPosts(run);
  return (
    <span className="dim">
      {indexed === null
        ? t('indexedNone')
        : t('indexedOf', { done: format.number(indexed.done), all: format.number(indexed.all) })}
    </span>
  );
}

/** The order of the list, and the menu to choose another. */
function SortMenu() {
  const { t } = useTranslation('posts');
  const { setSort, setText } = useActions();
  const asked = useShownQuery()?.query.sort ?? null;
  const chosen = useSession((session) => session.sort) ?? 'newest';
  const sort = asked ?? chosen;
  const { store } = useAppContext();
  /** An order that the query asks for is stronger than this choice, so it gives way. */
  const choose = (order: Sort): void => {
    const typed = store.getState().session?.text ?? '';
    const text = inOrder(typed, order);
    if (text !== typed) setText(text);
    setSort(order);
  };
  return (
    <MenuButton
      label={t('sortLabel')}
      placement="bottom end"
      groups={[
        {
          id: 'sort',
          entries: sorts.map((order) => ({
            id: order,
            text: t(`sort.${order}`),
            isChecked: order === sort,
            run: () => choose(order),
          })),
        },
      ]}
    >
      <Button className="btn ghost">
        <Icon of={ArrowDownWideNarrow} />
        <span className="sort-name">{t(`sort.${sort}`)}</span>
      </Button>
    </MenuButton>
  );
}

/** The line above the rows: tick all, count, order, density. */
export function ListHead() {
  const { t } = useTranslation('posts');
  const format = useFormat();
  const { setSettings, selectAll, clearTicks } = useActions();
  const head = useSession(({ result, searchFailure }) =>
    result === null || searchFailure !== null || isRefused(result.head.hints) ? null : result.head,
  );
  const ticks = useSession(tickState) ?? 'none';
  const density = useApp(({ settings }) => settings.density);
  const total = head?.total ?? 0;
  return (
    <div className="lh">
      <Checkbox
        label={t('selectAll', { count: total, shown: format.number(total) })}
        isSelected={ticks === 'all'}
        isMixed={ticks === 'some'}
        isDisabled={total === 0}
        onChange={() => (ticks === 'all' ? clearTicks() : void selectAll())}
      />
      {head !== null && <Count total={total} elapsedMs={head.elapsedMs} />}
      <span className="sp" />
      <SortMenu />
      <BookmarksMenu />
      <ToggleIconButton
        icon={AlignJustify}
        label={t('density')}
        isOn={density === 'compact'}
        onChange={(isCompact) => setSettings({ density: isCompact ? 'compact' : 'comfortable' })}
      />
    </div>
  );
}
