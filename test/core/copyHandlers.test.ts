import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCoreHandlers } from '../../src/core/coreHandlers.ts';
import { indexArchive } from '../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../src/core/indexing/indexingControl.ts';
import type { CopiedPost } from '../../src/shared/copyCalls.ts';
import { PICTURE } from './exporting/markdownArchives.ts';
import { temporaryFolder, writeFiles } from './indexing/archiveFolder.ts';

const FILES = {
  '_posts/2024-05-01-tide.md':
    '---\ntitle: Tide & *table*\ndate: 2024-05-01\nsource: 江汀 <日报> *早*\nauthor: 梁文\nurl: https://tide.example/1\n---\n\nThe **water** rose[^1]; see [ebb](2024-05-02-ebb.md), [the web](https://e.example/), [nowhere](gone.md).\n\n![Gauge](gauge.png) ![Away](https://e.example/p.png) ![Lost](lost.png) ![Drawing](d.svg) ![Large](large.png)\n\n```js\nlet x;\n\nlet y;\n```\n\n[^1]: By a metre.\n',
  '_posts/2024-05-02-ebb.md': '---\ntitle: Ebb\nurl: https://tide.example/2\n---\nLow.\n',
  '_posts/d.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>',
};

async function copied(html: string | null): Promise<CopiedPost> {
  const [dataFolder, folder] = [temporaryFolder(), temporaryFolder()];
  writeFiles(folder, FILES);
  writeFileSync(join(folder, '_posts/gauge.png'), PICTURE);
  writeFileSync(join(folder, '_posts/large.png'), Buffer.concat([PICTURE, Buffer.alloc(600_000)]));
  const { handlers, close } = createCoreHandlers({ dataFolder });
  onTestFinished(close);
  const archive = await handlers['archives.add']({ folder, isSample: false });
  await indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: null,
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
  const path = '_posts/2024-05-01-tide.md';
  return handlers['posts.forCopy']({ archiveId: archive.id, path, html });
}

test('a post is Markdown with its title and its original, links and pictures by addresses of the web', async () => {
  const { markdown } = await copied(null);
  expect(markdown).toBe(
    '# Tide & \\*table\\*\n\n江汀 \\<日报> \\*早\\* · 梁文 · 2024-05-01\n\nThe **water** rose[^1]; see [ebb](https://tide.example/2), [the web](https://e.example/), nowhere.\n\nGauge ![Away](https://e.example/p.png) Lost Drawing Large\n\n```js\nlet x;\n\nlet y;\n```\n\n[^1]: By a metre.\n\n<https://tide.example/1>\n',
  );
});

test('rich text holds small pictures, loads nothing and names nothing of the app', async () => {
  const { html } = await copied(null);
  expect(html).toContain(
    '<h1>Tide &amp; *table*</h1>\n<p>江汀 &lt;日报&gt; *早* · 梁文 · 2024-05-01</p>\n<p>The',
  );
  expect(html).toContain('<strong>water</strong>');
  expect(html).toContain('<a href="https://tide.example/2">ebb</a>');
  expect(html).toContain('<span>nowhere</span>');
  expect(html).toMatch(/<img alt="Gauge" src="data:image\/png;base64,[A-Za-z0-9+/=]+">/u);
  expect(html.match(/<img/gu)).toHaveLength(1);
  expect(html).toContain('<a href="https://e.example/p.png">Away</a>');
  expect(html).toContain('Lost Drawing Large');
  expect(html).toContain('let x;\n\nlet y;');
  expect(html).not.toMatch(/\s(?:id|class|data-\w+|loading)=|archive:|app:/u);
});

test('plain text has an empty line between blocks', async () => {
  const { text } = await copied(null);
  expect(text).toMatch(
    /^Tide & \*table\*\n\n江汀 <日报> \*早\* · 梁文 · 2024-05-01\n\nThe water rose\[1\]; see ebb, the web, nowhere\.\n\n/u,
  );
  expect(text).toContain('\n\nlet x;\n\nlet y;\n\n');
  expect(text.endsWith('\n\nhttps://tide.example/1')).toBe(true);
});

test('of a selection only that is copied, sanitised', async () => {
  const html =
    '<p onclick="x()">One <b>two</b><script>alert(1)</script> <img src="_posts/gauge.png" alt="g"><img src="archive://x/y.png" alt="own"></p><iframe src="https://e.example/"></iframe>';
  const made = await copied(html);
  expect(made.markdown).toBe('One **two** gown\n');
  expect(made.text).toBe('One two');
  expect(made.html).toMatch(
    /^<p>One <b>two<\/b> <img alt="g" src="data:image\/png;base64,[^"]+">own<\/p>$/u,
  );
});
