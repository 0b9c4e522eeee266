import { useCommands } from './commands/useCommands.ts';
import { RemoveArchiveDialog } from './library/RemoveArchiveDialog.tsx';
import { Workspace } from './Workspace.tsx';
import { useApp } from './state/store.ts';
import { useAppearance } from './state/useAppearance.ts';
import { Toasts } from './ui/Toasts.tsx';

/** The window: welcome screen, or the three panes of an archive, with what lies over them. */
export function App() {
  useAppearance();
  useCommands();
  const isArchiveOpen = useApp(({ session }) => session !== null);
  return (
    <>
      {isArchiveOpen ? <Workspace /> : null}
      <RemoveArchiveDialog />
      <Toasts />
    </>
  );
}
