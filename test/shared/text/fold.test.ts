import { describe, expect, test } from 'vitest';
import { foldText, foldWithMap } from '../../../src/shared/text/fold.ts';

/** Folding of the whole text at once. */
const whole = (text: string): string => {
  const visible = text.replaceAll(/\p{DI}/gu, '').normalize('NFKC');
  const folded = Array.from(visible, (each) =>
    each === 'ı' ? each : each.toLowerCase().toUpperCase().toLowerCase(),
  );
  return folded
    .join('')
    .normalize('NFKC')
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(/\p{White_Space}+/gu, ' ');
};

describe('foldText', () => {
  test.for([
    ['ＡＢＣ１２３', 'abc123'],
    ['Straße STRASSE', 'strasse strasse'],
    ['ﬁnance', 'finance'],
    ['ΣΊΣΥΦΟΣ σίσυφος', 'σίσυφοσ σίσυφοσ'],
    ['İ ı', 'i\u0307 ı'],
    ['e\u0301 é', 'é é'],
    ['e\u200d\u0301', 'é'],
    ['ｶﾞ か\u3099', 'ガ が'],
    ['\u1112\u1161\u11ab ㄱㅏ', '한 가'],
    ['零\u200b宽，软\u00ad连', '零宽,软连'],
    ['a \u3000\n\tb\u00a0c\u0085d', 'a b c d'],
    ['\ud800x', '\ufffdx'],
    ['㈱ ① ½', '(株) 1 1⁄2'],
    ['𠮷野家', '𠮷野家'],
    ['', ''],
  ] as const)('%j becomes %j', ([text, folded]) => {
    expect(foldText(text)).toBe(folded);
  });

  test('folding by clusters equals folding the whole, for every character after a letter and before a mark', () => {
    const different: string[] = [];
    for (let code = 0; code < 0x11_0000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      // Ideographs, syllables and unassigned numbers by the ten thousand all behave alike.
      if (
        /[\p{Cn}\p{Co}]|(?=\p{Lo})[\p{sc=Han}\uac00-\ud7a3\p{sc=Tangut}]/u.test(character) &&
        code % 97 !== 0
      )
        continue;
      for (const text of [
        `a${character}\u0301`,
        `\u1100${character}中`,
        `か${character}`,
        ` ${character}`,
      ]) {
        if (foldText(text, true) !== whole(text))
          different.push(`${code.toString(16)}: ${JSON.stringify(text)}`);
      }
    }
    expect(different).toEqual([]);
  });

  test.for([
    ['臺灣ＡＢ', '台湾ab'],
    ['乾隆餅乾', '干隆饼干'],
    // One value of OpenCC's table, applied once: its own character would be another one's Traditional form.
    ['薴苧', '苧苎'],
    ['\uf900\u2fba', '岂马'],
    ['㗲𪔵𧵳', '𠵾𪔵䞌'],
    ['馬\u0301馬\ufe00', '马\u0301马'],
  ] as const)('%j is %j, where variants are alike', ([text, folded]) => {
    expect(foldText(text)).toBe(folded);
    const { text: mapped, starts, ends } = foldWithMap(text);
    expect(mapped).toBe(folded);
    for (let at = 1; at < mapped.length; at += 1) {
      expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
      expect(ends[at]).toBeGreaterThan(starts[at] ?? 0);
    }
  });

  test('variants are told apart when asked', () => {
    expect(foldText('臺灣ＡＢ\uf900', true)).toBe('臺灣ab豈');
  });
});

describe('foldWithMap', () => {
  test('every folded unit names the part of the text it came from', () => {
    const text = 'ＡStraße\u3000\u3000e\u0301ﬁ𠮷';
    const { text: folded, starts, ends } = foldWithMap(text);
    const origin = (part: string): string => {
      const at = folded.indexOf(part);
      return text.slice(starts[at], ends[at + part.length - 1]);
    };
    expect(origin('ss')).toBe('ß');
    expect(origin('é')).toBe('e\u0301');
    expect(origin(' ')).toBe('\u3000\u3000');
    expect(origin('f')).toBe('ﬁ');
    expect(origin('𠮷')).toBe('𠮷');
    expect(origin('a')).toBe('Ａ');
  });

  test('gives the same text as without the map, however much longer it becomes', () => {
    const text = '﷽ß'.repeat(5_000);
    expect(foldWithMap(text).text).toBe(foldText(text));
  });
});
