import { describe, expect, test } from 'vitest';
import { readLaunchOptions } from '../../src/main/launchOptions.ts';

const none = { folder: null, dataDir: null, language: null, exportJob: null };

describe('the command line of the app', () => {
  test.each([
    ['nothing', ['.'], none],
    ['a folder', ['.', '/posts'], { ...none, folder: '/posts' }],
    [
      'a value as the next argument',
      ['.', '--data-dir', '/d d', '/posts', '--lang', 'zh'],
      { ...none, dataDir: '/d d', folder: '/posts', language: 'zh' },
    ],
    [
      'a value behind an equals sign',
      ['.', '--data-dir=/d=e', '--lang=en'],
      { ...none, dataDir: '/d=e', language: 'en' },
    ],
    [
      'switches of Chromium and Electron before the folder of the app',
      ['--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '.', '/posts'],
      { ...none, folder: '/posts' },
    ],
    ['a folder after --', ['.', '--', '--odd-name'], { ...none, folder: '--odd-name' }],
    ['an export job', ['.', '--export-job', '/j.json'], { ...none, exportJob: '/j.json' }],
    [
      'a data folder that starts with a dash',
      ['.', '--data-dir', '-d'],
      { ...none, dataDir: '-d' },
    ],
  ])('%s', (_name, args, options) => {
    expect(readLaunchOptions(args, true)).toEqual({ kind: 'options', options });
  });

  test('a packaged app has no folder of its own among the arguments', () => {
    expect(readLaunchOptions(['/posts'], false)).toEqual({
      kind: 'options',
      options: { ...none, folder: '/posts' },
    });
  });

  test.each([
    ['two folders', ['.', '/a', '/b'], 'Only one folder'],
    ['an unknown language', ['.', '--lang', 'fr'], '--lang takes en or zh, not "fr".'],
    ['a missing value', ['.', '--data-dir'], '--data-dir needs a value.'],
    ['an empty value', ['.', '--data-dir='], '--data-dir needs a value.'],
    ['a switch in place of a value', ['.', '--data-dir', '--lang', 'en'], '--data-dir needs'],
  ])('%s is refused with a sentence', (_name, args, sentence) => {
    const reading = readLaunchOptions(args, true);
    expect(reading.kind === 'wrong' ? reading.message : '').toContain(sentence);
  });
});
