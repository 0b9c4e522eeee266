import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { serveWatching } from '../../../src/core/watching/serveWatching.ts';
import type { WatchService } from '../../../src/core/watching/serveWatching.ts';
import type { WatchReport } from '../../../src/core/watching/watchMessages.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import { temporaryFolder, writeFiles } from '../indexing/archiveFolder.ts';

const archiveId = asArchiveId('0123456789abcdef');

interface Served {
  readonly folder: string;
  readonly service: WatchService;
  readonly reports: WatchReport[];
  /** Waits for a report like this one; it and those before it are taken away. */
  readonly told: (expected: Partial<WatchReport>) => Promise<void>;
}

/** A folder with a post that is watched. */
async function served(): Promise<Served> {
  const folder = join(temporaryFolder(), 'disk');
  writeFiles(folder, { 'a.md': 'a' });
  const reports: WatchReport[] = [];
  const service = serveWatching((report) => reports.push(report), 20);
  onTestFinished(service.stop);
  const told = async (expected: Partial<WatchReport>): Promise<void> => {
    const isThere = (): boolean => {
      const at = reports.findIndex((report) =>
        Object.entries(expected).every(
          ([key, value]) => Object.entries(report).find(([name]) => name === key)?.[1] === value,
        ),
      );
      if (at >= 0) reports.splice(0, at + 1);
      return at >= 0;
    };
    while (!isThere()) await delay(5);
  };
  service.take({ kind: 'look', folders: [{ folder, holdsPosts: true, isPresent: true }] });
  service.take({ kind: 'watch', archive: { archiveId, folder } });
  await told({ kind: 'mode', archiveId, mode: 'events' });
  return { folder, service, reports, told };
}

test('a folder that goes and comes back is told of, and watched again', async () => {
  const { folder, reports, told } = await served();
  // Once it was seen to be there.
  await delay(100);
  renameSync(folder, `${folder}-away`);
  await told({ kind: 'presence', folder, isPresent: false });
  // A mount point that stays behind is still no disk.
  mkdirSync(folder);
  await delay(100);
  expect(reports.filter(({ kind }) => kind === 'presence')).toEqual([]);
  rmSync(folder, { recursive: true });
  renameSync(`${folder}-away`, folder);
  await told({ kind: 'mode', archiveId, mode: 'events' });
  writeFileSync(join(folder, 'b.md'), 'b');
  await told({ kind: 'changed', archiveId });
});

test('it is watched again although who lists the folders saw it come back first', async () => {
  const { folder, service, told } = await served();
  renameSync(folder, `${folder}-away`);
  await told({ kind: 'presence', folder, isPresent: false });
  // Both in one turn: nothing here can have looked between them.
  renameSync(`${folder}-away`, folder);
  service.take({ kind: 'look', folders: [{ folder, holdsPosts: true, isPresent: true }] });
  await told({ kind: 'mode', archiveId, mode: 'events' });
  writeFileSync(join(folder, 'b.md'), 'b');
  await told({ kind: 'changed', archiveId });
});
