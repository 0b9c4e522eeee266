import { ReadAsDialog } from './charsets/ReadAsDialog.tsx';
import { CommandKeys } from './commands/CommandKeys.tsx';
import { AboutDialog } from './dialogs/AboutDialog.tsx';
import { ImportReportDialog } from './dialogs/ImportReportDialog.tsx';
import { RecoveryDialog } from './dialogs/RecoveryDialog.tsx';
import { ShortcutsDialog } from './dialogs/ShortcutsDialog.tsx';
import { ExportDialog } from './export/ExportDialog.tsx';
import { LabelsDialog } from './labels/LabelsDialog.tsx';
import { RemoveArchiveDialog } from './library/RemoveArchiveDialog.tsx';
import { OnThisDayDialog } from './time/OnThisDayDialog.tsx';
import { MarkAllReadDialog } from './places/MarkAllReadDialog.tsx';
import { Palette } from './palette/Palette.tsx';
import { DropLayer } from './welcome/DropLayer.tsx';
import { BringBackDialog } from './settings/BringBackDialog.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx';
import { Workspace } from './Workspace.tsx';
import { AllArchivesDialog } from './searches/AllArchivesDialog.tsx';
import { QueryTextDialog } from './filters/QueryTextDialog.tsx';
import { SaveSearchDialog } from './searches/SaveSearchDialog.tsx';
import { useApp } from './state/store.ts';
import { useAppearance } from './state/useAppearance.ts';
import { Toasts } from './ui/Toasts.tsx';

/** The window: welcome screen, or the three panes of an archive, with what lies over them. */
export function App() {
  useAppearance();
  const isArchiveOpen = useApp(({ session }) => session !== null);
  const isOpening = useApp((state) => state.isOpening);
  return (
    <>
      {isArchiveOpen && <Workspace />}
      {isArchiveOpen && <DropLayer />}
      {!isArchiveOpen && !isOpening && <WelcomeScreen />}
      <ExportDialog />
      <AboutDialog />
      <ShortcutsDialog />
      <SettingsDialog />
      <BringBackDialog />
      <LabelsDialog />
      <SaveSearchDialog />
      <QueryTextDialog />
      <AllArchivesDialog />
      <RemoveArchiveDialog />
      <MarkAllReadDialog />
      <RecoveryDialog />
      <ImportReportDialog />
      <ReadAsDialog />
      <OnThisDayDialog />
      <Palette />
      <CommandKeys />
      <Toasts />
    </>
  );
}
