import { describe, expect, test } from 'vitest';
import { caretMove } from '../../../src/renderer/marking/caretKeys.ts';
import { stepCaret } from '../../../src/renderer/marking/caretSteps.ts';

/** All places a caret comes through, from one end to the other. */
function walk(text: string, step: 'character' | 'word', way: 1 | -1, lang = 'en'): number[] {
  const places = [way === 1 ? 0 : text.length];
  for (;;) {
    const last = places.at(-1) ?? 0;
    const next = stepCaret(text, last, { step, way, lang });
    if (next === last || places.length > 200) return places;
    places.push(next);
  }
}

describe('a caret steps', () => {
  test('over characters as readers see them', () => {
    // A letter with an accent of its own, a family of three, and a flag are one step each.
    const text = 'e\u0301👨‍👩‍👧🇨🇳z';
    expect(walk(text, 'character', 1)).toEqual([0, 2, 10, 14, 15]);
    expect(walk(text, 'character', -1)).toEqual([15, 14, 10, 2, 0]);
  });

  test('over white space once, however much the file has', () => {
    expect(walk('a  \n b', 'character', 1)).toEqual([0, 1, 5, 6]);
    expect(walk('a  \n b', 'character', -1)).toEqual([6, 5, 1, 0]);
  });

  test('over the words of English', () => {
    expect(walk('The keeper, writes', 'word', 1)).toEqual([0, 4, 12, 18]);
    expect(walk('The keeper, writes', 'word', -1)).toEqual([18, 12, 4, 0]);
  });

  test('over the words of Chinese, which no spaces part', () => {
    expect(walk('守塔人每天记录灯塔', 'word', 1, 'zh-Hans')).toContain(7);
    expect(walk('货船靠岸。工人卸货', 'word', 1, 'zh-Hans')).toContain(5);
  });

  test('through a text longer than it looks at for one step', () => {
    const text = '灯'.repeat(1500);
    const places = walk(text, 'character', 1);
    expect(places.slice(0, 3)).toEqual([0, 1, 2]);
    expect(stepCaret(text, 1499, { step: 'character', way: 1, lang: 'zh' })).toBe(1500);
    expect(stepCaret('x'.repeat(5000), 0, { step: 'word', way: 1, lang: 'en' })).toBeGreaterThan(0);
    expect(stepCaret('x'.repeat(5000), 5000, { step: 'word', way: -1, lang: 'en' })).toBeLessThan(
      5000,
    );
  });

  test('nowhere in nothing', () => {
    expect(stepCaret('', 0, { step: 'word', way: 1, lang: '' })).toBe(0);
    expect(stepCaret('', 0, { step: 'character', way: -1, lang: '' })).toBe(0);
  });
});

describe('keys of the caret', () => {
  const press = (key: string, held: 'ctrlKey' | 'altKey' | 'metaKey' | null = null) => ({
    key,
    ctrlKey: held === 'ctrlKey',
    altKey: held === 'altKey',
    metaKey: held === 'metaKey',
  });

  test('words: Control elsewhere, Option on macOS', () => {
    const word = { kind: 'step', step: 'word', way: 1 };
    expect(caretMove(press('ArrowRight', 'ctrlKey'), false)).toEqual(word);
    expect(caretMove(press('ArrowRight', 'altKey'), true)).toEqual(word);
    expect(caretMove(press('ArrowRight', 'altKey'), false)).toBeNull();
    expect(caretMove(press('ArrowRight', 'ctrlKey'), true)).toBeNull();
  });

  test('ends of lines and of the text', () => {
    expect(caretMove(press('End'), false)).toEqual({ kind: 'line-end', way: 1 });
    expect(caretMove(press('ArrowLeft', 'metaKey'), true)).toEqual({ kind: 'line-end', way: -1 });
    expect(caretMove(press('Home', 'ctrlKey'), false)).toEqual({ kind: 'text-end', way: -1 });
    expect(caretMove(press('ArrowDown', 'metaKey'), true)).toEqual({ kind: 'text-end', way: 1 });
  });

  test('keys that are others are left alone', () => {
    expect(caretMove(press('ArrowLeft', 'altKey'), false)).toBeNull();
    expect(caretMove(press('h'), false)).toBeNull();
    expect(caretMove(press('c', 'ctrlKey'), false)).toBeNull();
    expect(caretMove(press('toString'), false)).toBeNull();
  });
});
