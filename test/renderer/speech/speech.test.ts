import { describe, expect, it } from 'vitest';
import { cutSentences, joinRanges } from '../../../src/renderer/speech/sentences.ts';
import { createSpeechReader } from '../../../src/renderer/speech/speechReader.ts';
import { localVoices, pickVoice, voicesFor } from '../../../src/renderer/speech/voices.ts';

const offered = (name: string, lang: string, localService = true, isDefault = false) => ({
  name,
  lang,
  localService,
  default: isDefault,
});

describe('voices', () => {
  const voices = localVoices([
    offered('Cloud Mandarin', 'zh-CN', false, true),
    offered('Mei', 'zh-TW'),
    offered('Tingting', 'zh-CN'),
    offered('Daniel', 'en-GB'),
    offered('Samantha', 'en_US', true, true),
  ]);
  it('leaves out every voice that needs the network', () => {
    expect(voices.map(({ name }) => name)).not.toContain('Cloud Mandarin');
    expect(localVoices([offered('Cloud', 'en-US', false)])).toEqual([]);
  });
  it('takes the voice of the script first', () => {
    expect(voicesFor('zh-Hans', voices).map(({ name }) => name)).toEqual(['Tingting', 'Mei']);
    expect(voicesFor('zh-Hant', voices).map(({ name }) => name)).toEqual(['Mei', 'Tingting']);
    expect(voicesFor('en', voices).map(({ name }) => name)).toEqual(['Samantha', 'Daniel']);
  });
  it('keeps to the chosen voice while it is there, for its language only', () => {
    expect(pickVoice('en', voices, { en: 'Daniel' })?.name).toBe('Daniel');
    expect(pickVoice('en', voices, { en: 'Gone', zh: 'Mei' })?.name).toBe('Samantha');
    expect(pickVoice('zh-Hans', voices, { en: 'Daniel' })?.name).toBe('Tingting');
  });
  it('has none for a language nobody here speaks', () => {
    expect(pickVoice('ja', voices, {})).toBeNull();
    expect(pickVoice('en', [], {})).toBeNull();
  });
});

describe('sentences', () => {
  const text = '潮水涨了。渔船回港！\n“明天呢？”他问。\nlet x = 1;\n* * *';
  it('are cut by the rules of the language, block by block, with their places', () => {
    const code = text.indexOf('let x');
    const found = cutSentences(text, 'zh-Hans', [[code, code + 'let x = 1;'.length]]);
    expect(found.map((one) => one.text)).toEqual([
      '潮水涨了。',
      '渔船回港！',
      '“明天呢？”',
      '他问。',
    ]);
    for (const { text: words, range } of found) expect(text.slice(...range)).toBe(words);
  });
  it('are silent as a whole when all their parts are', () => {
    const code = text.indexOf('let x');
    const parts = [
      [code, code + 3],
      [code + 3, code + 6],
      [code + 6, code + 10],
    ] as const;
    expect(joinRanges(parts)).toEqual([[code, code + 10]]);
    const found = cutSentences(text, 'zh-Hans', joinRanges(parts));
    expect(found.some((one) => one.text.includes('let'))).toBe(false);
    expect(
      joinRanges([
        [0, 2],
        [4, 6],
      ]),
    ).toEqual([
      [0, 2],
      [4, 6],
    ]);
  });
  it('are not ended by the stop of an abbreviation inside a number', () => {
    expect(cutSentences('It rose 3.5 metres. Then it fell.', 'en', [])).toHaveLength(2);
  });
  it('that are very long are cut at commas, and nothing is lost', () => {
    const long = `${'涨潮落潮，'.repeat(100)}完。`;
    const found = cutSentences(long, 'zh-Hans', []);
    expect(found.length).toBeGreaterThan(1);
    expect(found.map((one) => one.text).join('')).toBe(long);
    expect(Math.max(...found.map((one) => one.text.length))).toBeLessThanOrEqual(220);
  });
});

describe('the reader', () => {
  function start(sentences: readonly string[]) {
    const said: string[] = [];
    const places: string[] = [];
    const ends: (() => void)[] = [];
    let isDone = false;
    const reader = createSpeechReader(
      sentences,
      {
        say: (words, onEnd) => {
          said.push(words);
          ends.push(onEnd);
        },
        stop: () => void said.push('(stop)'),
      },
      {
        onPlace: ({ sentence, isPaused }) =>
          void places.push(`${sentence}${isPaused ? ' paused' : ''}`),
        onDone: () => {
          isDone = true;
        },
      },
    );
    const finish = (): void => ends.at(-1)?.();
    return { reader, said, places, ends, finish, isDone: () => isDone };
  }
  it('reads one sentence after another and ends', () => {
    const speech = start(['Title', 'One.', 'Two.']);
    speech.finish();
    speech.finish();
    expect(speech.said).toEqual(['Title', 'One.', 'Two.']);
    expect(speech.isDone()).toBe(false);
    speech.finish();
    expect(speech.isDone()).toBe(true);
  });
  it('says the sentence again after a pause', () => {
    const speech = start(['One.', 'Two.']);
    speech.reader.toggle();
    expect(speech.places.at(-1)).toBe('0 paused');
    speech.reader.toggle();
    expect(speech.said).toEqual(['One.', '(stop)', '(stop)', 'One.']);
  });
  it('does not take the end of a stopped sentence for that of the next', () => {
    const speech = start(['One.', 'Two.', 'Three.']);
    speech.reader.skip(1);
    speech.ends[0]?.();
    expect(speech.said).toEqual(['One.', '(stop)', 'Two.']);
    speech.ends[1]?.();
    expect(speech.said.at(-1)).toBe('Three.');
  });
  it('stays inside the post when it skips', () => {
    const speech = start(['One.', 'Two.']);
    speech.reader.skip(-1);
    speech.reader.skip(5);
    expect(speech.places).toEqual(['0', '0', '1']);
  });
});
