import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Every component of the window, with its text. */
function components(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
}

/**
 * Keys in tooltips come from the list of commands. Left over are keys of one layer alone, which mean nothing elsewhere:
 * what closes it, and what moves and zooms in the view of a picture.
 */
test('no key is written into a button by hand', () => {
  const written = components(fileURLToPath(new URL('../../src/renderer', import.meta.url))).flatMap(
    ([name, text]) =>
      [...text.matchAll(/\b(?:shortcut|keyShortcuts)=(?:"([^"]+)"|\{'([^']+)'\})/g)]
        .map(([, plain, braced]) => plain ?? braced ?? '')
        .filter((key) => !['Esc', 'Escape', 'Delete', '←', '→', '−', '+'].includes(key))
        .map((key) => `${name}: ${key}`),
  );
  expect(written).toEqual([]);
});
