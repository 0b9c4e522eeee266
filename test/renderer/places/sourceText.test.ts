import { expect, it } from 'vitest';
import { textWithSource } from '../../../src/renderer/places/sourceText.ts';

const post = {
  title: '潮水来了',
  source: '潮声晚报',
  day: '2024-05-02',
  url: null,
  lang: 'zh-Hans',
  path: '_posts/chao.md',
};

it('puts a Chinese passage over its title in 书名号, source and day, with full-width marks', () => {
  expect(textWithSource('水涨一尺。', post)).toBe(
    '水涨一尺。\n——《潮水来了》，潮声晚报，2024-05-02\n_posts/chao.md',
  );
});

it('leaves out what is not known, and gives the address where there is one', () => {
  const english = {
    ...post,
    title: 'Tides',
    lang: 'en',
    source: null,
    day: null,
    url: 'https://a.example/t',
  };
  expect(textWithSource('Up it went. ', english)).toBe(
    'Up it went.\n— “Tides”\nhttps://a.example/t',
  );
  expect(textWithSource('', english)).toBe('— “Tides”\nhttps://a.example/t');
});
