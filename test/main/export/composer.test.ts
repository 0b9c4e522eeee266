import { expect, test } from 'vitest';
import { asArchiveId } from '../../../src/shared/ids.ts';
import { startComposer } from '../../../src/main/export/composer.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';

test('what is asked of an ended composer is refused at once', async () => {
  const composer = startComposer({
    dataFolder: '',
    archiveId: asArchiveId('0123456789abcdef'),
    ids: [],
    options: defaultExportOptions,
    language: 'en',
    part: '',
    target: '',
    bookStyles: [],
    furnitureStyles: [],
    probeStyle: '',
  });
  const asked = composer.ask<'plan'>({ kind: 'plan' });
  const refused = expect(asked).rejects.toThrow();
  await composer.close();
  await refused;
  // By now the thread is gone, so nothing else would answer.
  await expect(composer.ask<'plan'>({ kind: 'plan' })).rejects.toThrow();
});
