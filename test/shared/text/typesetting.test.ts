import { describe, expect, test } from 'vitest';
import {
  isVerse,
  paragraphRoles,
  paragraphScript,
  readingMinutes,
  splitTitle,
} from '../../../src/shared/text/typesetting.ts';

const plain = (text: string) => ({ text, isWhollyStrong: false, isWhollyLink: false });
const bold = (text: string) => ({ text, isWhollyStrong: true, isWhollyLink: false });

describe('splitTitle', () => {
  test.each([
    ['春耕正忙 农机下田 ——山前镇见闻', '春耕正忙 农机下田', '——山前镇见闻'],
    ['春耕正忙　—— 山前镇见闻', '春耕正忙', '—— 山前镇见闻'],
    ['春耕——农机下田', '春耕——农机下田', ''],
    ['——只有副题', '——只有副题', ''],
    ['春耕 ——', '春耕 ——', ''],
    ['A plain title -- with dashes', 'A plain title -- with dashes', ''],
  ])('%s', (title, headline, deck) => {
    const split = splitTitle(title);
    expect(split.headline).toBe(headline);
    expect(split.deck).toBe(deck);
    expect(split.headline + split.gap + split.deck).toBe(title);
  });
});

describe('paragraphRoles', () => {
  test.each([
    ['a short line without an end', plain('抢抓农时'), 'subhead'],
    ['eleven characters are text', plain('抢抓农时春耕备耕两不误哦'), 'body'],
    ['a short sentence is text', plain('雨停了。'), 'body'],
    ['a short exclamation in quotes is text', plain('“雨停了！”'), 'body'],
    ['a short line ending in a quoted word', plain('打通“堵点”'), 'subhead'],
    ['a closing source line is text', plain('（来源：山前报）'), 'body'],
    [
      'a bold line of any length',
      bold('建立机制，打通上下游的“堵点”，连接产销两端的“断点”'),
      'subhead',
    ],
    ['a bold byline is text', bold('本报记者 林一帆'), 'body'],
    [
      'a long bold sentence is emphasis',
      bold(`${'雨水充足，墒情良好，'.repeat(5)}今年丰收在望。`),
      'body',
    ],
    ['navigation is text', { text: '返回首页', isWhollyStrong: false, isWhollyLink: true }, 'body'],
    ['who wrote it is text', plain('责任编辑：王五'), 'body'],
    ['who wrote it, after a space', plain('编辑 王五'), 'body'],
    ['who took a picture', plain('图/林一帆'), 'body'],
    ['a subhead on writing', plain('文明之光'), 'subhead'],
    ['a row of stars is text', plain('＊＊＊'), 'body'],
    ['nothing is text', plain('  '), 'body'],
  ])('%s', (_name, paragraph, role) => {
    expect(paragraphRoles([paragraph])).toEqual([role]);
  });

  test('adjacent subheads join; a paragraph between them starts anew', () => {
    const roles = paragraphRoles([
      bold('开辟绿色通道'),
      bold('全力稳产保供'),
      plain('机器一响，全线开工，工人们忙碌起来。'),
      plain('送货上门'),
    ]);
    expect(roles).toEqual(['subhead', 'subhead-next', 'body', 'subhead']);
  });
});

describe('readingMinutes', () => {
  test('counts Chinese by character and English by word, never 0', () => {
    expect(readingMinutes(2357, 'zh-Hans')).toBe(6);
    expect(readingMinutes(2300, 'en')).toBe(2);
    expect(readingMinutes(0, 'en')).toBe(1);
  });
});

describe('paragraphScript', () => {
  test.each([
    ['The mill was drawn by an English visitor', 'latin'],
    ['周日开船，风大不开。', 'han'],
    ['春になると、庭の手入れが始まります', 'kana'],
    ['这篇报道由 Broadsheet 收录，供应链一环不断', 'han'],
    ['The paper is called 新华日报 and is printed in Nanjing every day', 'latin'],
    ['OK', null],
    ['2024', null],
    ['배는 일요일에만 떠난다', null],
    ['هذه فقرة بالعربية', null],
    ['', null],
  ])('%s is set as %s', (text, script) => {
    expect(paragraphScript(text)).toBe(script);
  });
});

describe('isVerse', () => {
  test('three or more short lines are verse', () => {
    expect(isVerse(['水轮转呀转', '麦子磨成面', '一街炊烟起'])).toBe(true);
  });
  test('two lines, or one long line among them, are not', () => {
    expect(isVerse(['水轮转呀转', '麦子磨成面'])).toBe(false);
    expect(isVerse(['水轮转呀转', '麦子磨成面', '一'.repeat(40)])).toBe(false);
    expect(isVerse(['水轮转呀转', '', ' ', '麦子磨成面'])).toBe(false);
  });
});
