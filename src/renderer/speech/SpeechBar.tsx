import { Pause, Play, SkipBack, SkipForward, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Toolbar } from 'react-aria-components';
import type { Post } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { pickVoice, primaryLanguage, voicesFor } from './voices.ts';
import './speech.css';

/** Speeds to choose from. */
const RATES = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** The speed of the voice. */
function RateMenu() {
  const { t } = useTranslation('places');
  const format = useFormat();
  const { setSettings } = useActions();
  const rate = useApp(({ settings }) => settings.speechRate);
  const shown = (value: number): string => t('speedShown', { shown: format.number(value) });
  return (
    <MenuButton
      label={t('speed')}
      placement="bottom end"
      groups={[
        {
          id: 'rates',
          entries: RATES.map((value) => ({
            id: String(value),
            text: shown(value),
            isChecked: value === rate,
            run: () => setSettings({ speechRate: value }),
          })),
        },
      ]}
    >
      <Button className="btn ghost" aria-label={`${t('speed')}: ${shown(rate)}`}>
        {shown(rate)}
      </Button>
    </MenuButton>
  );
}

/** The voices for the post's language. */
function VoiceMenu({ lang }: { readonly lang: string }) {
  const { t } = useTranslation('places');
  const { setSettings } = useActions();
  const voices = useApp((state) => state.voices);
  const chosen = useApp(({ settings }) => settings.speechVoices);
  const voice = pickVoice(lang, voices, chosen);
  if (voice === null) return null;
  const choose = (name: string): void =>
    setSettings({ speechVoices: { ...chosen, [primaryLanguage(lang)]: name } });
  return (
    <MenuButton
      label={t('voice')}
      placement="bottom end"
      groups={[
        {
          id: 'voices',
          entries: voicesFor(lang, voices).map(({ name }) => ({
            id: name,
            text: name,
            isChecked: name === voice.name,
            run: () => choose(name),
          })),
        },
      ]}
    >
      <Button className="btn ghost" aria-label={`${t('voice')}: ${voice.name}`}>
        <span className="trunc">{voice.name}</span>
      </Button>
    </MenuButton>
  );
}

/** What can be done while a post is read aloud; under the head of its pane. */
export function SpeechBar({ post }: { readonly post: Post }) {
  const { t } = useTranslation('places');
  const { toggleReadAloud, stopReadAloud, skipSentence } = useActions();
  const speech = useApp((state) => state.speech);
  if (speech === null || speech.path !== post.path) return null;
  return (
    <Toolbar className="speech" aria-label={t('speechBar')}>
      <IconButton icon={SkipBack} label={t('previousSentence')} onPress={() => skipSentence(-1)} />
      <IconButton
        icon={speech.isPaused ? Play : Pause}
        label={t(speech.isPaused ? 'resumeReading' : 'pauseReading')}
        onPress={toggleReadAloud}
      />
      <IconButton icon={SkipForward} label={t('nextSentence')} onPress={() => skipSentence(1)} />
      <progress aria-label={t('readAloud')} max={speech.sentences} value={speech.sentence + 1} />
      <RateMenu />
      <VoiceMenu lang={post.lang} />
      <IconButton icon={Square} label={t('stopReading')} onPress={stopReadAloud} />
    </Toolbar>
  );
}
