import { expect, test } from 'vitest';
import { startComposer } from '../../../src/main/export/composer.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';

test('what is asked of an ended composer is refused at once', async () => {
  const composer = startComposer({
    options: defaultExportOptions,
    language: 'en',
    archiveName: 'Archive',
    title: 'Archive',
    bookStyles: [],
    furnitureStyles: [],
  });
  composer.close();
  await expect(composer.ask<'order'>({ kind: 'order' })).rejects.toThrow();
  // By now the thread is gone, so nothing else would answer.
  await expect(composer.ask<'order'>({ kind: 'order' })).rejects.toThrow();
});
