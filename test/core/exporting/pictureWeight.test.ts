import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pictureWeight } from '../../../src/core/exporting/pictureWeight.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
  writeFileSync(join(folder, 'large one & more.png'), Buffer.alloc(30_000_000));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a large picture weighs by its file, so that few of them are printed at once', () => {
  const html = '<p>Words.</p><img alt="A" src="large%20one%20&amp;%20more.png">';
  expect(pictureWeight(html, folder)).toBe(310_000);
});

test('one that is missing, on the web, inside the post or wrongly named weighs as any small one', () => {
  const html =
    '<img src="gone.png"><img data-src="https://example.org/a.png"><img src="data:image/png;base64,AA=="><img src="a%00b.png">';
  expect(pictureWeight(html, folder)).toBe(40_000);
  expect(pictureWeight('<p>Words alone.</p>', folder)).toBe(0);
});
