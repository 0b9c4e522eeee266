import { useAppearance } from './state/useAppearance.ts';
import { useApp } from './state/store.ts';

/** The window: welcome screen, or the three panes of an archive with what lies over them. */
export function App() {
  useAppearance();
  const isArchiveOpen = useApp(({ session }) => session !== null);
  return <div className="win">{isArchiveOpen ? 'archive' : 'welcome'}</div>;
}
