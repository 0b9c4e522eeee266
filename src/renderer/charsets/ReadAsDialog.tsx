import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CharsetChoice } from '../../shared/charsetChoices.ts';
import { foldersAbove } from '../../shared/charsetChoices.ts';
import type { Charset } from '../../shared/charsets.ts';
import type { ArchiveId, CharsetPreview } from '../../shared/model.ts';
import { useActions, useApi, useApp, useSession } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { SelectBox } from '../ui/SelectBox.tsx';
import { charsetName } from './charsetName.ts';
import { CharsetList } from './CharsetList.tsx';
import { CharsetPreviewBox } from './CharsetPreviewBox.tsx';
import './charsets.css';

/** Asks what a file, or all files below a folder, are to be read as, with a look at the text in each charset. */
export function ReadAsDialog() {
  const { t } = useTranslation('charsets');
  const { closeDialog } = useActions();
  const dialog = useApp((state) => state.dialog);
  const archiveId = useSession((session) => session.archiveId);
  const path = dialog.kind === 'read-as' ? dialog.path : null;
  return (
    <DialogFrame
      className="read-as"
      title={t('title')}
      isOpen={path !== null && archiveId !== null}
      onClose={closeDialog}
    >
      {path !== null && archiveId !== null && <Body archiveId={archiveId} path={path} />}
    </DialogFrame>
  );
}

interface BodyProps {
  readonly archiveId: ArchiveId;
  readonly path: string;
}

function Body({ archiveId, path }: BodyProps) {
  const choices = useChoices(archiveId);
  const detected = usePreview(archiveId, path, null);
  const [chosen, setChosen] = useState<Charset | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const kept = keptFor(choices, path);
  const charset = chosen ?? firstCharset(kept, detected.data);
  const preview = usePreview(archiveId, path, charset);
  return (
    <>
      <div className="cols">
        <CharsetList value={charset} likely={detected.data?.likely ?? []} onChange={setChosen} />
        <div className="look">
          <p className="path" title={path}>
            {path}
          </p>
          <CharsetPreviewBox
            preview={preview.data ?? null}
            isFailed={preview.isError || detected.isError}
          />
        </div>
      </div>
      <Foot
        path={path}
        charset={charset}
        place={target ?? (kept?.isFolder === true ? `/${kept.path}` : FILE)}
        choices={choices}
        onPlace={setTarget}
      />
    </>
  );
}

/** What the dialog begins with: what was chosen before, else what is detected; null while that is not known. */
function firstCharset(
  kept: CharsetChoice | null,
  detected: CharsetPreview | undefined,
): Charset | null {
  return kept?.charset ?? detected?.charset ?? null;
}

interface FootProps {
  readonly path: string;
  /** Null while none is known. */
  readonly charset: Charset | null;
  /** What it holds for; see `FILE`. */
  readonly place: string;
  readonly choices: readonly CharsetChoice[];
  readonly onPlace: (place: string) => void;
}

function Foot({ path, charset, place, choices, onPlace }: FootProps) {
  const { t } = useTranslation('charsets');
  const { t: tc } = useTranslation('common');
  const { closeDialog, readAs } = useActions();
  const scope = placeOf(place, path);
  const isKept = choices.some((one) => one.path === scope.path && one.isFolder === scope.isFolder);
  const name = charset === null ? '' : charsetName(charset);
  const apply = (charsetToKeep: Charset | null, done: string): void => {
    closeDialog();
    void readAs({ ...scope, charset: charsetToKeep }, done);
  };
  return (
    <footer>
      <span className="name">{t('applyTo')}</span>
      <SelectBox
        label={t('applyTo')}
        className="scope"
        value={place}
        options={placesOf(path).map((value) => ({ value, text: placeText(value, t) }))}
        onChange={onPlace}
      />
      {scope.isFolder && <span className="dim note">{t('folderNote')}</span>}
      <span className="sp" />
      {isKept && (
        <Button variant="ghost" onPress={() => apply(null, t('doneDetect'))}>
          {t('detectAgain')}
        </Button>
      )}
      <Button onPress={closeDialog}>{tc('cancel')}</Button>
      <Button
        variant="primary"
        isDisabled={charset === null}
        onPress={() => apply(charset, t('done', { charset: name }))}
      >
        {t('apply', { charset: name })}
      </Button>
    </footer>
  );
}

/** The file itself; folders begin with a slash. */
const FILE = 'file';

const placesOf = (path: string): readonly string[] => [
  FILE,
  ...foldersAbove(path).map((folder) => `/${folder}`),
];

const placeOf = (place: string, path: string) =>
  place === FILE ? { path, isFolder: false } : { path: place.slice(1), isFolder: true };

function placeText(place: string, t: ReturnType<typeof useTranslation<'charsets'>>['t']): string {
  if (place === FILE) return t('thisFile');
  return place === '/' ? t('archive') : t('folder', { folder: `${place.slice(1)}/` });
}

const none: readonly CharsetChoice[] = [];

function useChoices(archiveId: ArchiveId): readonly CharsetChoice[] {
  const api = useApi();
  const answer = useQuery({
    queryKey: ['charset-choices', archiveId],
    queryFn: () => api.ask('charsets.list', { archiveId }),
    gcTime: 0,
  });
  return answer.data ?? none;
}

/** The choice that holds for the file: its own, else that of the nearest folder. */
function keptFor(choices: readonly CharsetChoice[], path: string): CharsetChoice | null {
  const own = choices.find((one) => !one.isFolder && one.path === path);
  if (own !== undefined) return own;
  for (const folder of foldersAbove(path)) {
    const found = choices.find((one) => one.isFolder && one.path === folder);
    if (found !== undefined) return found;
  }
  return null;
}

function usePreview(archiveId: ArchiveId, path: string, charset: Charset | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['charset-preview', archiveId, path, charset],
    queryFn: () => api.ask('charsets.preview', { archiveId, path, charset }),
    placeholderData: (shown) => shown,
    retry: false,
    gcTime: 0,
  });
}
