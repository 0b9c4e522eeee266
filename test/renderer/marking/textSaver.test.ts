import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTextSaver, type SaveState } from '../../../src/renderer/marking/textSaver.ts';
import type { FailureInfo } from '../../../src/shared/result.ts';

const full: FailureInfo = { code: 'disk-full', message: 'The disk is full.' };

/** A library whose answers the test gives. */
function library() {
  const sent: string[] = [];
  const drafts: (string | null)[] = [];
  const states: SaveState['kind'][] = [];
  const answers: ((failure: FailureInfo | null) => void)[] = [];
  const saver = createTextSaver({
    saved: '',
    text: '',
    save: (text) => {
      sent.push(text);
      return new Promise((answer) => answers.push(answer));
    },
    keepDraft: (draft) => drafts.push(draft),
    onState: ({ kind }) => states.push(kind),
  });
  const answer = async (failure: FailureInfo | null): Promise<void> => {
    answers.shift()?.(failure);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, sent, drafts, states, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a text is saved once typing rests, and only then called saved when the library has it', async () => {
  const { saver, sent, states, answer } = library();
  saver.write('a');
  saver.write('ab');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(['ab']);
  expect(states.at(-1)).toBe('unsaved');
  await answer(null);
  expect(states.at(-1)).toBe('saved');
});

test('what is typed while a save runs is saved after it, in order', async () => {
  const { saver, sent, states, answer } = library();
  saver.write('one');
  const done = saver.flush();
  saver.write('one two');
  void saver.flush();
  expect(sent).toEqual(['one']);
  await answer(null);
  expect(sent).toEqual(['one', 'one two']);
  expect(states.at(-1)).toBe('unsaved');
  await answer(null);
  await done;
  expect(states.at(-1)).toBe('saved');
});

test('a text that could not be saved is kept, and saved at the next try', async () => {
  const { saver, sent, drafts, states, answer } = library();
  saver.write('precious');
  const done = saver.flush();
  await answer(full);
  await done;
  expect([states.at(-1), drafts.at(-1)]).toEqual(['failed', 'precious']);
  const again = saver.flush();
  expect(sent).toEqual(['precious', 'precious']);
  await answer(null);
  await again;
  expect([states.at(-1), drafts.at(-1)]).toEqual(['saved', null]);
});

test('nothing is sent when nothing changed', async () => {
  const { saver, sent } = library();
  saver.write('a');
  saver.write('');
  await saver.flush();
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual([]);
  saver.write('b');
  void saver.flush();
  expect(sent).toEqual(['b']);
});
