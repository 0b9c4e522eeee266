import { expect, test } from 'vitest';
import { shareStreams } from '../../../../src/core/export/pdf/pdfSharedStreams.ts';
import type { PdfFile } from '../../../../src/core/export/pdf/pdfFile.ts';

type Objects = Readonly<Record<number, readonly [dict: string, stream?: string]>>;

/** A print of these objects, by number. */
function printOf(objects: Objects): PdfFile {
  const ids = Object.keys(objects).map(Number);
  return {
    ids,
    objectCount: Math.max(...ids) + 1,
    catalog: new Map(),
    catalogId: 0,
    infoId: null,
    read: (id) => {
      const [dict, stream] = objects[id] ?? [''];
      return { dict, stream: stream === undefined ? null : Buffer.from(stream) };
    },
  };
}

const sharing = (): ReturnType<typeof shareStreams> =>
  shareStreams((pieces) => pieces.map((piece) => Buffer.from(piece).toString('hex')).join('|'));

const picture = (colours: number, bytes: string, more = ''): readonly [string, string] => [
  `<</Type /XObject\n/Subtype /Image\n/ColorSpace [/ICCBased ${colours} 0 R]${more}\n/Length ${bytes.length}>>`,
  bytes,
];
const profile = (bytes: string): readonly [string, string] => [
  `<</N 3\n/Length ${bytes.length}>>`,
  bytes,
];

test('a picture of an earlier print, and the profile of its colours, are not brought again', () => {
  const sharedOf = sharing();
  const first = printOf({ 4: picture(5, 'lamp'), 5: profile('sRGB'), 9: picture(5, 'tide') });
  expect(sharedOf(first, 100)).toEqual(new Map());
  const second = printOf({ 2: profile('sRGB'), 3: picture(2, 'tide'), 7: picture(2, 'new') });
  expect([...sharedOf(second, 200)]).toEqual([
    [2, 105],
    [3, 109],
  ]);
  // What only the second had is known to the third.
  const third = printOf({ 1: picture(6, 'new'), 6: profile('sRGB') });
  expect([...sharedOf(third, 300)]).toEqual([
    [6, 105],
    [1, 207],
  ]);
});

test('a picture that is in one print twice is one', () => {
  const print = printOf({ 4: picture(5, 'lamp'), 5: profile('sRGB'), 6: picture(5, 'lamp') });
  expect([...sharing()(print, 10)]).toEqual([[6, 14]]);
});

test('the same bytes are another picture with another mask, profile or size', () => {
  const sharedOf = sharing();
  const mask = (bytes: string): readonly [string, string] => [
    '<</Subtype /Image\n/ColorSpace /DeviceGray>>',
    bytes,
  ];
  const masked = (more = ''): readonly [string, string] =>
    picture(2, 'lamp', `\n/SMask 3 0 R${more}`);
  sharedOf(printOf({ 1: masked(), 2: profile('sRGB'), 3: mask('round') }), 0);
  const others: readonly Objects[] = [
    { 1: masked(), 2: profile('sRGB'), 3: mask('square') },
    { 1: masked(), 2: profile('P3'), 3: mask('round') },
    { 1: masked('\n/Width 7'), 2: profile('sRGB'), 3: mask('round') },
  ];
  for (const [at, other] of others.entries()) {
    expect(sharedOf(printOf(other), 10 * (at + 1)).has(1)).toBe(false);
  }
});

test('streams that are no pictures stay each in its own print, and a picture that names itself ends', () => {
  const sharedOf = sharing();
  const text: Objects = { 1: ['<</Length 4>>', 'q Q '], 2: ['<</Type /Page /Contents 1 0 R>>'] };
  sharedOf(printOf(text), 0);
  expect(sharedOf(printOf(text), 10)).toEqual(new Map());
  const loop: Objects = { 1: ['<</Subtype /Image\n/SMask 1 0 R>>', 'x'] };
  expect(sharedOf(printOf(loop), 20)).toEqual(new Map());
});
