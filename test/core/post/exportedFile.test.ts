import { expect, test } from 'vitest';
import { exportedFile } from '../../../src/core/post/exportedFile.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import type { ExportedFile } from '../../../src/shared/exportModel.ts';

function read(content: string | Uint8Array, path = 'post.md'): ExportedFile | null {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return exportedFile({ path, bytes, site: plainSite });
}

test.for([
  [
    '---\ntitle: "A"  # kept\n\ntags: [x]\n---\n\nText.\n',
    'yaml',
    'title: "A"  # kept\n\ntags: [x]\n',
    '\nText.\n',
  ],
  ['---\r\ntitle: A\r\n---\r\nText.\r\n', 'yaml', 'title: A\n', 'Text.\n'],
  ['\uFEFF---\ntitle: A\n...\nText.', 'yaml', 'title: A\n', 'Text.'],
  ['+++\ntitle = "A"\n+++\nText.\n', 'toml', 'title = "A"\n', 'Text.\n'],
  ['{\n  "title": "A"\n}\n\nText.\n', 'json', '{\n  "title": "A"\n}', '\nText.\n'],
  ['---\n---\nText.\n', 'yaml', '', 'Text.\n'],
])('front matter as written, and what follows it: %j', ([content = '', kind, block, body]) => {
  expect(read(content)).toEqual({
    frontMatter: block,
    frontMatterKind: kind,
    body,
    bodyKind: 'markdown',
  });
});

test.for([
  ['Text.\n', 'Text.\n'],
  // A rule, prose and another rule.
  [
    '---\n\nProse between rules.\n\n---\n\nMore.\n',
    '---\n\nProse between rules.\n\n---\n\nMore.\n',
  ],
  ['---\ntitle: Unclosed\n\nText.\n', '---\ntitle: Unclosed\n\nText.\n'],
  ['---js\n{ title: "A" }\n---\nText.\n', 'Text.\n'],
  ['Title: A\nDate: 2020-01-01\n\nText.\n', 'Text.\n'],
  ['[#]: author: (A)\n\nText.\n', 'Text.\n'],
])('none: %j', ([content = '', body]) => {
  expect(read(content)).toMatchObject({ frontMatter: null, frontMatterKind: null, body });
});

test('the kind of body is told by the name, the charset found', () => {
  // 港口的灯塔亮了。
  const sentence = [
    0xb8, 0xdb, 0xbf, 0xda, 0xb5, 0xc4, 0xb5, 0xc6, 0xcb, 0xfe, 0xc1, 0xc1, 0xc1, 0xcb, 0xa1, 0xa3,
  ];
  const gbk = Uint8Array.from(Array.from({ length: 20 }, () => sentence).flat());
  expect(read(gbk, 'a.txt')).toMatchObject({
    body: '港口的灯塔亮了。'.repeat(20),
    bodyKind: 'text',
  });
  expect(read('<p>x</p>', 'a.html')).toMatchObject({ body: '<p>x</p>', bodyKind: 'html' });
});

test('a block without an opening line is front matter below Hexo only', () => {
  const content = 'title: A\nlayout: x\n---\nText.\n';
  expect(read(content, 'source/_posts/a.md')).toMatchObject({
    frontMatter: 'title: A\nlayout: x\n',
  });
});

test('what is no text is null', () => {
  expect(read(new Uint8Array())).toBeNull();
  expect(read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toBeNull();
});
