import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AnyNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';
import { expect, onTestFinished, test } from 'vitest';
import { createCoreHandlers } from '../../../src/core/coreHandlers.ts';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import { parseTree } from '../../../src/core/post/parseTree.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { visibleOf } from '../../../src/shared/anchoring/visibleText.ts';
import { temporaryFolder } from '../indexing/archiveFolder.ts';

/** The text of a post's HTML as the window reads it (renderer/article/articleText.ts). */
function windowText(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (isTag(node) && ['svg', 'math'].includes(node.name)) return '';
  // postFragment.ts marks the arrows of footnotes as the window's own.
  if (isTag(node) && node.attribs['class'] === 'footnote-backref') return '';
  if (isTag(node) && node.attribs['hidden'] !== undefined) return '';
  return hasChildren(node) ? node.children.map(windowText).join('') : '';
}

test.for(['resources/sample-archive'])(
  'the index and the page have the same text of every post of %s but for white space',
  { timeout: 120_000 },
  async (folder) => {
    const dataFolder = temporaryFolder();
    const core = createCoreHandlers({ dataFolder });
    onTestFinished(core.close);
    const { handlers } = core;
    const archive = await handlers['archives.add']({ folder: resolve(folder), isSample: true });
    const control = createIndexingControl();
    await indexArchive({
      dataFolder,
      archive,
      mode: 'update',
      parserScript: null,
      control,
      onProgress: () => undefined,
    });
    const reader = openIndexReader(dataFolder, archive.id);
    onTestFinished(() => reader?.close());
    const paths = [...(reader?.identities() ?? [])].map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(readdirSync(resolve(folder, '_posts')).length / 2);
    const different: unknown[] = [];
    for (const path of paths) {
      const { html } = await handlers['posts.get']({ archiveId: archive.id, path });
      const shown = visibleOf(parseTree(html).children.map(windowText).join(''));
      const indexed = visibleOf(reader?.get(path)?.text ?? '');
      if (shown === indexed) continue;
      let at = 0;
      while (at < shown.length && shown[at] === indexed[at]) at += 1;
      different.push({
        path,
        shown: shown.slice(at - 20, at + 40),
        indexed: indexed.slice(at - 20, at + 40),
      });
    }
    expect(different).toEqual([]);
  },
);
