import { describe, expect, test } from 'vitest';
import {
  readElements,
  readEntries,
  readName,
  readString,
  renameIn,
  textString,
  writeEntries,
  writeName,
} from '../../../../src/core/export/pdf/pdfSyntax.ts';

describe('dictionaries', () => {
  const text =
    '<</Type /Page\n/Parent 3 0 R /Box [0 0 1 (]) <5d>] /In<</A(x\\)(y))/B 7>>/Flag true/Hex <4F4b>>>';
  test('are read entry by entry, values as written', () => {
    expect([...readEntries(text)]).toEqual([
      ['Type', '/Page'],
      ['Parent', '3 0 R'],
      ['Box', '[0 0 1 (]) <5d>]'],
      ['In', '<</A(x\\)(y))/B 7>>'],
      ['Flag', 'true'],
      ['Hex', '<4F4b>'],
    ]);
  });
  test('and written so that they read the same', () => {
    expect(readEntries(writeEntries(readEntries(text)))).toEqual(readEntries(text));
  });
  test('arrays by element, a reference is one', () => {
    expect(readElements('[12 0 R /XYZ 0 7.5 [1 2] (a b)]')).toEqual([
      '12 0 R',
      '/XYZ',
      '0',
      '7.5',
      '[1 2]',
      '(a b)',
    ]);
  });
  test.each(['', '<<', '<</A', '<</A [', '[((', '<</A <</B (', '<</A <12'])(
    'what is cut off ends: %s',
    (cut) => {
      expect(() => [readEntries(cut), readElements(cut)]).not.toThrow();
    },
  );
});

test('references are renamed, but not what looks like one in a string', () => {
  const renamed = renameIn(
    '<</K [1 0 R 22 0 R] /T (1 0 R \\) 2 0 R) /StructParent 4 /StructParents 5 /FontName /ABCDEF+Name>>',
    { object: (id) => id + 100, structParent: (key) => key + 10, fontTag: () => 'QQQQQQ' },
  );
  expect(renamed).toBe(
    '<</K [101 0 R 122 0 R] /T (1 0 R \\) 2 0 R) /StructParent 14 /StructParents 15 /FontName /QQQQQQ+Name>>',
  );
});

test('strings are read with their escapes, in both forms', () => {
  expect(readString('(a\\(b\\)\\\\ \\101\\n)')).toBe('a(b)\\ A\n');
  expect(readString('<4 1 4 2>')).toBe('AB');
});

test.each(['p0.1', 'p12-post-灯塔', 'a b/c#d(e)'])(
  'a name is read as it was written: %s',
  (name) => {
    expect(writeName(name)).toMatch(/^\/[\w.+#-]+$/);
    expect(readName(writeName(name).slice(1))).toBe(name);
  },
);

test('a text string holds every character', () => {
  expect(textString('灯𠮷')).toBe('<FEFF706FD842DFB7>');
});
