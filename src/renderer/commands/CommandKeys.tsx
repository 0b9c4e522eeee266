import { useTranslation } from 'react-i18next';
import { useApp } from '../state/store.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { whyNot } from './commands.ts';
import { pairEnds } from './keyPairs.ts';
import { shortcutText } from './shortcutText.ts';
import { useCommands } from './useCommands.ts';
import './commands.css';

/** Listens to the keys of the window; after the first key of a pair it says what may follow. */
export function CommandKeys() {
  const first = useCommands();
  return <output className="pair-place">{first !== null && <PairHint first={first} />}</output>;
}

function PairHint({ first }: { readonly first: string }) {
  const { t } = useTranslation('palette');
  const { t: tc } = useTranslation('commands');
  const platform = useApp(({ app }) => app.platform);
  const state = useApp((whole) => whole);
  return (
    <div className="pair-hint">
      <p>{t('pairThen', { key: shortcutText(first, platform) })}</p>
      <ul>
        {pairEnds(first, state.settings.keys).map(({ key, command }) => (
          <li key={command.id} className={whyNot(command, state) === null ? '' : 'off'}>
            <Kbd keys={shortcutText(key, platform)} />
            {tc(command.id)}
          </li>
        ))}
      </ul>
    </div>
  );
}
