import { ArrowDownWideNarrow, FileDown, Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HighlightOrder, HighlightPage } from '../../shared/annotations.ts';
import { failureOf } from '../api.ts';
import { focusPane } from '../commands/panes.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { isNarrowed, wholeHighlightsView, type HighlightsView } from '../state/highlightsView.ts';
import { useActions, useSession } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';
import { HighlightPen } from '../ui/drawings.ts';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { HighlightBulk } from './HighlightBulk.tsx';
import { HighlightFilters } from './HighlightFilters.tsx';
import { HighlightList } from './HighlightList.tsx';
import { useHighlightHead, useHighlightsAsked } from './useHighlightPages.ts';
import { useTicks } from './useTicks.ts';
import './highlights.css';

const orders: readonly HighlightOrder[] = ['post', 'pen', 'date', 'newest'];

/** The search of the page, export, and the way back to the post. */
function PageTools({ view, total }: { readonly view: HighlightsView; readonly total: number }) {
  const { t } = useTranslation('highlights');
  const { setHighlightsView, exportHighlights, showSurface } = useActions();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && view.text !== '') setHighlightsView({ text: '' });
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
      focusPane('article');
    } else return;
    event.preventDefault();
  };
  return (
    <div className="top" role="toolbar" aria-label={t('tools')}>
      <div className="field hl-search">
        <Icon of={Search} />
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={view.text}
          onChange={({ target }) => setHighlightsView({ text: target.value })}
          onKeyDown={onKeyDown}
        />
      </div>
      <span className="sp" />
      <IconButton
        icon={FileDown}
        label={t('export')}
        isDisabled={total === 0}
        onPress={() => void exportHighlights(null)}
      />
      <IconButton icon={X} label={t('back')} shortcut="Esc" onPress={() => showSurface('post')} />
    </div>
  );
}

function OrderMenu({ order }: { readonly order: HighlightOrder }) {
  const { t } = useTranslation('highlights');
  const { setHighlightsView } = useActions();
  return (
    <MenuButton
      label={t('order')}
      placement="bottom end"
      groups={[
        {
          id: 'order',
          entries: orders.map((one) => ({
            id: one,
            text: t(`orders.${one}`),
            isChecked: one === order,
            run: () => setHighlightsView({ order: one }),
          })),
        },
      ]}
    >
      <AriaButton className="btn ghost">
        <Icon of={ArrowDownWideNarrow} />
        {t(`orders.${order}`)}
      </AriaButton>
    </MenuButton>
  );
}

/** What stands in place of the cards when there are none: how to mark, or that the filter is too narrow. */
function NoHighlights({ view }: { readonly view: HighlightsView }) {
  const { t } = useTranslation('highlights');
  const { setHighlightsView } = useActions();
  const isFiltered = isNarrowed(view);
  return (
    <div className="hc-none" data-pane-focus tabIndex={-1}>
      <Icon of={HighlightPen} size={32} stroke={1} />
      <h2>{t(isFiltered ? 'noMatch' : 'none')}</h2>
      <p>{t(isFiltered ? 'noMatchText' : 'noneText')}</p>
      {isFiltered && (
        <Button onPress={() => setHighlightsView({ ...wholeHighlightsView, order: view.order })}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** "241 highlights" under the title; with a filter, how many of them it leaves. */
function Count({ head, view }: { readonly head: HighlightPage; readonly view: HighlightsView }) {
  const { t } = useTranslation('highlights');
  const format = useFormat();
  const all = useSession(({ counts }) => counts.highlights) ?? head.total;
  const words = isNarrowed(view)
    ? t('countOf', { count: head.total, shown: format.number(head.total), all: format.number(all) })
    : t('count', { count: head.total, shown: format.number(head.total) });
  return <output className="sub">{words}</output>;
}

/** Everything that the reader marked in the archive, in the article's place. */
export function HighlightsPage() {
  const { t } = useTranslation('highlights');
  const { t: tc } = useTranslation('common');
  const view = useSession((session) => session.highlightsView) ?? wholeHighlightsView;
  const asked = useHighlightsAsked(view);
  const { head, error } = useHighlightHead(asked);
  const ticks = useTicks(asked);
  return (
    <main className="pane art hl-page" aria-label={t('title')} data-pane="article">
      <PageTools view={view} total={head?.total ?? 0} />
      <header className="hd">
        <div>
          <h1>{t('title')}</h1>
          {head !== null && <Count head={head} view={view} />}
        </div>
        <span className="sp" />
        <OrderMenu order={view.order} />
      </header>
      <HighlightFilters view={view} head={head} />
      {error !== null && (
        <p className="hc-none" role="alert">
          {failureText(failureOf(error), tc)}
        </p>
      )}
      {asked !== null && head !== null && head.total > 0 && (
        <HighlightList
          key={`${asked.order} ${JSON.stringify(asked.filter)}`}
          asked={asked}
          head={head}
          ticks={ticks}
        />
      )}
      {head?.total === 0 && <NoHighlights view={view} />}
      <HighlightBulk ticks={ticks} />
    </main>
  );
}
