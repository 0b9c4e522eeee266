import { describe, expect, it } from 'vitest';
import type { Charset } from '../../../src/shared/charsets.ts';
import { decodeStrict } from '../../../src/core/post/decodeBytes.ts';
import { decodeText } from '../../../src/core/post/decodeText.ts';
import { makeEncoder } from './encodeText.ts';
import { languages } from './encodingTexts.ts';

/** Characters of the excerpts, and how many excerpts of each length. */
const LENGTHS = [4, 10, 20, 60, 200, 2_000] as const;
const EXCERPTS = 12;

const ASCII = 'Plain words of ASCII, a link [here](https://example.org/a?b=c) and `code();` too.\n';

/** Where in a file an excerpt stands. */
const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ['alone', (text) => text],
  ['one sentence in much ASCII', (text) => `${ASCII.repeat(40)}\n${text}\n\n${ASCII.repeat(40)}`],
  [
    'a page of HTML',
    (text) =>
      `<html><head><title>Page 12</title></head><body class="old"><p align=center>${text}</p><a href="/x/y.html">x</a></body></html>`,
  ],
  [
    'front matter',
    (text) => `---\ntitle: "${text.slice(0, 20)}"\ndate: 2004-05-06 07:08:09 +0800\n---\n${text}\n`,
  ],
];

/** Excerpts of a length in a charset: texts of the language one after the other, begun at different places. */
function excerpts(texts: readonly string[], length: number): readonly string[] {
  const characters = Array.from(texts.join('\n'));
  const long = Array.from(
    { length: Math.ceil((length * 2) / characters.length) + 1 },
    () => characters,
  ).flat();
  return Array.from({ length: EXCERPTS }, (_unused, at) => {
    const start = (at * 7919) % (long.length - length);
    return long.slice(start, start + length).join('');
  });
}

const encoders = new Map(
  [...new Set(languages.flatMap(({ charsets }) => charsets))].map((one) => [one, makeEncoder(one)]),
);

/** How many of the excerpts come back as they were, and which do not; those that are sound UTF-8 by chance do not count. */
function tryAll(texts: readonly string[], charset: Charset, length: number) {
  const encoder = encoders.get(charset);
  if (encoder === undefined) throw new Error(`No encoder for ${charset}`);
  const { encode, keep } = encoder;
  const missed: string[] = [];
  let count = 0;
  for (const excerpt of excerpts(texts, length)) {
    for (const [form, wrap] of FORMS) {
      const text = wrap(keep(excerpt));
      const bytes = encode(text);
      const sound = decodeStrict(bytes, 'utf-8');
      if (sound !== null && !sound.includes('\0')) continue;
      count += 1;
      const read = decodeText(bytes);
      if (read.outcome !== 'text' || read.text !== text) {
        missed.push(
          `${form}: ${keep(excerpt).slice(0, 40)} as ${read.outcome === 'text' ? read.charset : 'no text'}`,
        );
      }
    }
  }
  return { count, missed };
}

const EAST: ReadonlySet<string> = new Set([
  'Simplified Chinese',
  'Traditional Chinese',
  'Japanese',
  'Korean',
]);

/** Share of the excerpts of a length that have to be right: all that a reader would call text, nearly all single words. */
function required(language: string, charset: Charset, length: number): number {
  if (charset.startsWith('utf-16')) return length >= 60 ? 1 : 0;
  if (EAST.has(language)) return length >= 10 ? 1 : 0.93;
  if (charset === 'windows-1252' || charset === 'windows-1251') return length >= 60 ? 1 : 0.9;
  if (length >= 2_000) return 1;
  return length >= 200 ? 0.95 : 0;
}

const CASES = languages.flatMap(({ name, charsets, texts }) =>
  charsets.flatMap((charset) => LENGTHS.map((length) => [name, charset, length, texts] as const)),
);

describe('files without a declared charset', () => {
  it.each(CASES)('reads %s in %s, %i characters', (name, charset, length, texts) => {
    const { count, missed } = tryAll(texts, charset, length);
    const share = count === 0 ? 1 : (count - missed.length) / count;
    expect({ missed, isEnough: share >= required(name, charset, length) }).toMatchObject({
      isEnough: true,
    });
  });
});
