/** The pinyin of one Han character: every reading it has, without tones, `ü` as `v`; empty for anything else. */
export type Readings = (character: string) => readonly string[];

/** One Han character. */
const HAN = /^\p{Script=Han}$/u;

/** `nü` is typed `nv`, by some `nu`. */
const typedForms = (reading: string): readonly string[] =>
  reading.includes('ü') ? [reading.replace('ü', 'v'), reading.replace('ü', 'u')] : [reading];

/**
 * Loads the readings (a library of some 200 KB, so only when first needed). 行 gives both `hang` and `xing`: which one a
 * name has is not guessed. Answers are kept, since the same characters come again and again.
 */
export async function loadReadings(): Promise<Readings> {
  const { polyphonic } = await import('pinyin-pro');
  const known = new Map<string, readonly string[]>();
  const read = (character: string): readonly string[] => {
    if (!HAN.test(character)) return [];
    const found = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
    return [...new Set(found.filter((reading) => /^[a-zü]+$/.test(reading)).flatMap(typedForms))];
  };
  return (character) => {
    const kept = known.get(character) ?? read(character);
    known.set(character, kept);
    return kept;
  };
}
