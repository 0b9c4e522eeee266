import { useEffect } from 'react';
import { ArticlePane } from '../article/ArticlePane.tsx';
import { ReadAsDialog } from '../charsets/ReadAsDialog.tsx';
import { CommandKeys } from '../commands/CommandKeys.tsx';
import { useMenuState } from '../commands/useMenuState.ts';
import { AboutDialog } from '../dialogs/AboutDialog.tsx';
import { ShortcutsDialog } from '../dialogs/ShortcutsDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { LabelsDialog } from '../labels/LabelsDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { useApi, useApp, useSession } from '../state/store.ts';
import { useAppearance } from '../state/useAppearance.ts';
import { useMarkRead } from '../state/useMarkRead.ts';
import { useOpenPost } from '../state/useOpenPost.ts';
import { useVoices } from '../speech/useVoices.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { useHistoryKeys } from './useHistoryKeys.ts';
import './places.css';

/** Follows the post in the window: its title, and what the native menu offers for it. */
function ReaderWatch() {
  const api = useApi();
  const { post } = useOpenPost();
  const archiveId = useSession((session) => session.archiveId);
  const path = useSession(({ openPath }) => openPath);
  const archiveName = useApp(
    ({ archives, session }) => archives.find(({ id }) => id === session?.archiveId)?.name ?? '',
  );
  useMarkRead();
  useMenuState();
  useHistoryKeys();
  useVoices();
  const title = post?.title ?? null;
  useEffect(() => {
    if (title !== null) document.title = `${title} - ${archiveName}`;
  }, [title, archiveName]);
  useEffect(() => {
    if (archiveId !== null && path !== null) void api.call('window.setPost', { archiveId, path });
  }, [api, archiveId, path]);
  return null;
}

/** A window with one post: the article pane and what lies over it. */
export function ReaderApp() {
  useAppearance();
  return (
    <>
      <div className="win reader">
        <ArticlePane />
      </div>
      <ReaderWatch />
      <ExportDialog />
      <AboutDialog />
      <ShortcutsDialog />
      <SettingsDialog />
      <LabelsDialog />
      <ReadAsDialog />
      <CommandKeys />
      <Toasts />
    </>
  );
}
