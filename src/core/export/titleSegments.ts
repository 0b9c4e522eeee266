import { isHanText } from '../../shared/text/typesetting.ts';
import { escapeHtml } from './exportText.ts';

/** Behind white space, and behind a sign that closes a thought. */
const SEGMENT = /(?<=\s)(?=\S)|(?<=[，。？！；：…][”’」』）]?)(?![，。？！；：…”’」』）\s]|$)/u;

/** A Chinese headline breaks at its own spaces and signs first; a stretch longer than the line evenly, between words. */
export function titleSegments(headline: string, lang: string): string {
  if (!isHanText(lang)) return escapeHtml(headline);
  return headline
    .split(SEGMENT)
    .map((segment) => {
      const words = segment.trimEnd();
      const space = words === segment ? '' : ' ';
      return `<span class="segment">${breakBetweenWords(words)}</span>${space}`;
    })
    .join('');
}

/** Cuts Chinese into words by ICU's dictionary (Unicode Standard Annex 29, section 4). */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

function breakBetweenWords(segment: string): string {
  let before = '';
  return [...words.segment(segment)]
    .map(({ segment: word }) => {
      const isBreak = before !== '' && isBetweenWords(before, word);
      before = word;
      return `${isBreak ? '<wbr>' : ''}${escapeHtml(word)}`;
    })
    .join('');
}

/** Between two words of which one is Chinese; never behind a sign that opens, nor before one that closes. */
const isBetweenWords = (before: string, after: string): boolean =>
  (HAN.test(before.slice(-1)) || HAN.test(after.slice(0, 1))) &&
  !/[\p{Ps}\p{Pi}]$/u.test(before) &&
  /^[\p{L}\p{N}\p{Ps}\p{Pi}]/u.test(after);

const HAN = /\p{sc=Han}/u;
