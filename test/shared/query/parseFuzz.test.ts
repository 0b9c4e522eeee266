import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';
import { chipsOf } from '../../../src/shared/query/queryChips.ts';
import { MAX_QUERY_LENGTH } from '../../../src/shared/schemas.ts';
import { randomQueryTexts } from './queryTexts.ts';

describe('any text at all', () => {
  test('is read: parts stand in order, inside the text, without overlap', () => {
    for (const typed of randomQueryTexts(3, 5_000)) {
      let end = 0;
      for (const part of parseQuery(typed).parts) {
        expect(part.start, typed).toBeGreaterThanOrEqual(end);
        expect(part.end, typed).toBeGreaterThan(part.start);
        expect(typed.slice(part.start, part.end).trim(), typed).toBe(
          typed.slice(part.start, part.end),
        );
        end = part.end;
      }
      expect(end).toBeLessThanOrEqual(typed.length);
    }
  });

  test('typed character by character, never fails', () => {
    for (const typed of randomQueryTexts(5, 300)) {
      for (let end = 0; end <= typed.length; end += 1) {
        expect(() => parseQuery(typed.slice(0, end)), typed.slice(0, end)).not.toThrow();
      }
    }
  });
});

describe('the longest queries', () => {
  const long = (piece: string): string => piece.repeat(Math.floor(MAX_QUERY_LENGTH / piece.length));

  test.for([
    'a NEAR (',
    'a NEAR/3 ',
    'a NEAR -',
    'NEAR ',
    '/a/ ',
    '/[/ ',
    '/(',
    '/\\',
    '「 ',
    '“',
    '[a ',
    '[a:',
    '-(',
    'NOT (',
    'tag:(a NEAR ',
    'title:/x/ ',
    '"a" ',
    'a OR (b ',
    '\u200b ',
    'is:x ',
    'date:1..',
    '｜ ',
    '*',
    ':',
    'a：',
  ])('%j over and over is read or refused, without an error', (piece) => {
    const parsed = parseQuery(long(piece));
    const isRefused = parsed.hints.some(({ code }) => code === 'too-long');
    expect(parsed.node.kind === 'none').toBe(isRefused);
    expect(chipsOf(long(piece)).length).toBe(parsed.parts.length);
  });
});
