/**
 * How a post's paragraphs and headline are set (house rules of Chinese newspapers): decided from text alone, applied as
 * classes when the post is shown, so the HTML itself never changes.
 */

/** One paragraph as the rules see it. */
export interface ParagraphFacts {
  /** Its visible text. */
  readonly text: string;
  /** True when every visible character stands inside `strong` or `b`. */
  readonly isWhollyStrong: boolean;
  /** True when every visible character stands inside links (navigation is never a subhead). */
  readonly isWhollyLink: boolean;
}

/** How a paragraph is set; `subhead-next` continues a subhead that stands directly above it. */
export type ParagraphRole = 'body' | 'subhead' | 'subhead-next';

/** A headline and its deck (副题). `headline + gap + deck` is the whole title, character by character. */
export interface SplitTitle {
  readonly headline: string;
  /** White space between the two; belongs to the title but is not shown. */
  readonly gap: string;
  /** Starts with its dash; empty when the title has no deck. */
  readonly deck: string;
}

/** A line that says who wrote, drew or read a text is no subhead. */
const CREDIT =
  /^(?:(?:责任编辑|责任編輯|责编|責編|编辑|編輯|美编|校对|校對|审核|監製|监制|作者|来源|來源|摄影|攝影|撰文|图片|圖片|文字|通讯员|整理|翻译|翻譯|排版|制图|供图|供稿)(?:\s|[:：/／|｜])|[文图圖摄攝译譯](?:\s*[:：/／|｜]))/u;

/** Longest short line that is taken as a subhead, in characters without white space. */
const SHORT_LINE = 10;

/** A wholly bold paragraph longer than this that ends like a sentence is an emphasised paragraph, not a subhead. */
const LONGEST_BOLD_SENTENCE = 40;

const END_PUNCTUATION = /[。！？…；：，、．.!?;:,）)】〕]$/u;
const CLOSING_QUOTES = /[”’」』"']+$/u;

/** True for languages whose body text is justified with a two-character indent. */
export function isHanText(lang: string): boolean {
  return lang.startsWith('zh') || lang === 'ja';
}

/** Splits a title at ` ——`: what follows is the deck. A dash inside the text, without white space before it, stays. */
export function splitTitle(title: string): SplitTitle {
  const match = /^(?<headline>.*?\S)(?<gap>\s+)(?<deck>——\s*\S.*)$/su.exec(title);
  const { headline, gap, deck } = match?.groups ?? {};
  return headline === undefined || gap === undefined || deck === undefined
    ? { headline: title, gap: '', deck: '' }
    : { headline, gap, deck };
}

/** The role of each paragraph of a run of adjacent paragraphs, in order. */
export function paragraphRoles(paragraphs: readonly ParagraphFacts[]): readonly ParagraphRole[] {
  let isAfterSubhead = false;
  return paragraphs.map((paragraph) => {
    if (!isSubhead(paragraph)) {
      isAfterSubhead = false;
      return 'body';
    }
    const role = isAfterSubhead ? 'subhead-next' : 'subhead';
    isAfterSubhead = true;
    return role;
  });
}

function isSubhead({ text, isWhollyStrong, isWhollyLink }: ParagraphFacts): boolean {
  const line = text.replaceAll(/\s+/gu, '');
  const length = Array.from(line).length;
  if (CREDIT.test(text.trim())) return false;
  if (length === 0 || isWhollyLink || line.includes('记者') || !/[\p{L}\p{N}]/u.test(line)) {
    return false;
  }
  const endsLikeSentence = END_PUNCTUATION.test(line.replace(CLOSING_QUOTES, ''));
  if (isWhollyStrong) return !(endsLikeSentence && length > LONGEST_BOLD_SENTENCE);
  return length <= SHORT_LINE && !endsLikeSentence;
}

/** Scripts that are set differently: Latin and its like, Chinese, Japanese. */
export type SetScript = 'latin' | 'han' | 'kana';

const HAN = /\p{sc=Han}/gu;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const LETTER = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/gu;

/** Fewer letters than this say nothing about a paragraph. */
const FEWEST_LETTERS = 12;

/** Letters of a word, on average: so many weigh as much as one Chinese character. */
const LETTERS_A_CHARACTER = 4;

/** So many characters of a paragraph tell its script. */
const LOOKED_AT = 2000;

/** The script a paragraph is written in; null when it is too short to say, or written in another one. */
export function paragraphScript(whole: string): SetScript | null {
  const text = whole.slice(0, LOOKED_AT);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const kana = count(KANA);
  const han = count(HAN) + kana;
  const letters = count(LETTER);
  if (han + letters < FEWEST_LETTERS) return han >= 2 && letters === 0 ? eastern(kana) : null;
  if (letters > han * LETTERS_A_CHARACTER) return letters >= FEWEST_LETTERS ? 'latin' : null;
  return han > 0 ? eastern(kana) : null;
}

const eastern = (kana: number): SetScript => (kana > 0 ? 'kana' : 'han');

/** Longest line of verse, in characters. */
const LONGEST_VERSE_LINE = 32;

/** Whether lines that a writer broke by hand are verse: three or more, all short. */
export function isVerse(lines: readonly string[]): boolean {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  return filled.length > 2 && filled.every((line) => Array.from(line).length <= LONGEST_VERSE_LINE);
}

const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/** Whether any of a text is written from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** Characters read in a minute: Chinese counts characters, English about 230 words of 5 letters. */
const HAN_PER_MINUTE = 400;
const LATIN_PER_MINUTE = 1150;

/** Reading time in whole minutes, at least 1. */
export function readingMinutes(characterCount: number, lang: string): number {
  const perMinute = isHanText(lang) || lang === 'ko' ? HAN_PER_MINUTE : LATIN_PER_MINUTE;
  return Math.max(1, Math.round(characterCount / perMinute));
}
