import { describe, expect, it } from 'vitest';
import type { Charset } from '../../../src/shared/charsets.ts';
import { charsetNamed, charsets } from '../../../src/shared/charsets.ts';
import type { DecodeHints } from '../../../src/core/post/decodeText.ts';
import { decodeText } from '../../../src/core/post/decodeText.ts';
import { makeEncoder } from './encodeText.ts';

const gbk = makeEncoder('gb18030').encode;
const big5 = makeEncoder('big5').encode;
const utf8 = makeEncoder('utf-8').encode;
const latin = makeEncoder('windows-1252').encode;

const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

function read(bytes: Uint8Array, hints: DecodeHints = {}) {
  const decoded = decodeText(bytes, hints);
  if (decoded.outcome !== 'text') throw new Error(`No text: ${decoded.outcome}`);
  const { text, charset, findings } = decoded;
  return { text, charset, codes: findings.map(({ code }) => code), findings };
}

const TIDE = '潮水退去以后，沙滩上留下一只旧木箱，箱子里是一叠信。';
const WALL = '城墙上的灯笼亮了，卖糖人的老汉收起担子，慢慢走回家。';

describe('damaged files', () => {
  it('names line and byte of the first bad byte, and how many there are', () => {
    const bytes = joined(
      utf8(`第一行\n${TIDE}`),
      [0xff],
      utf8(`\n${WALL}\n`),
      [0xe6, 0xb0],
      utf8('。\n'),
    );
    const { text, codes, findings } = read(bytes);
    expect(text).toBe(`第一行\n${TIDE}\uFFFD\n${WALL}\n\uFFFD。\n`);
    expect(codes).toEqual(['encoding-damaged']);
    expect(findings[0]?.details).toEqual({
      charset: 'utf-8',
      count: 2,
      line: 2,
      byte: utf8(`第一行\n${TIDE}`).length,
    });
    expect(findings[0]?.message).toContain('line 2, byte');
  });

  it('reads GBK whose last character is cut in half', () => {
    const whole = gbk(`${TIDE}\n${WALL}`);
    const { text, codes, findings } = read(whole.subarray(0, whole.length - 1));
    expect(text).toBe(`${TIDE}\n${WALL.slice(0, -1)}\uFFFD`);
    expect(codes).toEqual(['encoding-guessed', 'encoding-damaged']);
    expect(findings[1]?.details).toEqual({ charset: 'gb18030', count: 1, line: 2 });
  });

  it.each([
    ['GBK', gbk],
    ['Big5', (text: string) => big5(text.replaceAll('潮水退去以后', '颱風過後的巷口積滿落葉'))],
  ])('reads %s with a byte lost in the middle', (_name, encode) => {
    const before = encode(TIDE.repeat(8));
    const after = encode(`\n${TIDE}`);
    const { text, charset } = read(joined(before.subarray(0, -1), after));
    expect(charset).toBe(encode === gbk ? 'gb18030' : 'big5');
    expect(text.split('\n').at(-1)).toContain('，');
  });

  it('reads UTF-8 cut in the middle of a character', () => {
    const bytes = utf8(`${TIDE}${WALL}`);
    expect(read(bytes.subarray(0, -1)).text).toBe(`${TIDE}${WALL.slice(0, -1)}\uFFFD`);
  });

  it('tells a � that the file holds from bytes that are no text', () => {
    const { codes, findings } = read(utf8(`${TIDE}\n\uFFFD\n`));
    expect(codes).toEqual(['encoding-damaged']);
    expect(findings[0]?.message).toContain('lost before');
    expect(findings[0]?.details).toEqual({ count: 1, line: 2 });
  });
});

describe('files in two charsets', () => {
  it('reads a paragraph of GBK in a file of UTF-8, and says where', () => {
    const bytes = joined(
      utf8(`---\ntitle: 海边\n---\n${TIDE}\n\n`),
      gbk(WALL),
      utf8(`\n\n${TIDE}\n`),
    );
    const { text, codes, findings } = read(bytes);
    expect(text).toBe(`---\ntitle: 海边\n---\n${TIDE}\n\n${WALL}\n\n${TIDE}\n`);
    expect(codes).toEqual(['encoding-mixed']);
    expect(findings[0]?.details).toEqual({ charset: 'gb18030', line: 6, count: 1 });
  });

  it('reads a body of GBK below front matter of UTF-8', () => {
    const bytes = joined(
      utf8('---\ntitle: 城墙上的灯笼\n---\n'),
      gbk(`${TIDE}\n${WALL}\n`.repeat(30)),
    );
    expect(read(bytes).text).toBe(
      `---\ntitle: 城墙上的灯笼\n---\n${`${TIDE}\n${WALL}\n`.repeat(30)}`,
    );
  });

  it('reads a line of Latin-1 in a file of UTF-8', () => {
    const bytes = joined(
      utf8(`${TIDE}\n`),
      latin('Le café était déjà fermé, hélas.'),
      utf8(`\n${WALL}`),
    );
    expect(read(bytes).text).toBe(`${TIDE}\nLe café était déjà fermé, hélas.\n${WALL}`);
  });

  it('does not make characters of a few stray bytes', () => {
    const bytes = joined(utf8(`${TIDE}\n`), [0xe4, 0xb8], utf8(`\n${WALL}`));
    expect(read(bytes).text).toBe(`${TIDE}\n\uFFFD\n${WALL}`);
  });
});

describe('declared charsets', () => {
  const text = '水果';
  it.each([
    ['front matter', `---\ncharset: gbk\n---\n${text}`],
    ['a meta element', `<meta charset=GB2312><p>${text}`],
    [
      'the long meta element',
      `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>${text}`,
    ],
    ['an XML declaration', `<?xml version="1.0" encoding="GBK"?><p>${text}</p>`],
    ['Emacs', `<!-- -*- mode: markdown; coding: chinese-gbk-unix -*- -->\n${text}`],
    ['Vim', `${text}\n\n<!-- vim: set fileencoding=cp936 : -->`],
    ['Vim at the end of a long file', `${text}\n${'words of ASCII '.repeat(600)}\n# vim: fenc=gbk`],
    ['a mail header', `Content-Type: text/plain; charset="gb2312"\n\n${text}`],
  ])('are taken from %s', (_name, content) => {
    expect(read(gbk(content))).toMatchObject({ text: content, charset: 'gb18030', codes: [] });
  });

  it('are not believed where the bytes say otherwise', () => {
    const utf8Page = `<meta charset="gb2312"><p>${TIDE}`;
    expect(read(utf8(utf8Page)).text).toBe(utf8Page);
    const latinPage = `<meta charset="iso-8859-1"><p>${TIDE}${WALL}`;
    expect(read(gbk(latinPage)).text).toBe(latinPage);
    const wrong = `<meta charset="big5"><p>${TIDE}${WALL}`;
    expect(read(gbk(wrong)).text).toBe(wrong);
    const unknown = `<meta charset="x-nothing"><p>${TIDE}`;
    expect(read(gbk(unknown)).text).toBe(unknown);
    const wide = `<meta charset="utf-16"><p>${TIDE}`;
    expect(read(gbk(wide)).text).toBe(wide);
  });

  it('know the names that people write', () => {
    const names = [
      'GBK',
      'gb2312',
      'GB_2312-80',
      'UTF8',
      'Latin1',
      'cp936',
      'SJIS',
      'utf-8-unix',
      'nothing',
    ];
    expect(names.map(charsetNamed)).toEqual([
      'gb18030',
      'gb18030',
      'gb18030',
      'utf-8',
      'windows-1252',
      'gb18030',
      'shift_jis',
      'utf-8',
      null,
    ]);
  });
});

describe('marks and charsets without high bytes', () => {
  it('reads UTF-32 with a mark', () => {
    const points = [0xfeff, ...Array.from(TIDE, (one) => one.codePointAt(0) ?? 0)];
    const big = joined(...points.map((one) => [0, one >> 16, (one >> 8) & 255, one & 255]));
    expect(read(big).text).toBe(TIDE);
    expect(
      read(joined(...points.map((one) => [one & 255, (one >> 8) & 255, one >> 16, 0]))).text,
    ).toBe(TIDE);
  });

  it('reads ISO-2022-JP by its escape sequences', () => {
    const japanese = '港の朝は早い。Hello, 世界';
    const { encode } = makeEncoder('iso-2022-jp');
    expect(read(encode(japanese))).toMatchObject({ text: japanese, codes: ['encoding-guessed'] });
  });

  it('reads UTF-16 without a mark that lost its last byte', () => {
    const bytes = makeEncoder('utf-16le').encode(`title: x\n${TIDE}\nplain words\n`);
    expect(read(bytes.subarray(0, -1)).text).toBe(`title: x\n${TIDE}\nplain words\uFFFD`);
  });

  it('reads curly quotes of Windows on every runtime', () => {
    expect(read(latin('“Où ça ?” — l’été… 5 €')).text).toBe('“Où ça ?” — l’été… 5 €');
  });
});

describe('the choice of the reader', () => {
  it.each(charsets)('reads a file as %s', (charset: Charset) => {
    const bytes = Uint8Array.from({ length: 64 }, (_unused, at) => (at * 37) % 0xa0);
    const decoded = decodeText(bytes, { readAs: { charset, scope: 'file' } });
    expect(decoded.outcome === 'text' ? decoded.charset : decoded.outcome).toBe(charset);
  });

  it('wins over the guess, and is no guess', () => {
    const bytes = big5('水果');
    expect(read(bytes, { readAs: { charset: 'big5', scope: 'file' } })).toMatchObject({
      text: '水果',
      codes: [],
    });
  });

  it('for a folder leaves files alone that are marked or sound UTF-8', () => {
    const readAs = { charset: 'big5', scope: 'folder' } as const;
    expect(read(big5('水果'), { readAs }).text).toBe('水果');
    expect(read(utf8(TIDE), { readAs }).text).toBe(TIDE);
    expect(read(makeEncoder('utf-16le').encode(`\uFEFF${TIDE}`), { readAs }).text).toBe(TIDE);
  });

  it('tells where the text does not fit it', () => {
    const { findings } = read(joined(utf8('ok\n'), [0xff, 0x41]), {
      readAs: { charset: 'utf-8', scope: 'file' },
    });
    expect(findings.map(({ details }) => details)).toEqual([
      { charset: 'utf-8', count: 1, line: 2, byte: 3 },
    ]);
  });
});

describe('large files', () => {
  it('reads 24 MB of GBK and of damaged UTF-8', () => {
    const line = gbk(`${'ASCII '.repeat(300)}${TIDE}\n`);
    const bytes = new Uint8Array(line.length * 13_000);
    for (let at = 0; at < 13_000; at += 1) bytes.set(line, at * line.length);
    expect(read(bytes).charset).toBe('gb18030');
    const good = utf8(`${TIDE}\n`);
    const damaged = new Uint8Array(good.length * 300_000 + 1);
    for (let at = 0; at < 300_000; at += 1) damaged.set(good, at * good.length);
    damaged[damaged.length - 1] = 0xff;
    expect(read(damaged).findings[0]?.details).toMatchObject({ count: 1, line: 300_001 });
  });
});
