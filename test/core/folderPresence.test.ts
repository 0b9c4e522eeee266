import { expect, test } from 'vitest';
import { createFolderPresence } from '../../src/core/folderPresence.ts';
import { temporaryFolder, writeFiles } from './indexing/archiveFolder.ts';

test('a folder is there, a file or nothing is not', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'a.md': '' });
  const isPresent = createFolderPresence();
  expect(await isPresent(folder)).toBe(true);
  expect(await isPresent(`${folder}/a.md`)).toBe(false);
  expect(await isPresent(`${folder}/gone`)).toBe(false);
});

test('a disk that gives no answer counts as not there, and is asked once however often one looks', async () => {
  const questions: string[] = [];
  let answer = (_isThere: boolean): void => undefined;
  const isPresent = createFolderPresence((folder) => {
    questions.push(folder);
    return new Promise((resolve) => {
      answer = resolve;
    });
  }, 5);
  expect(await isPresent('/net/away')).toBe(false);
  expect(await isPresent('/net/away')).toBe(false);
  expect(questions).toEqual(['/net/away']);
  answer(true);
  await Promise.resolve();
  const again = isPresent('/net/away');
  answer(true);
  expect(await again).toBe(true);
});
