import { describe, expect, it } from 'vitest';
import { bigramPhrase, bigramTokens } from '../../bench/bigrams.ts';
import { generatePost } from '../../bench/generateArchive.ts';
import { BOOLEAN, drawQueries, TWO_CHARACTERS } from '../../bench/queries.ts';
import { readOptions } from '../../bench/options.ts';

const texts = Array.from({ length: 120 }, (_, index) => ({
  text: generatePost({ count: 0, seed: 1 }, index).text,
  source: `Paper ${index % 3}`,
  year: '2009',
}));

describe('drawQueries', () => {
  it('gives the same different queries for the same seed, each standing in a text', () => {
    const kinds = drawQueries(texts, { count: 30, seed: 4 });
    expect(drawQueries(texts, { count: 30, seed: 4 })).toEqual(kinds);
    expect(drawQueries(texts, { count: 30, seed: 5 })).not.toEqual(kinds);
    for (const { name, queries } of kinds) {
      expect(queries, name).toHaveLength(30);
      expect(new Set(queries.map(({ text }) => text)).size).toBe(30);
    }
    const two = kinds.find(({ name }) => name === TWO_CHARACTERS)?.queries ?? [];
    for (const { text } of two) {
      expect(text).toMatch(/^\p{Script=Han}{2}$/u);
      expect(texts.some((each) => each.text.includes(text))).toBe(true);
    }
  });

  it('asks five terms with a source and a span of days', () => {
    const kinds = drawQueries(texts, { count: 5, seed: 4 });
    for (const query of kinds.find(({ name }) => name === BOOLEAN)?.queries ?? []) {
      expect(query.text).toMatch(/^\(\S\S OR \S\S\) \(\S\S OR \S\S\) \S\S$/u);
      expect(query.sources).toHaveLength(1);
      expect(query).toMatchObject({ from: '2007-01-01', to: '2011-12-31' });
    }
  });

  it('gives what there is when the texts hold too little', () => {
    const poor = [{ text: '潮水', source: null, year: null }];
    const counts = drawQueries(poor, { count: 10, seed: 1 }).map(({ queries }) => queries.length);
    expect(counts).toEqual([2, 1, 0, 0, 0, 0, 0, 0]);
  });
});

describe('the plain tokens of the baseline', () => {
  it('are pairs, last characters, words and gaps', () => {
    expect(bigramTokens('供应链,ai芯片')).toBe('\ue000 供应 应链 链 \ue000 ai 芯片 片 ');
  });

  it('find Han by pairs and everything else by words', () => {
    expect(bigramPhrase('供应链')).toBe('"供应 应链"');
    expect(bigramPhrase('链')).toBe('"链" *');
    expect(bigramPhrase('harbour')).toBe('"harbour"');
  });
});

describe('readOptions', () => {
  it('reads what is asked', () => {
    expect(readOptions(['--posts', '5', '--growth', '--rivals'])).toMatchObject({
      posts: 5,
      seed: 1,
      growthTo: 100_000,
      hasRivals: true,
      hasWindow: false,
    });
    expect(readOptions(['--growth', '1000000'])).toMatchObject({ growthTo: 1_000_000 });
  });

  it('says what is wrong', () => {
    expect(readOptions(['--posts', 'many'])).toBe('--posts needs a whole number.');
    expect(readOptions(['--post', '5'])).toMatch(/--post/u);
  });
});
