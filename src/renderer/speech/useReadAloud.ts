import { useEffect, type RefObject } from 'react';
import type { Post } from '../../shared/model.ts';
import type { AppState } from '../state/model.ts';
import type { SpeechWish } from '../state/speechModel.ts';
import { useAppContext, type AppStore } from '../state/store.ts';
import { readSpoken } from './articleSpeech.ts';
import { createSpeechReader, type SpeechReader } from './speechReader.ts';
import { createSystemVoice, type VoiceChoice } from './systemVoice.ts';
import { pickVoice } from './voices.ts';

/** Name of the highlight of the sentence that is spoken (CSS Custom Highlight API; see speech.css). */
const SPOKEN = 'spoken';

/** Room kept above and below the spoken sentence (pixels). */
const ROOM = 96;

/** Marks the spoken sentence, and brings it into view when it is not. */
function show(range: Range | null, paper: HTMLElement): void {
  if (range === null) {
    CSS.highlights.delete(SPOKEN);
    return;
  }
  CSS.highlights.set(SPOKEN, new Highlight(range));
  const place = range.getBoundingClientRect();
  const view = paper.getBoundingClientRect();
  if (place.top >= view.top + 8 && place.bottom <= view.bottom - 8) return;
  paper.scrollTop += place.top - view.top - ROOM;
}

/** One post being read out: what keys and buttons ask of it. */
interface Reading {
  readonly obey: (wish: SpeechWish) => void;
  readonly again: () => void;
  readonly end: () => void;
}

interface Spoken extends Pick<Post, 'path' | 'title' | 'lang'> {
  readonly paper: () => HTMLElement | null;
  readonly onNoVoice: () => void;
}

/** Makes the reading of one post; nothing is spoken before it is asked for. */
function createReading(store: AppStore, { path, title, lang, paper, onNoVoice }: Spoken): Reading {
  let reader: SpeechReader | null = null;
  const end = (): void => {
    reader?.stop();
    reader = null;
    CSS.highlights.delete(SPOKEN);
    if (store.getState().speech !== null) store.setState({ speech: null });
  };
  const voice = (): VoiceChoice | null => {
    const { voices, settings } = store.getState();
    const picked = pickVoice(lang, voices, settings.speechVoices);
    return picked === null ? null : { name: picked.name, rate: settings.speechRate };
  };
  const begin = (): void => {
    const scroller = paper();
    const body = scroller?.querySelector<HTMLElement>('.post-body') ?? null;
    if (scroller === null || body === null) return;
    if (voice() === null) return onNoVoice();
    const spoken = readSpoken(body, title, lang);
    reader = createSpeechReader(
      spoken.map(({ text }) => text),
      createSystemVoice(voice),
      {
        onPlace: ({ sentence, isPaused }) => {
          store.setState({ speech: { path, isPaused, sentence, sentences: spoken.length } });
          show(spoken[sentence]?.range ?? null, scroller);
        },
        onDone: end,
      },
    );
  };
  return {
    end,
    again: () => reader?.again(),
    obey: (wish) => {
      if (wish === 'stop') end();
      else if (wish !== 'toggle') reader?.skip(wish === 'next' ? 1 : -1);
      else if (reader === null) begin();
      else reader.toggle();
    },
  };
}

/** Whether the voice is to speak otherwise. */
const isOtherVoice = ({ settings }: AppState, { settings: before }: AppState): boolean =>
  settings.speechRate !== before.speechRate || settings.speechVoices !== before.speechVoices;

/** Reads the post on screen aloud as keys and buttons ask; ends with the post, the pane and the window. */
export function useReadAloud(post: Post | null, paperRef: RefObject<HTMLElement | null>): void {
  const { store, actions } = useAppContext();
  const path = post?.path ?? null;
  const title = post?.title ?? '';
  const lang = post?.lang ?? '';
  useEffect(() => {
    if (path === null) return undefined;
    const reading = createReading(store, {
      path,
      title,
      lang,
      paper: () => paperRef.current,
      onNoVoice: () => actions.notify({ kind: 'told', told: { kind: 'no-voice' } }),
    });
    const endWatch = store.subscribe((state, before) => {
      const asked = state.session?.speaking ?? null;
      if (asked !== null && asked.request !== before.session?.speaking?.request) {
        reading.obey(asked.wish);
      }
      if (isOtherVoice(state, before)) reading.again();
    });
    window.addEventListener('pagehide', reading.end);
    return () => {
      window.removeEventListener('pagehide', reading.end);
      endWatch();
      reading.end();
    };
  }, [store, actions, paperRef, path, title, lang]);
}
