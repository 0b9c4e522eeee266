import type { Snippet, TextRange } from '../../shared/model.ts';

/** Characters of a snippet: it ends at the first good place after the lower bound. */
const MIN_LENGTH = 80;
const MAX_LENGTH = 110;

/** How far before the first hit a snippet may begin. */
const MAX_LEAD = 36;

const SENTENCE_END = /[。！？!?；;…\n]/;
const CLAUSE_END = /[，,、：:）)」』”\s]/;

/**
 * The part of a text that shows most hits, cut where a sentence or clause ends, from the text as it stands. Line
 * feeds become spaces; `…` stands where the cut is inside a paragraph. Without hits: the beginning.
 */
export function cutSnippet(text: string, hits: readonly TextRange[]): Snippet {
  const best = bestHit(hits);
  const anchor = best === null ? 0 : best[0];
  const start = best === null ? skipSpace(text, 0) : snippetStart(text, anchor);
  const end = snippetEnd(
    text,
    start,
    best === null ? start : Math.min(best[1], start + MAX_LENGTH),
  );
  const before = start > 0 && !isParagraphStart(text, start) ? '…' : '';
  const after = end < text.length && text.charAt(end) !== '\n' ? '…' : '';
  const marks: TextRange[] = [];
  for (const [from, to] of hits) {
    if (to <= start || from >= end) continue;
    const shift = before.length - start;
    marks.push([Math.max(from, start) + shift, Math.min(to, end) + shift]);
  }
  return { text: before + text.slice(start, end).replace(/\s/g, ' ') + after, marks };
}

/** The first hit of the window with most hits. */
function bestHit(hits: readonly TextRange[]): TextRange | null {
  let best: TextRange | null = null;
  let bestCount = 0;
  let last = 0;
  hits.forEach((hit, first) => {
    while (last < hits.length && (hits[last]?.[1] ?? 0) <= hit[0] + MAX_LENGTH - MAX_LEAD)
      last += 1;
    const count = Math.max(1, last - first);
    if (count > bestCount) {
      best = hit;
      bestCount = count;
    }
  });
  return best;
}

/** The beginning of the sentence or clause the hit stands in, if it is near, else a little before the hit. */
function snippetStart(text: string, hit: number): number {
  const earliest = Math.max(0, hit - MAX_LEAD);
  if (earliest === 0 && !SENTENCE_END.test(text.slice(0, hit))) return skipSpace(text, 0);
  let clause = -1;
  for (let at = hit; at > earliest; at -= 1) {
    const before = text.charAt(at - 1);
    if (SENTENCE_END.test(before)) return Math.min(skipSpace(text, at), hit);
    if (CLAUSE_END.test(before)) clause = at;
  }
  if (earliest === 0) return 0;
  return Math.min(clause >= 0 ? skipSpace(text, clause) : wholeCharacter(text, earliest), hit);
}

/** The end of a sentence between the bounds, else of a clause, else the upper bound. */
function snippetEnd(text: string, start: number, atLeast: number): number {
  const lower = Math.max(start + MIN_LENGTH, atLeast);
  const upper = Math.max(start + MAX_LENGTH, atLeast);
  if (upper >= text.length) return text.trimEnd().length;
  for (const ending of [SENTENCE_END, CLAUSE_END]) {
    for (let at = upper; at >= lower; at -= 1) {
      const last = text.charAt(at - 1);
      if (ending.test(last)) return last === '\n' ? at - 1 : at;
    }
  }
  return wholeCharacter(text, upper);
}

function isParagraphStart(text: string, start: number): boolean {
  return (
    text.slice(0, start).trimEnd() === '' ||
    /\n\s*$/.test(text.slice(Math.max(0, start - 8), start))
  );
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** The place itself, or one unit earlier when it would cut a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
