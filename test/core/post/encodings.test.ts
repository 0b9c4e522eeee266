import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../../bench/gbk.ts';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import { codesOf, makeFile, postOf } from './makeFile.ts';

const bytes = (text: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(text, encoding));
const CHINESE = '港口的渔船在清晨出发，码头上的人们看着潮水慢慢退去。';

describe('encodings', () => {
  it.each([
    ['UTF-8 with a mark', bytes(`\uFEFF${CHINESE}`, 'utf8')],
    ['UTF-16 with a mark', bytes(`\uFEFF${CHINESE}`, 'utf16le')],
    [
      'big-endian UTF-16',
      bytes(`\uFEFF${CHINESE}`, 'utf16le').map((_byte, at, all) => all[at ^ 1] ?? 0),
    ],
  ])('reads %s without a word', (_name, content) => {
    const read = postOf(makeFile(content));
    expect([read.text, codesOf(read)]).toEqual([CHINESE, []]);
  });

  it('detects GBK in a file that is mostly ASCII, and says so', () => {
    const read = postOf(
      makeFile(encodeGbk(`${'plain words of ASCII. '.repeat(40)}\n\n港口的渔船出发了。`)),
    );
    expect(read.text).toContain('港口的渔船出发了。');
    expect(codesOf(read)).toEqual(['encoding-guessed']);
  });

  it('believes a declared charset', () => {
    const page = encodeGbk(
      '<html><head><meta charset="gb2312"></head><body><p>港口</p></body></html>',
    );
    const read = postOf(makeFile(page, 'a.html'));
    expect([read.text, codesOf(read)]).toEqual(['港口', []]);
  });

  it('reads accented Latin', () => {
    const read = postOf(makeFile(bytes('Café déjà vu, garçon naïf.', 'latin1')));
    expect([read.text, codesOf(read)]).toEqual([
      'Café déjà vu, garçon naïf.',
      ['encoding-guessed'],
    ]);
  });

  it('reads Big5', () => {
    const read = postOf(
      makeFile(
        Uint8Array.from([
          0xa4, 0xa4, 0xa4, 0xe5, 0xb7, 0x73, 0xbb, 0x44, 0xa4, 0xe9, 0xb3, 0xf8, 0xa4, 0xbd, 0xa5,
          0x71, 0xb5, 0x6f, 0xaa, 0xed,
        ]),
      ),
    );
    expect(read.text).toBe('中文新聞日報公司發表');
  });

  it('reads UTF-16 without a mark', () => {
    const read = postOf(makeFile(bytes('---\ntitle: T\n---\nplain words', 'utf16le')));
    expect([read.title, read.text]).toEqual(['T', 'plain words']);
  });

  it('keeps UTF-8 with a few bad bytes as UTF-8', () => {
    const damaged = Uint8Array.of(...bytes(CHINESE, 'utf8'), 0xff, 0xe6, 0x0a);
    const read = postOf(makeFile(damaged));
    expect(read.text).toContain(CHINESE);
    expect(read.text).toContain('\uFFFD');
    expect(codesOf(read)).toEqual(['encoding-damaged']);
  });

  it('is not misled by bad bytes that look like the mark of UTF-16', () => {
    const few = Uint8Array.of(
      ...bytes('Notes: \xff\xfe and ', 'latin1'),
      ...bytes('潮水', 'utf8'),
      ...bytes(' \xe4\xb8', 'latin1'),
    );
    const read = postOf(makeFile(few));
    expect([read.text, codesOf(read)]).toEqual([
      'Notes: \ufffd\ufffd and 潮水 \ufffd',
      ['encoding-damaged'],
    ]);
    const latin = postOf(makeFile(bytes('Text \xff\xfe\xff\xfe text', 'latin1')));
    expect(latin.text).toMatch(/^Text .* text$/u);
  });

  it('leaves NULs out of text', () => {
    const read = postOf(makeFile(bytes(`${CHINESE}\0${CHINESE}`, 'utf8')));
    expect(read.text).toBe(CHINESE + CHINESE);
    expect(codesOf(read)).toEqual(['encoding-damaged']);
  });

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), 'not-text'],
    ['noise', Uint8Array.from({ length: 4000 }, (_unused, at) => (at * 7919) % 251), 'not-text'],
    ['NULs', new Uint8Array(1000), 'not-text'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('makes %s a problem', (_name, content, code) => {
    const read = parsePost(makeFile(content));
    expect(read).toMatchObject({
      outcome: 'problem',
      problem: {
        code,
        severity: 'error',
        sizeBytes: content.length,
        path: '_posts/2020-02-03-name.md',
      },
    });
  });
});
