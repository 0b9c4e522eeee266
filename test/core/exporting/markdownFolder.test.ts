import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, exportMarkdown, factsOf, readFolder } from './markdownProof.ts';

const byTitle = (one: { title: string; date: string | null }, other: typeof one): number =>
  `${one.title}${one.date}` < `${other.title}${other.date}` ? -1 : 1;

test('the sample archive comes back as it was: facts, words, and the same folder once more', async () => {
  const before = await readFolder(resolve('resources/sample-archive'));
  const first = await exportMarkdown(before);
  const after = await readFolder(first);
  expect(after.posts).toHaveLength(before.posts.length);
  const [one, other] = [before, after].map(({ posts }) => posts.toSorted(byTitle).map(factsOf));
  expect(other).toEqual(one);
  const second = await exportMarkdown(after);
  expect(contentsOf(second)).toEqual(contentsOf(first));
});
