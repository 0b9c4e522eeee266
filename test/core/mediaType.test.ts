import { describe, expect, test } from 'vitest';
import { sniffMediaType } from '../../src/core/mediaType.ts';

const padded = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat([
    ...parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
    Buffer.alloc(64),
  ]);

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>';

describe('what a file is, by its content', () => {
  test.each([
    ['image/png', padded([0x89], 'PNG\r\n\x1a\n')],
    ['image/jpeg', padded([0xff, 0xd8, 0xff, 0xe0])],
    ['image/gif', padded('GIF89a')],
    ['image/webp', padded('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['image/avif', padded([0, 0, 0, 28], 'ftypavif')],
    [
      'image/bmp',
      padded(
        'BM',
        Array.from({ length: 12 }, () => 0),
        [40, 0, 0, 0],
      ),
    ],
    ['image/x-icon', padded([0, 0, 1, 0, 1, 0])],
    ['video/mp4', padded([0, 0, 0, 32], 'ftypisom')],
    ['video/webm', padded([0x1a, 0x45, 0xdf, 0xa3])],
    ['audio/wav', padded('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['audio/mpeg', padded('ID3')],
    ['audio/mpeg', padded([0xff, 0xfb, 0x90, 0x64])],
    ['application/ogg', padded('OggS')],
    ['image/svg+xml', Buffer.from(svg)],
    ['image/svg+xml', Buffer.from(`\uFEFF<?xml version="1.0"?>\n<!-- drawn -->\n${svg}`)],
    ['image/svg+xml', Buffer.from(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">${svg}`)],
  ])('%s', (type, head) => {
    expect(sniffMediaType(head)).toBe(type);
  });

  test.each([
    ['spaces', ' '.repeat(4_096)],
    ['comments', '<!---->'.repeat(585)],
    ['comments that never end', '<!-- -'.repeat(600)],
    ['instructions', '<??>'.repeat(1_000)],
    ['declarations', '<!DOCTYPE svg [ '.repeat(250)],
  ])('a head of %s is read in one go', (_name, text) => {
    // With one pattern for the whole prolog, 40 spaces kept the main process busy for hours.
    expect(sniffMediaType(Buffer.from(text))).toBeNull();
    expect(sniffMediaType(Buffer.from(`${text.slice(0, 60)}x`))).toBeNull();
  });

  test('a drawing with declarations of its own', () => {
    const text = `<!DOCTYPE svg [ <!ENTITY a "b>c"> ] >\n${svg}`;
    expect(sniffMediaType(Buffer.from(text))).toBe('image/svg+xml');
  });

  test.each([
    ['a page', '<!doctype html><html><body><svg></svg></body></html>'],
    ['a page that speaks of pictures first', '<!-- <svg> --><html><script>1</script></html>'],
    ['a post', '---\ntitle: BM\n---\nBM is a bank. ID is not a tag.'],
    ['a bitmap in name only', 'BMW sold more cars than last year, again.'],
    ['a document', '%PDF-1.7 and a good deal more of it'],
    ['a script', '#!/bin/sh\nrm -rf / --no-preserve-root'],
    ['hardly anything', 'GIF89a'],
  ])('%s is nothing that may be shown', (_name, text) => {
    expect(sniffMediaType(Buffer.from(text))).toBeNull();
  });
});
