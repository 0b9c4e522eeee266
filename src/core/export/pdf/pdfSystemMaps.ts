import { hexOf, mapSections } from './pdfMapLines.ts';

/**
 * Radicals of CJK Radicals Supplement and signs, each before the character of which it is the glyph in Noto's and Source's
 * Chinese fonts; Kangxi radicals have theirs from Unicode (NFKC), but for one.
 */
const TWINS =
  '⺂乛⺃乚⺅亻⺇𠘨⺉刂⺋㔾⺍𭕄⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺩𤣩⺫罒⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺹耂⺺肀⺽𦥑⺾艹⺿艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户∕／〜～\u2329〈\u232a〉';

const ONE_BYTE = /<00> <FF>\nendcodespacerange/i;

/** Whether a `ToUnicode` map (ISO 32000-1, 9.10.3) has codes of one byte: that of a Type 3 font. */
export const isSystemMap = (map: string): boolean => ONE_BYTE.test(map);

const SECTIONS = /\d+ beginbf(?:char|range)\n[\s\S]*?endbf(?:char|range)\n/g;

const LINE = /^<([0-9A-F]{2})>(?: <([0-9A-F]{2})>)? <([0-9A-F]{4,})>$/gim;

/**
 * Mends a `ToUnicode` map of a Type 3 font, as which Chromium prints the system's CFF fonts: what stands in a drawing is
 * drawn by these, and without a text beside it. Of the characters of one glyph Skia takes the lowest, a radical (⻋ for 车).
 * Radicals of a post's own text are never in such a font: the bundled faces draw them.
 */
export function mendSystemMap(map: string): string {
  const twins = twinTable();
  const lines: string[] = [];
  let isMended = false;
  for (const [, from = '', to, text = ''] of map.matchAll(LINE)) {
    const first = Number.parseInt(from, 16);
    const last = to === undefined ? first : Number.parseInt(to, 16);
    for (let code = first; code <= last; code++) {
      const told = text.length === 4 ? hexOf(Number.parseInt(text, 16) + code - first) : text;
      const twin = twins(told);
      isMended ||= twin !== told;
      lines.push(`<${hexOf(code, 2)}> <${twin}>`);
    }
  }
  if (!isMended) return map;
  return map
    .replace(SECTIONS, '')
    .replace(/endcmap/, () => `${mapSections('bfchar', lines)}endcmap`);
}

/** The twin of a character, both as UTF-16 in hexadecimal; the character itself where it has none. */
function twinTable(): (text: string) => string {
  const pairs = Array.from(TWINS.matchAll(/(.)(.)/gsu), ([, radical = '', twin = '']) => [
    utf16Of(radical),
    utf16Of(twin),
  ]);
  const twins = new Map(pairs.map(([radical = '', twin = '']) => [radical, twin]));
  return (text) => {
    const twin = twins.get(text.toUpperCase());
    if (twin !== undefined) return twin;
    return /^2F[0-9A-D]/i.test(text)
      ? utf16Of(String.fromCharCode(Number.parseInt(text, 16)).normalize('NFKC'))
      : text;
  };
}

const utf16Of = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => hexOf(character.charCodeAt(at))).join('');
