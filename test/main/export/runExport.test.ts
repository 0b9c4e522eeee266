import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PrintRoom } from '../../../src/main/export/printRoom.ts';
import { runExport } from '../../../src/main/export/runExport.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';
import type { ExportProgress } from '../../../src/shared/exportModel.ts';
import { asArchiveId, asPostId } from '../../../src/shared/ids.ts';

const window = {
  addStyle: () => '',
  warm: () => undefined,
  print: () => Promise.reject(new Error('Nothing is to be printed.')),
  close: () => undefined,
};

test('an export that is cancelled while its window is got ready does nothing more and leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
  try {
    const controller = new AbortController();
    const told: ExportProgress[] = [];
    const printRoom: PrintRoom = {
      styleSheets: () => Promise.resolve([]),
      open: () => ({ ...window, toPaper: () => Promise.resolve(false) }),
      keep: () => {
        controller.abort();
        return Promise.resolve(window);
      },
    };
    const summary = await runExport(
      {
        jobId: 'one',
        archive: {
          id: asArchiveId('0123456789abcdef'),
          name: 'News',
          folder,
          seal: 'N',
          postCount: 1,
          lastOpenedAt: null,
          isPresent: true,
          isSample: false,
        },
        ids: [asPostId(1)],
        options: { ...defaultExportOptions, layout: 'separate' },
        target: join(folder, 'posts'),
        language: 'en',
      },
      {
        dataFolder: folder,
        printRoom,
        signal: controller.signal,
        onProgress: (progress) => void told.push(progress),
      },
    );
    expect(summary.outcome).toBe('cancelled');
    expect(told).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
