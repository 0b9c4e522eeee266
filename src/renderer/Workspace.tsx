import { useEffect, useRef, type CSSProperties, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { focusPane } from './commands/panes.ts';
import { useLostFocus } from './commands/useLostFocus.ts';
import { useMenuState } from './commands/useMenuState.ts';
import { IndexingStrip } from './indexing/IndexingStrip.tsx';
import { Rail } from './library/Rail.tsx';
import { SidePane } from './library/SidePane.tsx';
import { PostsPane } from './posts/PostsPane.tsx';
import { ProblemsPanel } from './problems/ProblemsPanel.tsx';
import { SurfacePane } from './SurfacePane.tsx';
import { SecondPane } from './places/SecondPane.tsx';
import { useHistoryKeys } from './places/useHistoryKeys.ts';
import { useWide } from './places/useWide.ts';
import './places/places.css';
import { useVoices } from './speech/useVoices.ts';
import { useActions, useApp, useSession } from './state/store.ts';
import { useMarkRead } from './state/useMarkRead.ts';
import { Divider } from './ui/Divider.tsx';
import { useNarrow } from './ui/useNarrow.ts';

/** The sidebar over the list: in a narrow window, until the reader leaves it. */
function SidebarOverlay() {
  const { t } = useTranslation('library');
  const { setSidebarOverlay } = useActions();
  const over = useRef<HTMLDivElement>(null);
  const close = (): void => setSidebarOverlay(false);
  useEffect(() => {
    // Its lists, not the tools above them: the name of a tool would come up, and take the first Escape.
    const list = over.current?.querySelector<HTMLElement>('.nav a[aria-current], .nav a') ?? null;
    if (list === null) focusPane('sidebar');
    else list.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) setSidebarOverlay(false);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      // What had the focus is gone, unless the reader took it on to another pane.
      if (document.activeElement === document.body) focusPane('list');
    };
  }, [setSidebarOverlay]);
  /** The focus must not go on under it; its own menus lie outside of the panes. */
  const closeBehind = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const pane = relatedTarget instanceof Element ? relatedTarget.closest('[data-pane]') : null;
    if (pane !== null && !currentTarget.contains(pane)) close();
  };
  return (
    <>
      <button
        type="button"
        className="side-over-scrim"
        aria-label={t('hideSidebar')}
        onClick={close}
      />
      <div ref={over} className="side-over" onBlur={closeBehind}>
        <SidePane onHide={close} />
      </div>
    </>
  );
}

/** Whether the rail stands in the sidebar's place: the reader hid it, or two posts need the room. */
function useRailInstead(isCompared: boolean): boolean {
  const isHidden = useApp(({ settings }) => settings.isSidebarHidden);
  const isWide = useWide();
  return isHidden || (isCompared && !isWide);
}

/** The left column: the sidebar, or the rail in its place. */
function LeftColumn() {
  const { t } = useTranslation('library');
  const { setSettings, setSidebarOverlay } = useActions();
  const isNarrow = useNarrow();
  const isCompared = useSession((session) => session.comparedPath !== null) ?? false;
  const isHidden = useRailInstead(isCompared);
  const isOverlayOpen = useApp((state) => state.isSidebarOverlayOpen);
  const sidebarWidth = useApp(({ settings }) => settings.sidebarWidth);
  if (isNarrow || isHidden) {
    const show = (): void =>
      isNarrow || isCompared ? setSidebarOverlay(true) : setSettings({ isSidebarHidden: false });
    return (
      <>
        <Rail onShow={show} />
        {isOverlayOpen && <SidebarOverlay />}
      </>
    );
  }
  return (
    <div className="column side-column">
      <SidePane onHide={() => setSettings({ isSidebarHidden: true })}>
        <Divider
          label={t('resizeSidebar')}
          width={sidebarWidth}
          least={200}
          most={320}
          onChange={(width) => setSettings({ sidebarWidth: width })}
        />
      </SidePane>
    </div>
  );
}

/** Follows the open post; a component of its own, so that a step in the list draws nothing else anew. */
function OpenPostWatch() {
  useMarkRead();
  useMenuState();
  useHistoryKeys();
  useVoices();
  useLostFocus();
  return null;
}

/** An open archive: sidebar, list, article; strip and panel below. */
export function Workspace() {
  const { t } = useTranslation('library');
  const { setSettings } = useActions();
  const isNarrow = useNarrow();
  const comparedPath = useSession((session) => session.comparedPath);
  const isCompared = comparedPath !== null && !isNarrow;
  const isHidden = useRailInstead(isCompared);
  const sidebarWidth = useApp(({ settings }) => settings.sidebarWidth);
  const listWidth = useApp(({ settings }) => settings.listWidth);
  const widths: CSSProperties & Record<'--side-width' | '--list-width', string> = {
    '--side-width': `${sidebarWidth}px`,
    '--list-width': `${listWidth}px`,
  };
  return (
    <div
      className={`win ${isHidden ? 'has-rail' : ''} ${isCompared ? 'compared' : ''}`}
      style={widths}
    >
      <LeftColumn />
      <div className="column list-column">
        <PostsPane>
          <Divider
            label={t('resizeList')}
            width={listWidth}
            least={320}
            most={560}
            onChange={(width) => setSettings({ listWidth: width })}
          />
        </PostsPane>
      </div>
      <SurfacePane />
      {comparedPath !== null && !isNarrow && <SecondPane path={comparedPath} />}
      <OpenPostWatch />
      <ProblemsPanel />
      <IndexingStrip />
    </div>
  );
}
