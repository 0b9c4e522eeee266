import type { TextRange } from '../../shared/model.ts';
import { readArticleText, type ArticleText } from '../article/articleText.ts';
import { cutSentences, joinRanges } from './sentences.ts';

/** Parts of a post that are not read out: code, formulas, marks of notes, readings above characters. */
const SILENT = 'pre, code, math, .math, sup, rt, rp, audio, video';

/** A sentence and where it stands on the page; the title has no range. */
export interface SpokenSentence {
  readonly text: string;
  readonly range: Range | null;
}

/** What is read out of a post: its title, then its text. */
export function readSpoken(
  body: HTMLElement,
  title: string,
  lang: string,
): readonly SpokenSentence[] {
  const article = readArticleText(body);
  const silent = silentRanges(article);
  const sentences = cutSentences(article.text, lang, silent);
  return [
    ...cutSentences(title, lang, []).map(({ text }) => ({ text, range: null })),
    ...sentences.map(({ range }) => ({
      text: wordsOf(article, range, silent),
      range: rangeOf(article, range),
    })),
  ];
}

/** Inline code inside a sentence is read, for the sentence would make no sense; blocks of it are not. */
function silentRanges({ nodes, spans }: ArticleText): readonly TextRange[] {
  const ranges = nodes.flatMap((node, place): readonly TextRange[] => {
    const span = spans[place];
    const element = node.parentElement?.closest(SILENT) ?? null;
    if (span === undefined || element === null) return [];
    if (element.tagName === 'CODE' && element.closest('pre') === null) return [];
    return [[span.start, span.start + span.length]];
  });
  return joinRanges(ranges);
}

/** The words of a sentence without its silent parts (the number of a note, say). */
function wordsOf(
  { text }: ArticleText,
  [start, end]: TextRange,
  silent: readonly TextRange[],
): string {
  let words = '';
  let at = start;
  for (const [from, to] of silent) {
    if (to <= at || from >= end) continue;
    words += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return (words + text.slice(at, end)).replaceAll(/\s+/gu, ' ').trim();
}

function rangeOf({ nodes, spans }: ArticleText, [start, end]: TextRange): Range | null {
  const first = spans.findIndex((span) => start < span.start + span.length);
  const last = spans.findLastIndex((span) => span.start < end);
  const from = nodes[first];
  const to = nodes[last];
  const fromSpan = spans[first];
  const toSpan = spans[last];
  if (from === undefined || to === undefined || fromSpan === undefined || toSpan === undefined) {
    return null;
  }
  const range = document.createRange();
  range.setStart(from, Math.max(0, start - fromSpan.start));
  range.setEnd(to, Math.min(toSpan.length, end - toSpan.start));
  return range;
}
