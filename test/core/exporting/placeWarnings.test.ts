import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeWarnings } from '../../../src/core/exporting/placeWarnings.ts';
import { temporaryFolder } from '../indexing/archiveFolder.ts';

test('files that would be read as posts of the archive are told of, by whatever way they get there', async () => {
  const [archiveFolder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(archiveFolder, 'sub'));
  symlinkSync(join(archiveFolder, 'sub'), join(elsewhere, 'link'));
  const warned = (target: string, format: 'html' | 'markdown' | 'csv' = 'html') =>
    placeWarnings(target, { archiveFolder, format }, 'en');
  for (const inside of [join(archiveFolder, 'a.html'), join(elsewhere, 'link', 'a.html')]) {
    expect(await warned(inside)).toEqual([expect.stringContaining(`${inside} lies inside`)]);
  }
  expect(await warned(join(archiveFolder, 'sub', 'md'), 'markdown')).toHaveLength(1);
  expect(await warned(join(archiveFolder, 'a.csv'), 'csv')).toEqual([]);
  for (const outside of [join(elsewhere, 'a.html'), `${archiveFolder}-2.html`]) {
    expect(await warned(outside)).toEqual([]);
  }
});
