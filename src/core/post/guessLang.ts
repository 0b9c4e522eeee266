/** Characters looked at. */
const SAMPLE = 3000;
/** Frequent characters that only one of the two scripts writes so, in pairs. */
const SIMPLIFIED =
  '这国来们个时会发对说还为产经与过后当从动现开门问间见长东车业务员电话学习报实际应该关无样头边让给认识书写买卖钱银进运转线级结约红绿网络总统计划选举战场亿万节气爱双变观众觉听声医药义乌龙凤齐厂广严丧两';
const TRADITIONAL =
  '這國來們個時會發對說還為產經與過後當從動現開門問間見長東車業務員電話學習報實際應該關無樣頭邊讓給認識書寫買賣錢銀進運轉線級結約紅綠網絡總統計劃選舉戰場億萬節氣愛雙變觀眾覺聽聲醫藥義烏龍鳳齊廠廣嚴喪兩';
const ENGLISH = /\b(?:the|of|and|to|in|is|that|for|with|was|are|this|on|by|it|a)\b/giu;

/**
 * A cheap guess of the language of a text: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `en` or `und`. `hint` (the site's or the
 * front matter's own word, null when none) only decides what the text leaves open.
 */
export function guessLang(text: string, hint: string | null): string {
  const counts = countScripts(text);
  const { han, kana, hangul, latin } = counts;
  if (hangul > 0 && hangul * 2 >= han + kana && hangul * 5 >= latin) return 'ko';
  if (kana > 0 && kana * 12 >= han + kana && (han + kana) * 4 >= latin) return 'ja';
  if (han > 0 && han * 6 >= latin) return chineseScript(counts, hint);
  return latin > 0 ? guessLatin(text, hint) : 'und';
}

/** Units of the sample by script; `han` has those that tell no script apart from those that do. */
interface Counts {
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  readonly latin: number;
  readonly simplified: number;
  readonly traditional: number;
}

function countScripts(text: string): Counts {
  const found = new Uint32Array(7);
  const end = Math.min(text.length, SAMPLE);
  for (let at = 0; at < end; at += 1) {
    const script = SCRIPTS[text.charCodeAt(at)] ?? NO_SCRIPT;
    found[script] = (found[script] ?? 0) + 1;
  }
  const [, latin = 0, other = 0, kana = 0, hangul = 0, simplified = 0, traditional = 0] = found;
  return { han: other + simplified + traditional, kana, hangul, latin, simplified, traditional };
}

function chineseScript({ simplified, traditional }: Counts, hint: string | null): string {
  if (simplified !== traditional) return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
  return hint !== null && /^zh[-_](?:hant|tw|hk|mo)/iu.test(hint) ? 'zh-Hant' : 'zh-Hans';
}

/** English is told by its small words; other languages in Latin script stay undetermined. */
function guessLatin(text: string, hint: string | null): string {
  const sample = text.slice(0, SAMPLE);
  const words = sample.match(/[\p{L}']+/gu)?.length ?? 0;
  const small = sample.match(ENGLISH)?.length ?? 0;
  if (small * 12 >= words && small > 0) return 'en';
  const isHinted = hint !== null && /^en\b/iu.test(hint);
  return isHinted && !/[\u00c0-\u024f]/u.test(sample) ? 'en' : 'und';
}

const NO_SCRIPT = 0;
const LATIN = 1;
const HAN = 2;
const KANA = 3;
const HANGUL = 4;
const SIMPLIFIED_HAN = 5;
const TRADITIONAL_HAN = 6;
/** The script of every UTF-16 unit: one look-up each, because every post is counted through. */
const SCRIPTS = makeScripts();

function makeScripts(): Uint8Array {
  const scripts = new Uint8Array(0x10000);
  scripts.fill(LATIN, 0x41, 0x5b).fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xc0, 0x250);
  scripts.fill(HAN, 0x4e00, 0xa000);
  scripts.fill(KANA, 0x3041, 0x3100);
  scripts[0x30fb] = NO_SCRIPT;
  scripts.fill(HANGUL, 0xac00, 0xd7a4);
  for (const unit of onlyIn(SIMPLIFIED, TRADITIONAL)) scripts[unit] = SIMPLIFIED_HAN;
  for (const unit of onlyIn(TRADITIONAL, SIMPLIFIED)) scripts[unit] = TRADITIONAL_HAN;
  return scripts;
}

/** Units of the characters that only `own` has. */
function onlyIn(own: string, other: string): readonly number[] {
  const others = new Set(other);
  return Array.from(own)
    .filter((one) => !others.has(one))
    .map((one) => one.charCodeAt(0));
}
