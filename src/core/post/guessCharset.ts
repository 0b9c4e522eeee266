import type { Charset } from '../../shared/charsets.ts';
import { sampleRuns } from './byteSample.ts';
import { candidates, createCostModel } from './charsetCosts.ts';
import { decodeBytes } from './decodeBytes.ts';
import type { ScriptName } from './scriptTables.ts';

/** A charset that bytes may be in. */
export interface Guess {
  readonly charset: Charset;
  readonly script: ScriptName;
  /** How surprising the text is in it, in nats; lower is better. */
  readonly cost: number;
}

/** Bytes that are looked at; more does not make it surer. */
const MAX_SAMPLE = 8_192;
/** What a language that the file or its site names is worth, in nats. */
const LANGUAGE_WORTH = 5;

const model = createCostModel();

/** Languages by the beginning of their tag -> the script their texts are in. */
const SCRIPT_OF: readonly (readonly [RegExp, readonly ScriptName[]])[] = [
  [/^zh[-_](?:hant|tw|hk|mo)/iu, ['traditional']],
  [/^zh/iu, ['simplified', 'traditional']],
  [/^ja/iu, ['japanese']],
  [/^ko/iu, ['korean']],
  [/^(?:ru|bg|be|sr)/iu, ['russian']],
  [/^uk/iu, ['ukrainian']],
  [/^el/iu, ['greek']],
  [/^tr/iu, ['turkish']],
  [/^he|^iw/iu, ['hebrew']],
  [/^(?:ar|fa|ur)/iu, ['arabic']],
  [/^th/iu, ['thai']],
  [/^(?:pl|cs|sk|hu|ro|hr|sl)/iu, ['central']],
  [/^(?:lt|lv|et)/iu, ['baltic']],
  [/^(?:fr|de|es|pt|it|nl|sv|da|no|nb|fi|is|ca)/iu, ['western']],
];

/**
 * The charsets that bytes which are no UTF-8 may be in, likeliest first, one row for each charset: for each one the
 * text is made of the runs of non-ASCII bytes, and the least surprising text wins. `lang` is a language tag that the
 * file or its site names, or null. Takes time for the sample only, and one pass to find it.
 */
export function guessCharsets(bytes: Uint8Array, lang: string | null): readonly Guess[] {
  return rankCharsets(sampleRuns(bytes, MAX_SAMPLE), lang);
}

/** The same for a sample that was taken already. */
export function rankCharsets(sample: Uint8Array, lang: string | null): readonly Guess[] {
  const favoured = lang === null ? [] : (SCRIPT_OF.find(([tag]) => tag.test(lang))?.[1] ?? []);
  const texts = new Map<Charset, string>();
  const best = new Map<Charset, Guess>();
  for (const { charset, script, prior } of candidates) {
    const text = texts.get(charset) ?? decodeBytes(sample, charset);
    texts.set(charset, text);
    const worth = favoured.includes(script) ? LANGUAGE_WORTH : 0;
    const cost = model.costOf(text, script) + prior - worth;
    const known = best.get(charset);
    if (known === undefined || cost < known.cost) best.set(charset, { charset, script, cost });
  }
  return [...best.values()].toSorted((one, other) => one.cost - other.cost);
}

/** How surprising a text is in the script that suits it best, in nats. */
export function plausibility(text: string): number {
  return Math.min(...SCRIPT_NAMES.map((script) => model.costOf(text, script)));
}

const SCRIPT_NAMES = [...new Set(candidates.map(({ script }) => script))];
