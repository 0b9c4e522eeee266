import * as fc from 'fast-check';

/** Longer than any post of the seeds many times over; what grows beyond is cut. */
const LONGEST = 200_000;

type Change =
  | {
      readonly kind: 'remove' | 'truncate' | 'keepEnd';
      readonly at: number;
      readonly length: number;
    }
  | {
      readonly kind: 'repeat';
      readonly at: number;
      readonly length: number;
      readonly times: number;
    }
  | { readonly kind: 'put'; readonly at: number; readonly piece: string; readonly times: number }
  | {
      readonly kind: 'splice';
      readonly at: number;
      readonly from: number;
      readonly length: number;
      readonly other: string;
    }
  | { readonly kind: 'swap'; readonly at: number; readonly piece: string }
  | { readonly kind: 'lines'; readonly end: string }
  | { readonly kind: 'indent'; readonly at: number; readonly spaces: number };

/** What a mutator works on: whole texts, and pieces that mean something in them. */
export interface Seeds {
  readonly texts: readonly string[];
  readonly pieces: readonly string[];
}

/** A place in a text as a share of its length, so that it fits whatever text it is applied to. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 200 }));
const times = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1, 2, 3) },
  { weight: 1, arbitrary: fc.constantFrom(50, 400, 3_000) },
);

function change({ texts, pieces }: Seeds): fc.Arbitrary<Change> {
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 }));
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('remove', 'truncate', 'keepEnd'), at: place, length }),
    fc.record({ kind: fc.constant('repeat'), at: place, length, times }),
    fc.record({ kind: fc.constant('put'), at: place, piece, times }),
    fc.record({ kind: fc.constant('put'), at: place, piece, times }),
    fc.record({
      kind: fc.constant('splice'),
      at: place,
      from: place,
      length,
      other: fc.constantFrom(...texts),
    }),
    fc.record({ kind: fc.constant('swap'), at: place, piece }),
    fc.record({ kind: fc.constant('lines'), end: fc.constantFrom('\r\n', '\r', '\n\n', '\u2028') }),
    fc.record({ kind: fc.constant('indent'), at: place, spaces: fc.nat({ max: 12 }) }),
  );
}

/** One of the texts with one to eight changes: parts taken out, repeated, put in, spliced from another text, cut off. */
export function mutated(seeds: Seeds): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...seeds.texts), fc.array(change(seeds), { minLength: 1, maxLength: 8 }))
    .map(([text, changes]) => changes.reduce(applied, text));
}

function applied(text: string, one: Change): string {
  if (one.kind === 'lines') return text.replaceAll('\n', one.end).slice(0, LONGEST);
  const at = Math.floor(one.at * text.length);
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (one.kind) {
    case 'remove':
      return before + after.slice(one.length);
    case 'truncate':
      return before;
    case 'keepEnd':
      return after;
    case 'repeat':
      return (before + after.slice(0, one.length).repeat(one.times) + after).slice(0, LONGEST);
    case 'put':
      return (before + one.piece.repeat(one.times) + after).slice(0, LONGEST);
    case 'splice': {
      const from = Math.floor(one.from * one.other.length);
      return before + one.other.slice(from, from + one.length) + after;
    }
    case 'swap':
      return before + one.piece + after.slice(one.piece.length);
    default:
      return before + after.replace(/\n/u, `\n${' '.repeat(one.spaces)}`);
  }
}

/** Bytes of a text or of another array with a few of them flipped, taken out, repeated or replaced. */
export function mutatedBytes(whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(
    fc.record({
      at: place,
      removed: fc.nat({ max: 3 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 3 }),
        fc.constantFrom(...ODD_BYTES.map((bytes) => Uint8Array.from(bytes))),
      ),
    }),
    { maxLength: 6 },
  );
  return fc.tuple(whole, changes).map(([bytes, all]) => {
    let changed = [...bytes];
    for (const { at, removed, put } of all) {
      const start = Math.floor(at * changed.length);
      changed = [...changed.slice(0, start), ...put, ...changed.slice(start + removed)];
    }
    return Uint8Array.from(changed);
  });
}

/** Marks, overlong forms, halves of surrogates, beginnings without an end, escapes of other charsets. */
const ODD_BYTES: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
  [0x84, 0x31, 0x95, 0x33],
  [0xc0, 0xaf],
  [0xe0, 0x80, 0xaf],
  [0xf0, 0x80, 0x80, 0xaf],
  [0xf4, 0x90, 0x80, 0x80],
  [0xed, 0xa0, 0x80],
  [0xe6, 0xbd],
  [0xf0, 0x9f],
  [0x80],
  [0xff],
  [0x81],
  [0xa1, 0xa1],
  [0x1b, 0x24, 0x42],
  [0x1b, 0x28, 0x42],
  [0x2b, 0x2f, 0x76],
  [0],
  [0x0d],
  [0x1a],
];
