import type { SpeechEngine } from './speechReader.ts';

/** What the voice is asked for with every utterance, as it is then. */
export interface VoiceChoice {
  readonly name: string;
  readonly rate: number;
}

/**
 * The system's speech with a voice of this computer. When that voice is not there any more, nothing is spoken: the
 * system's own choice might send the words over the network.
 */
export function createSystemVoice(choice: () => VoiceChoice | null): SpeechEngine {
  const { speechSynthesis } = window;
  return {
    say: (words, onEnd) => {
      const wanted = choice();
      const voice = speechSynthesis
        .getVoices()
        .find(({ name, localService }) => localService && name === wanted?.name);
      if (voice === undefined || wanted === null) return;
      const utterance = new SpeechSynthesisUtterance(words);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = wanted.rate;
      utterance.addEventListener('end', onEnd);
      speechSynthesis.speak(utterance);
    },
    stop: () => speechSynthesis.cancel(),
  };
}
