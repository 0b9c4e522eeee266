import { expect, test } from 'vitest';
import type { CoreProcess } from '../../../src/main/coreProcess.ts';
import { createPreviewRoom } from '../../../src/main/export/previewRoom.ts';
import type { PrintRoom } from '../../../src/main/export/printRoom.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';
import { asArchiveId, asPostId } from '../../../src/shared/ids.ts';

const core: CoreProcess = {
  answer: () => Promise.reject(new Error('Nothing is to be asked.')),
  ask: () => Promise.reject(new Error('Nothing is to be asked.')),
  stop: () => Promise.resolve(),
};

const archive = {
  id: asArchiveId('0123456789abcdef'),
  name: 'News',
  folder: '/nowhere',
  seal: 'N',
  postCount: 1,
  lastOpenedAt: null,
  isPresent: true,
  isSample: false,
};

test('a preview that is given up as it begins opens no window for what comes after it', async () => {
  let opened = 0;
  const printRoom: PrintRoom = {
    styleSheets: () => Promise.resolve([]),
    open: () => {
      throw new Error('This window is for books.');
    },
    keep: () => {
      opened += 1;
      return Promise.reject(new Error('No window can be had.'));
    },
  };
  const room = createPreviewRoom({ printRoom, core, dataFolder: '', workerScript: '' });
  const options = defaultExportOptions;
  const made = room.make({ archive, ids: [asPostId(1)], options, language: 'en' });
  // It has begun by then, and waits for its folder.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  room.close();
  await expect(made).rejects.toMatchObject({ code: 'cancelled' });
  expect(opened).toBe(0);
});
