import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMediaFinder } from '../../../src/core/mediaFiles.ts';
import { renderPost } from '../../../src/core/post/renderPost.ts';
import { plainSite, readSiteConfig } from '../../../src/core/post/siteConfig.ts';
import type { SiteConfig } from '../../../src/core/post/parsedPost.ts';

const site = (configName: string, configText: string): SiteConfig =>
  readSiteConfig({ configName, configText });
const HUGO = site('hugo.toml', 'baseURL = "https://example.org/blog/"');
const HEXO = site('_config.yml', 'post_asset_folder: true\nurl: https://example.org');
const JEKYLL = site('_config.yml', 'baseurl: /blog\nurl: https://example.org');
const ZOLA = site('config.toml', 'base_url = "https://example.org"\ncompile_sass = false');

/** An archive with these files; gone after the test. */
function folderOf(...paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-media-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'x');
  }
  return folder;
}

describe('where a picture is found', () => {
  test.each<[SiteConfig, string, string, string]>([
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/blog/assets/x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', 'assets/x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '../assets/x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '../../../assets/x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', 'x.png', '_posts/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/a%20b.png', 'assets/a b.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/雨.png', 'assets/雨.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/100%.png', 'assets/100%.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '\\assets\\x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/x.png?v=2#y', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/x.png', 'Assets/X.PNG'],
    [JEKYLL, '_posts/2020-01-01-a.md', '/assets/cafe\u0301.png', 'assets/caf\u00e9.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', 'https://example.org/blog/assets/x.png', 'assets/x.png'],
    [JEKYLL, '_posts/2020-01-01-a.md', '//example.org/blog/assets/x.png', 'assets/x.png'],
    [HUGO, 'content/posts/a.md', '/images/x.png', 'static/images/x.png'],
    [HUGO, 'content/posts/a.md', '/blog/images/x.png', 'static/images/x.png'],
    [HUGO, 'content/posts/a.md', 'images/x.png', 'assets/images/x.png'],
    [HUGO, 'content/posts/a/index.md', 'x.png', 'content/posts/a/x.png'],
    [HUGO, 'content/posts/a/index.md', './pics/x.png', 'content/posts/a/pics/x.png'],
    [HUGO, 'content/posts/a.md', 'x.png', 'static/posts/a/x.png'],
    [HUGO, 'content/posts/a.md', '../x.png', 'static/posts/x.png'],
    [HUGO, 'content/posts/a.md', '/posts/pics/x.png', 'content/posts/pics/x.png'],
    [HEXO, 'source/_posts/a.md', 'x.png', 'source/_posts/a/x.png'],
    [HEXO, 'source/_posts/a.md', '/images/x.png', 'source/images/x.png'],
    [HEXO, 'source/_posts/a.md', 'a/x.png', 'source/_posts/a/x.png'],
    [HEXO, 'source/_posts/a.md', 'https://example.org/images/x.png', 'source/images/x.png'],
    [ZOLA, 'content/blog/a.md', '/x.png', 'static/x.png'],
    [ZOLA, 'content/blog/a/index.md', 'x.png', 'content/blog/a/x.png'],
    [plainSite, 'notes/a.md', 'x.png', 'notes/x.png'],
    [plainSite, 'notes/a.md', '/x.png', 'x.png'],
    [plainSite, 'notes/a.md', '/img/x.png', 'static/img/x.png'],
    [plainSite, 'a.md', 'img/x.png', 'img/x.png'],
  ])('%#: %o', (config, post, written, file) => {
    const folder = folderOf(post, file);
    const bytes = new TextEncoder().encode(`<img src="${written}">`);
    const { html } = renderPost(
      { path: post.replace('.md', '.html'), bytes, site: config },
      createMediaFinder({ folder, site: config }, post),
    );
    const src = /\ssrc="(?<src>[^"]*)"/u.exec(html)?.groups?.['src'];
    expect(src === undefined ? html : decodeURIComponent(src)).toBe(file);
  });

  test('the file beside the post goes before one at the root', () => {
    const folder = folderOf('notes/x.png', 'x.png', 'static/x.png');
    expect(createMediaFinder({ folder, site: plainSite }, 'notes/a.md').find('x.png')).toBe(
      'notes/x.png',
    );
  });

  test('letter by letter goes before another spelling', () => {
    const folder = folderOf('img/X.png', 'static/img/x.png');
    expect(createMediaFinder({ folder, site: plainSite }, 'a.md').find('/img/x.png')).toBe(
      'static/img/x.png',
    );
  });
});

describe('what is not found', () => {
  test('nothing outside the archive, by no spelling and no link', () => {
    const folder = folderOf('archive/a.md', 'archive/in/x.png', 'secret.png');
    const archive = join(folder, 'archive');
    symlinkSync(join(folder, 'secret.png'), join(archive, 'link.png'));
    symlinkSync(folder, join(archive, 'up'));
    const { find } = createMediaFinder({ folder: archive, site: plainSite }, 'a.md');
    for (const path of [
      '../secret.png',
      'link.png',
      'LINK.png',
      'up/secret.png',
      'UP/secret.png',
      'in',
      '/',
      'a\0.png',
      '',
    ]) {
      expect(find(path), path).toBeNull();
    }
  });

  test('a picture that is not there is named with its path', () => {
    const folder = folderOf('a.md');
    const bytes = new TextEncoder().encode(
      '![map](/assets/map%201.png) <video src="b.webm"></video>',
    );
    const finder = createMediaFinder({ folder, site: plainSite }, 'a.md');
    const { html } = renderPost({ path: 'a.md', bytes, site: plainSite }, finder);
    expect(html).toContain('data-src="./assets/map 1.png"');
    expect(html).toContain('data-src="./b.webm"');
    expect(html).not.toMatch(/\ssrc=/u);
  });

  test('its path is one from the archive, and the command line gets it as an address', () => {
    const folder = folderOf('one/post.md');
    const bytes = new TextEncoder().encode(
      '![a](./../assets/x.png) ![b](../../../etc/y.png) ![c](z%201.png)',
    );
    const htmlOf = (absentMedia: 'sign' | 'address'): string => {
      const finder = createMediaFinder({ folder, site: plainSite, absentMedia }, 'one/post.md');
      return renderPost({ path: 'one/post.md', bytes, site: plainSite }, finder).html;
    };
    const sign = htmlOf('sign');
    expect(sign).toContain('data-src="./assets/x.png"');
    expect(sign).toContain('data-src="./etc/y.png"');
    expect(sign).toContain('data-src="./one/z 1.png"');
    const addressed = htmlOf('address');
    expect(addressed.match(/\s(?:data-)?src="[^"]*"/gu)).toEqual([
      ' src="assets/x.png"',
      ' src="one/z%201.png"',
    ]);
  });
});
