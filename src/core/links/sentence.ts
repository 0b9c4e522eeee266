import type { Snippet } from '../../shared/model.ts';

/** Characters kept on each side of a link when its sentence is longer. */
const SIDE = 80;
const END = /[。！？!?…](?:[”’」』"')）\]]*)|[.](?=\s)|\n/gu;
const ENDING = '…';

/** The sentence around a link's words, with the words marked; cut with ellipses when it is long. */
export function sentenceAround(text: string, start: number, end: number): Snippet {
  if (start >= end || end > text.length) return { text: '', marks: [] };
  const lead = text.slice(Math.max(0, start - SIDE * 3), start);
  const trail = text.slice(end, end + SIDE * 3);
  const from = Math.max(start - SIDE, start - lead.length + lastEnd(lead));
  const to = Math.min(end + SIDE, end + firstEnd(trail));
  const raw = text.slice(from, to);
  const head = raw.length - raw.trimStart().length;
  const isCutBefore = from === start - SIDE && !isBorder(text, from);
  const isCutAfter = to === end + SIDE && to < text.length;
  const shown = raw.trim().replaceAll(/\s/gu, ' ');
  const prefix = isCutBefore ? ENDING : '';
  const at = start - from - head + prefix.length;
  return {
    text: `${prefix}${shown}${isCutAfter ? ENDING : ''}`,
    marks: [[at, at + end - start]],
  };
}

function isBorder(text: string, at: number): boolean {
  return at === 0 || /[\s。！？!?]/u.test(text.charAt(at - 1));
}

function lastEnd(lead: string): number {
  let last = 0;
  for (const match of lead.matchAll(END)) last = match.index + match[0].length;
  return last;
}

function firstEnd(trail: string): number {
  END.lastIndex = 0;
  const match = END.exec(trail);
  END.lastIndex = 0;
  if (match === null) return trail.length;
  return match[0] === '\n' ? match.index : match.index + match[0].length;
}
