import { useTranslation } from 'react-i18next';
import { NoteSheet } from '../ui/drawings.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { QuietButton } from './QuietButton.tsx';
import { useLiveKey } from './useLiveKey.ts';

/** "Note" with its key, in the bar of a passage. */
export function NoteButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('marking');
  const { shortcut, keyShortcuts } = useLiveKey('note');
  return (
    <QuietButton className="btn ghost" keyShortcuts={keyShortcuts} onPress={onPress}>
      <Icon of={NoteSheet} />
      {t('note')}
      {shortcut !== undefined && <Kbd isBare keys={shortcut} />}
    </QuietButton>
  );
}
