import { DRAWN_CHARACTERS } from './drawnCharacters.ts';

/** Finds characters that no face bundled for printing draws. */
export interface GlyphCheck {
  /** Looks at a text; what is missing is kept. */
  readonly add: (text: string) => void;
  /** Missing characters of all texts so far, each once, by code point. */
  readonly missing: () => readonly string[];
}

const HIGHEST = 0x10_ffff;
/** Never drawn: controls, white space, marks that choose a form or a direction, halves of a pair that stand alone. */
const INVISIBLE = /[\p{Cc}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cs}]/u;

/** Begins a check. The table is unpacked for it: about a megabyte, let go with it. */
export function createGlyphCheck(): GlyphCheck {
  const isKnown = drawnTable();
  const missing = new Set<number>();
  return {
    add: (text) => {
      let base = 0;
      for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        if (isMarkOfLetters(code)) {
          if (!takesMark(base, code)) missing.add(code);
          continue;
        }
        base = code;
        if (isKnown[code] === 1) continue;
        isKnown[code] = 1;
        if (!INVISIBLE.test(character)) missing.add(code);
      }
    },
    missing: () => [...missing].toSorted((a, b) => a - b).map((code) => String.fromCodePoint(code)),
  };
}

/**
 * Combining marks of letters and of signs: every one is drawn, but only with what is in its own face. The frame of keys on
 * emoji (U+20E3) is with those.
 */
const isMarkOfLetters = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) || (code >= 0x20d0 && code <= 0x20f0 && code !== 0x20e3);

/** Whether a character and these marks are in one face: of letters or of mathematics; Chinese ones have none. */
const takesMark = (code: number, mark: number): boolean => {
  if ((code >= 0x1d400 && code < 0x1d800) || (code >= 0x2190 && code < 0x2300)) return true;
  if (mark < 0x370) return code < 0x530 || (code >= 0x1d00 && code < 0x2190);
  return LETTER.test(String.fromCodePoint(code));
};

const LETTER = /[A-Za-z\u0391-\u03c9]/;

/** One for each character that is drawn, by code point. */
function drawnTable(): Uint8Array {
  const table = new Uint8Array(HIGHEST + 1);
  let at = 0;
  for (const word of DRAWN_CHARACTERS.trim().split(/\s+/)) {
    const [distance, length] = word.split('-').map((part) => Number.parseInt(part, 36));
    const from = at + (distance ?? 0);
    at = from + (length ?? 0);
    table.fill(1, from, at + 1);
  }
  return table;
}

/** Characters named one by one; of more, how many more. */
const MOST_NAMED = 30;

/** What is said of missing characters; null when none is missing. */
export function missingGlyphsWarning(
  missing: readonly string[],
  language: 'en' | 'zh',
): string | null {
  if (missing.length === 0) return null;
  const isChinese = language === 'zh';
  const named = missing.slice(0, MOST_NAMED).map((each) => `${each} (${codeOf(each)})`);
  const more = missing.length - named.length;
  const list = named.join(isChinese ? '、' : ', ');
  if (isChinese) {
    const others = more === 0 ? '' : `等${missing.length}个`;
    return `自带的字体里没有这些字符：${list}${others}。它们由本机的字体代替；本机也没有时，显示为方框。`;
  }
  const others = more === 0 ? '' : ` and ${more} more`;
  return `No bundled font has these characters: ${list}${others}. A font of this computer stands in; where it has none either, a box is drawn.`;
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
