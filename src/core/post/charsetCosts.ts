import type { Charset } from '../../shared/charsets.ts';
import type { ScriptName, ScriptTable } from './scriptTables.ts';
import { scripts } from './scriptTables.ts';

/** A charset and what is written in it. */
export interface Candidate {
  readonly charset: Charset;
  readonly script: ScriptName;
  /** How much seldomer than the first such files are, in the unit of the costs (nats). */
  readonly prior: number;
}

/** What non-UTF-8 files may be in, without UTF-16. */
export const candidates: readonly Candidate[] = [
  { charset: 'gb18030', script: 'simplified', prior: 0 },
  { charset: 'big5', script: 'traditional', prior: 1 },
  { charset: 'gb18030', script: 'traditional', prior: 6 },
  { charset: 'shift_jis', script: 'japanese', prior: 1 },
  { charset: 'euc-jp', script: 'japanese', prior: 3 },
  { charset: 'euc-kr', script: 'korean', prior: 2 },
  { charset: 'windows-1252', script: 'western', prior: 1 },
  { charset: 'windows-1251', script: 'russian', prior: 2 },
  { charset: 'windows-1251', script: 'ukrainian', prior: 4 },
  { charset: 'koi8-r', script: 'russian', prior: 4 },
  { charset: 'koi8-u', script: 'ukrainian', prior: 6 },
  { charset: 'ibm866', script: 'russian', prior: 7 },
  { charset: 'iso-8859-5', script: 'russian', prior: 9 },
  { charset: 'x-mac-cyrillic', script: 'russian', prior: 9 },
  { charset: 'windows-1250', script: 'central', prior: 5 },
  { charset: 'iso-8859-2', script: 'central', prior: 6 },
  { charset: 'macintosh', script: 'western', prior: 5 },
  { charset: 'windows-1253', script: 'greek', prior: 4 },
  { charset: 'windows-1254', script: 'turkish', prior: 4 },
  { charset: 'windows-1255', script: 'hebrew', prior: 4 },
  { charset: 'windows-1256', script: 'arabic', prior: 6 },
  { charset: 'windows-874', script: 'thai', prior: 7 },
  { charset: 'windows-1257', script: 'baltic', prior: 8 },
];

/** How surprising texts are in the scripts that are known; keep one, its tables are made once. */
export interface CostModel {
  /**
   * The cost of a text in nats: ASCII is charged alike in every script, so that costs of what the same bytes would say
   * in different charsets compare.
   */
  readonly costOf: (text: string, script: ScriptName) => number;
}

/** Makes the tables of a script when it is first asked for. */
export function createCostModel(): CostModel {
  const made = new Map<ScriptName, ScriptTable>();
  const tableOf = (script: ScriptName): ScriptTable => {
    const known = made.get(script);
    if (known !== undefined) return known;
    const table = scripts[script]();
    made.set(script, table);
    return table;
  };
  return {
    costOf: (text, script) => {
      const table = tableOf(script);
      const join = joinOf[script] ?? joinIdeographs;
      let cost = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit < 0x80) cost += ASCII[unit] ?? 0;
        else cost += (table[unit] ?? 0) + join(text, at);
      }
      return cost;
    },
  };
}

/** Spaces are frequent, then letters, digits and signs; control characters hardly stand in texts. */
const ASCII = Float32Array.from({ length: 0x80 }, (_unused, unit) => {
  if (unit === 0x20 || unit === 0x0a) return 2;
  if (unit < 0x20 && unit !== 0x09 && unit !== 0x0d && unit !== 0x0c) return 15;
  if (isAsciiLetter(unit)) return 3.2;
  return unit >= 0x30 && unit <= 0x39 ? 4 : 4.5;
});

/** What it costs that a character stands beside its neighbours. */
type JoinCost = (text: string, at: number) => number;

/** Ideographs stand together; a single one amid a Latin word is a letter read in the wrong charset. */
const joinIdeographs: JoinCost = (text, at) => {
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  if (before >= 0x80) return 0;
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  if (isAsciiLetter(before) && isAsciiLetter(after)) return 7;
  // Chinese and Japanese put no space between words.
  return before === 0x20 && at > 1 && text.charCodeAt(at - 2) >= 0x80 ? 5 : 2.5;
};

const joinHangul: JoinCost = (text, at) => {
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  if (before >= 0x80) return 0.2;
  return isAsciiLetter(before) ? 4 : 1.2;
};

/** Letters with accents stand alone between plain ones. */
const joinLatin: JoinCost = (text, at) => {
  const unit = text.charCodeAt(at);
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  if (!isHighLetter(unit)) return isHighLetter(before) || before < 0x80 ? 2.5 : 4;
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  if (isHighLetter(before)) return 4 + capitalCost(text, at);
  if (isAsciiLetter(before)) return 2.5 + capitalCost(text, at);
  return isAsciiLetter(after) ? 3.5 : 5;
};

/** Letters of another alphabet stand together, without plain ones among them. */
const joinAlphabet: JoinCost = (text, at) => {
  const unit = text.charCodeAt(at);
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  if (!isHighLetter(unit)) return before < 0x80 ? 2 : 1;
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  const toPlain = isAsciiLetter(after) ? 6 : 0;
  if (isHighLetter(before)) return capitalCost(text, at) + toPlain;
  const alone = isHighLetter(after) ? 0 : 3;
  return (isAsciiLetter(before) ? 6 : 1.5) + toPlain + alone;
};

const joinOf: Readonly<Partial<Record<ScriptName, JoinCost>>> = {
  korean: joinHangul,
  western: joinLatin,
  central: joinLatin,
  turkish: joinLatin,
  baltic: joinLatin,
  russian: joinAlphabet,
  ukrainian: joinAlphabet,
  greek: joinAlphabet,
  hebrew: joinAlphabet,
  arabic: joinAlphabet,
  thai: joinAlphabet,
};

/** A capital after a small letter of the same word. */
function capitalCost(text: string, at: number): number {
  const one = text.charAt(at);
  if (one === one.toLowerCase()) return 0;
  const before = text.charAt(at - 1);
  return before === before.toUpperCase() ? 0 : 5;
}

function isAsciiLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isHighLetter(unit: number): boolean {
  return unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7;
}
