import type { TextRange } from '../../shared/model.ts';

/** A sentence to be spoken: its words, and its place in the text it is from. */
export interface Sentence {
  readonly text: string;
  readonly range: TextRange;
}

/** Longer ones are cut at a comma: some voices stop in the middle of very long utterances. In UTF-16 units. */
const LONGEST = 220;

/**
 * The sentences of a text, block by block (blocks are parted by line breaks), by the rules of its language (Unicode text
 * segmentation). What lies wholly in a silent range (code, say) is left out, and so is what has no letter or digit.
 */
export function cutSentences(
  text: string,
  lang: string,
  silent: readonly TextRange[],
): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(lang === 'und' || lang === '' ? undefined : lang, {
    granularity: 'sentence',
  });
  const found: Sentence[] = [];
  let start = 0;
  for (const block of text.split('\n')) {
    for (const { segment, index } of segmenter.segment(block)) {
      found.push(...cutLong(segment, start + index));
    }
    start += block.length + 1;
  }
  return found.filter(
    ({ text: words, range }) => /[\p{L}\p{N}]/u.test(words) && !isSilent(range, silent),
  );
}

/** Ranges that touch, as one: the words of a coloured line of code are nodes of their own. */
export function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last === undefined || start > last[1]) joined.push([start, end]);
    else joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
  }
  return joined;
}

const isSilent = ([start, end]: TextRange, silent: readonly TextRange[]): boolean =>
  silent.some(([from, to]) => from <= start && end <= to);

/** White space around a sentence belongs to nobody. */
function trimmed(text: string, start: number): Sentence {
  const lead = text.length - text.trimStart().length;
  const words = text.trim();
  return { text: words, range: [start + lead, start + lead + words.length] };
}

function cutLong(sentence: string, start: number): readonly Sentence[] {
  if (sentence.length <= LONGEST) return [trimmed(sentence, start)];
  const pieces: Sentence[] = [];
  let from = 0;
  while (from < sentence.length) {
    const rest = sentence.slice(from, from + LONGEST);
    const comma =
      rest.length < LONGEST
        ? rest.length
        : Math.max(...['，', '、', '；', ', ', '; '].map((mark) => rest.lastIndexOf(mark) + 1));
    const length = comma > 0 ? comma : rest.length;
    pieces.push(trimmed(sentence.slice(from, from + length), start + from));
    from += length;
  }
  return pieces;
}
