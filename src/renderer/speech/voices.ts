import type { LocalVoice } from '../state/speechModel.ts';

/** A voice as the system offers it; those that are not local send what they read over the network. */
export interface OfferedVoice extends Omit<LocalVoice, 'isDefault'> {
  readonly localService: boolean;
  readonly default: boolean;
}

/** The voices that need no network. Any other one is as good as not there. */
export const localVoices = (offered: readonly OfferedVoice[]): readonly LocalVoice[] =>
  offered
    .filter(({ localService }) => localService)
    .map(({ name, lang, default: isDefault }) => ({ name, lang, isDefault }));

/** The language of a tag without script and region: `zh` of `zh-Hans`, `en` of `en_US`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/u)[0] ?? '';

/** Regions whose voices read a script as it is meant: mainland Mandarin for Simplified, Taiwan for Traditional. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'zh-hans': ['cn', 'sg'],
  'zh-hant': ['tw', 'hk'],
  en: ['us', 'gb'],
};

/** Voices that speak a language, the fittest first. A text in no known language may be read by any of them. */
export function voicesFor(lang: string, voices: readonly LocalVoice[]): readonly LocalVoice[] {
  if (lang === 'und' || lang === '') return voices;
  const language = primaryLanguage(lang);
  const regions = REGIONS[lang.toLowerCase()] ?? REGIONS[language] ?? [];
  const rank = (voice: LocalVoice): number => {
    const place = regions.indexOf(voice.lang.toLowerCase().split(/[-_]/u).at(-1) ?? '');
    return (place < 0 ? regions.length : place) * 2 + (voice.isDefault ? 0 : 1);
  };
  return voices
    .filter((voice) => primaryLanguage(voice.lang) === language)
    .toSorted((left, right) => rank(left) - rank(right));
}

/** The voice for a post: the one chosen for its language when it is still there, else the fittest; null when none speaks it. */
export function pickVoice(
  lang: string,
  voices: readonly LocalVoice[],
  chosen: Readonly<Record<string, string>>,
): LocalVoice | null {
  const able = voicesFor(lang, voices);
  const name = chosen[primaryLanguage(lang)];
  return able.find((voice) => voice.name === name) ?? able[0] ?? null;
}
