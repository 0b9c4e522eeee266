import { expect, test } from 'vitest';
import {
  isWordText,
  minutesFor,
  readingLength,
} from '../../../src/renderer/article/readingLength.ts';

test('Chinese and Japanese are counted by characters, other scripts by words', () => {
  expect(readingLength('水磨坊里的早晨')).toEqual({ characters: 7, words: 0 });
  expect(readingLength('It doesn’t take long, 1,200 words at most.')).toEqual({
    characters: 0,
    words: 8,
  });
  expect(readingLength('磨坊 has 2 台 mills')).toEqual({ characters: 3, words: 3 });
  expect(readingLength('')).toEqual({ characters: 0, words: 0 });
});

test('reading time counts both', () => {
  expect(minutesFor({ characters: 2357, words: 0 })).toBe(6);
  expect(minutesFor({ characters: 0, words: 1150 })).toBe(5);
  expect(minutesFor({ characters: 800, words: 460 })).toBe(4);
  expect(minutesFor({ characters: 3, words: 0 })).toBe(1);
});

test('a post is measured in words when hardly anything in it is written without spaces', () => {
  expect(isWordText({ characters: 4, words: 900 })).toBe(true);
  expect(isWordText({ characters: 900, words: 40 })).toBe(false);
  expect(isWordText({ characters: 0, words: 0 })).toBe(false);
});
