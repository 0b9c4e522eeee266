import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { MAX_CONTEXT_LENGTH } from '../../../src/shared/annotations.ts';
import { newHighlightSchema } from '../../../src/shared/annotationSchemas.ts';
import { anchorOf } from '../../../src/shared/anchoring/anchorOf.ts';
import { placeQuote } from '../../../src/shared/anchoring/placeQuote.ts';
import { countVisible } from '../../../src/shared/anchoring/visibleText.ts';

const POST =
  '渡轮在六点开出，码头上没有人。守夜人说，灯塔的灯已经三年没有亮过。\n\n大风来的那一夜，他记下了每一条船的名字，然后把本子锁进了抽屉。\n\n第二年春天，新的灯装好了；没有人来参加点灯的仪式。';
const WORDS = '灯塔的灯已经三年没有亮过';

const anchorFor = (text: string, words: string, from = 0) => {
  const at = text.indexOf(words, from);
  return anchorOf(text, [at, at + words.length]);
};

/** The words found, and how; null = an orphan. */
const found = (text: string, anchor: ReturnType<typeof anchorFor>) => {
  const placed = placeQuote(text, anchor);
  return placed === null ? null : [placed.kind, text.slice(...placed.range)];
};

describe('an anchor', () => {
  test('has the words as shown, what stands around them, and the place without white space', () => {
    const anchor = anchorFor(POST, WORDS);
    expect(anchor.quote).toBe(WORDS);
    expect(anchor.prefix).toBe('渡轮在六点开出，码头上没有人。守夜人说，');
    // Less than 64 characters are left of the post.
    expect(anchor.suffix).toBe(POST.slice(POST.indexOf(WORDS) + WORDS.length));
    const start = countVisible(POST.slice(0, POST.indexOf(WORDS)));
    expect(anchor.position).toEqual([start, start + WORDS.length]);
  });

  test('leaves out white space at the ends, and cannot be made of white space', () => {
    const at = POST.indexOf('\n\n大风');
    expect(anchorOf(POST, [at, at + 4]).quote).toBe('大风');
    expect(() => anchorOf(POST, [at, at + 2])).toThrow(RangeError);
  });

  test('takes more context where the words stand elsewhere among the same', () => {
    const same = '同样的一句话。'.repeat(30);
    const text = `甲说了开头。${same}这里是标记。${same}乙说了结尾，${same}这里是标记。${same}`;
    expect(countVisible(anchorFor(text, '标记').prefix)).toBeGreaterThan(64);
  });
});

describe('what stands around words in indented text', () => {
  const gaps: readonly (readonly [string, string])[] = [
    ['as verse', '\n                        '],
    ['as code', '\n\n\t\t\t\t\t\t\t\t'],
    ['letter by letter, with pairs', ' \u3000 '],
  ];
  test.for(gaps)('is short enough to be kept: %s', ([, gap]) => {
    const line = Array.from('👣同样的一句话，同样的一句话。👣').join(gap) + gap;
    const text = line.repeat(60) + Array.from('这里是标记。').join(gap) + gap + line.repeat(60);
    const twice = text + text;
    const at = text.indexOf('标');
    const anchor = anchorOf(twice, [at, at + `标${gap}记`.length]);
    // As much context as there can be, or the test shows nothing.
    expect(countVisible(anchor.prefix)).toBeGreaterThanOrEqual(512);
    expect(anchor.prefix + anchor.suffix).toMatch(/\s\S/u);
    const key = { archiveId: 'a'.repeat(16), path: 'verse.md' };
    const input = v.safeParse(newHighlightSchema, { ...key, pen: 'yellow', note: null, anchor });
    expect(input.issues?.map(({ message }) => message)).toBeUndefined();
    expect(placeQuote(twice, anchor)?.range).toEqual([at, at + `标${gap}记`.length]);
    const moved = placeQuote(`前言。${twice}`, anchor);
    expect([null, at + '前言。'.length]).toContain(moved?.range[0] ?? null);
  });

  test('keeps its sentences, so that the words are found when the text moved', () => {
    const gap = '\n'.padEnd(60);
    const verse = Array.from('序言一行一字，').join(gap) + gap;
    const text = verse.repeat(10) + POST.replaceAll('，', `，${gap}`).replaceAll('。', `。${gap}`);
    const anchor = anchorFor(text, WORDS);
    expect(anchor.prefix.length).toBeLessThanOrEqual(MAX_CONTEXT_LENGTH);
    const moved = `先有一句，守夜人没有说。${text}`;
    expect(found(moved, anchor)).toEqual(['exact', WORDS]);
    expect(found(moved.replace('守夜人说', '守夜人又说'), anchor)).toEqual(['moved', WORDS]);
  });
});

describe('words are found', () => {
  const anchor = anchorFor(POST, WORDS);

  test.for([
    ['where they stood', POST, 'exact'],
    ['wrapped anew', POST.replaceAll('，', '，\n    '), 'exact'],
    ['after something was put in before them', `新写的一段开头。\n\n${POST}`, 'moved'],
    ['with a neighbour taken out', POST.replace('渡轮在六点开出，码头上没有人。', ''), 'moved'],
  ] as const)('%s', ([, text, kind]) => {
    expect(found(text, anchor)).toEqual([kind, WORDS]);
  });

  test.for([
    ['a typing mistake', POST.replace('已经三年', '已近三年')],
    ['full width', POST.replace('三年', '３年')],
    ['Traditional characters', POST.replace('灯塔的灯已经', '燈塔的燈已經')],
    ['a letter that was no letter', POST.replace('亮过', '\ufffd过')],
  ] as const)('with %s', ([, text]) => {
    expect(found(text, anchor)?.[0]).toBe('changed');
  });
});

describe('nothing is taken for them', () => {
  test('when their sentence is gone and the same words stand in another one', () => {
    const anchor = anchorFor(POST, '没有人');
    expect(found(POST, anchor)).toEqual(['exact', '没有人']);
    const without = POST.replace('渡轮在六点开出，码头上没有人。', '');
    expect(without).toContain('没有人');
    expect(found(without, anchor)).toBeNull();
  });

  test('when a sentence much like theirs stands where theirs was', () => {
    const text = '通知如下。甲公司今日宣布停产。乙公司今日宣布停产。其他公司照常生产。';
    const anchor = anchorFor(text, '宣布停产');
    expect(found(text.replace('甲公司今日宣布停产。', ''), anchor)).toBeNull();
    const swapped = '通知如下。乙公司今日宣布停产。甲公司今日宣布停产。其他公司照常生产。';
    const placed = placeQuote(swapped, anchor);
    expect(placed === null || placed.range[0] > swapped.indexOf('甲公司')).toBe(true);
  });

  test('when their paragraph was copied and what stood around it is gone', () => {
    const [first = '', second = '', third = ''] = POST.split('\n\n');
    const anchor = anchorFor(POST, '每一条船');
    const copied = [second, first, second, third].join('\n\n');
    const placed = placeQuote(copied, anchor);
    expect(placed === null || placed.range[0] > copied.indexOf(first)).toBe(true);
    expect(found([second, second].join('\n\n'), anchor)).toBeNull();
  });

  test('in an empty text, or when there are no words', () => {
    expect(found('', anchorFor(POST, WORDS))).toBeNull();
    expect(found(POST, { ...anchorFor(POST, WORDS), quote: '\n' })).toBeNull();
  });
});

test('an anchor of another program, without rivals, is found where it stands once and nearly all around it is the same', () => {
  const { rivals: _rivals, ...bare } = anchorFor(POST, WORDS);
  expect(found(`前言。${POST}`, bare)?.[1]).toBe(WORDS);
  const elsewhere = `另一篇完全不同的文章里写道，${WORDS}，这句话后面的内容与原来的文章没有任何关系。`;
  expect(found(elsewhere, bare)).toBeNull();
});

test('places are of the text as given: surrogate pairs and ligatures count as they do there', () => {
  const text = '𠮷田說：ﬁne weather 😀 today, and the ferry left on time as it always did before.';
  const anchor = anchorFor(text, 'weather 😀 today');
  const placed = placeQuote(`😀😀 ${text}`, anchor);
  expect(placed === null ? null : `😀😀 ${text}`.slice(...placed.range)).toBe('weather 😀 today');
});
