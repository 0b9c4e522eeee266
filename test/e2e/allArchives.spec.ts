import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import { atRest } from './measure.ts';
import { ReaderWindow } from './newsArchive.ts';
import { makePostFolder } from './postFolder.ts';
import { removeFolder } from './removeFolder.ts';

/** Posts that speak of boats, as many as asked for. */
const boats = (name: string, count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `boat-${index}.md`,
      `---\ntitle: ${name} boat ${index}\ndate: 2024-01-${String(index + 1).padStart(2, '0')}\nsource: ${name}\n---\nA ferry came in.\n`,
    ]),
  );

test('one search goes through all archives, names those it could not search, and opens where it found', async () => {
  test.setTimeout(180_000);
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-all-'));
  const north = await makePostFolder(boats('North', 7));
  const south = await makePostFolder(boats('South', 4));
  const west = await makePostFolder(boats('West', 2));
  // West first: its index is taken away below; South's folder goes away.
  for (const { folder, count } of [
    { folder: west.folder, count: 2 },
    { folder: south.folder, count: 4 },
    { folder: north.folder, count: 7 },
  ]) {
    const filled = await launchApp({ folder, dataDir });
    await new ReaderWindow(filled.page).waitForIndex(count);
    await filled.close();
    if (count === 2) {
      const index = join(dataDir, 'index');
      for (const name of await readdir(index)) await rm(join(index, name));
    }
  }
  await rename(south.folder, `${south.folder}-away`);

  const running = await launchApp({ dataDir });
  const reader = new ReaderWindow(running.page);
  await reader.waitForIndex(7);
  await reader.search.fill('ferry title:boat');
  await reader.search.press('Enter');
  await running.page.keyboard.press('Control+Alt+f');
  const dialog = running.page.getByRole('dialog', { name: 'Search all archives' });
  const field = dialog.getByRole('textbox', { name: 'Search all archives' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('ferry title:boat');
  await expect(dialog.getByText(/^11 posts in 2 of 3 archives$/)).toBeVisible();
  await expect(dialog.getByText('Not indexed, so not searched: open it once')).toBeVisible();
  await expect(dialog.getByText(/^4 posts; its folder is not reachable/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: /North boat/ })).toHaveCount(3);
  await atRest(running.page);
  const { violations } = await new AxeBuilder({ page: running.page })
    .setLegacyMode()
    .include('.all-archives')
    .analyze();
  expect(violations).toEqual([]);

  // By keyboard to the second post of the first archive and on to the second archive.
  for (let step = 0; step < 5; step += 1) await running.page.keyboard.press('ArrowDown');
  await running.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await reader.expectTotal(4);
  await expect(reader.search).toHaveValue('ferry');
  await expect(
    running.page.getByRole('button', { name: 'Remove from the search: Title boat' }),
  ).toBeVisible();

  await running.page.keyboard.press('Control+Alt+f');
  await field.fill('ferry source:=North');
  await dialog.getByRole('button', { name: 'North boat 5' }).click();
  await expect(reader.article('North boat 5')).toBeVisible();
  await reader.expectTotal(7);
  await expect(
    running.page.getByRole('button', { name: 'Remove filter: Source North' }),
  ).toBeVisible();

  await running.page.keyboard.press('Control+Alt+f');
  await field.fill('');
  await expect(dialog.getByText('Type to search every archive')).toBeVisible();
  await running.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await running.close();
  await rename(`${south.folder}-away`, south.folder);
  await Promise.all([north.remove(), south.remove(), west.remove()]);
  await removeFolder(dataDir);
});
