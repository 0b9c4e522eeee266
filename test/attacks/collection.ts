import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { aim, attackFile, numberAttacks } from './attack.ts';
import type { Attack, Site } from './attack.ts';
import { embedding } from './embedding.ts';
import { frontMatter } from './frontMatter.ts';
import { scripts } from './scripts.ts';
import { vectorGraphics } from './vectorGraphics.ts';
import { writing } from './writing.ts';

/** Every vector, numbered. */
export const attacks: readonly Attack[] = numberAttacks([
  scripts,
  vectorGraphics,
  embedding,
  writing,
  frontMatter,
]);

/** A one-pixel picture. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Files that posts of the collection point at; addresses in them name the attack as 0. */
const FILES: Readonly<Record<string, string>> = {
  'script.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" onload="{run}" width="20" height="20"><script>{run};fetch("{url}/svg-script")</script><rect width="20" height="20"/></svg>',
  'loads.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20"><style>@import "{url}/svg.css";</style><image href="{url}/svg-image.png" width="9" height="9"/><use xlink:href="{url}/use.svg#a"/></svg>',
  'foreign.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><foreignObject width="20" height="20"><body xmlns="http://www.w3.org/1999/xhtml"><img src="{url}/foreign.png" onerror="{run}"/><iframe src="{url}/foreign-frame"/></body></foreignObject></svg>',
  'entities.svg':
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file://{out}/secret.md"><!ENTITY b SYSTEM "{url}/entity">]><svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text>&a;&b;</text></svg>',
  'xslt.svg':
    '<?xml-stylesheet type="text/xsl" href="{url}/style.xsl"?><svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>',
  'page.png': '<!doctype html><script>{run}</script><img src="{url}/page.png">',
  'page.html': '<!doctype html><title>A page</title><script>{run}</script><p>Mark-000.</p>',
  'gifar.gif': 'GIF89a/*aaaaaaaaaaaaaa*/=1;{run};//',
  'polyglot.js.png': '/*\u0089PNG*/{run}//aaaaaaaaaaaaaaaa',
  'sheet.css.png': '.post-body{background:url({url}/sheet.png)}/*aaaaaaaaa*/',
  'playlist.m3u8': '#EXTM3U\n#EXTINF:1,\n{url}/segment.ts\n#EXTINF:1,\nfile://{out}/secret.mp4\n',
};

/** Names of the files in the folder that nothing may read. */
export const SECRETS = [
  'secret.md',
  'secret.png',
  'secret.html',
  'secret.mp4',
  'secret.mp3',
  'secret.js',
];

/**
 * Writes the collection as an archive: a post for each vector, the files they point at, links out of the archive and a
 * pipe. `site.outside` is filled with the files that nothing may read.
 */
export async function writeAttacks(archive: string, site: Site): Promise<void> {
  await mkdir(site.outside, { recursive: true });
  for (const name of SECRETS) await writeFile(join(site.outside, name), PIXEL);
  const posts = attacks.map((attack) => attackFile(attack, site));
  const zero: Attack = { id: 0, category: 'files', vector: {} };
  const files = Object.entries(FILES).map(([name, text]) => ({
    path: `files/${name}`,
    text: aim(text, zero, site),
  }));
  for (const { path, text } of [...posts, ...files]) {
    await mkdir(dirname(join(archive, path)), { recursive: true });
    await writeFile(join(archive, path), text);
  }
  await writeFile(join(archive, 'files', 'pixel.png'), PIXEL);
  await symlink(join(site.outside, 'secret.png'), join(archive, 'files', 'link.png'));
  await symlink(join(site.outside, 'secret.md'), join(archive, 'files', 'link.md'));
  await symlink(site.outside, join(archive, 'files', 'up'));
  await symlink('/etc/passwd', join(archive, 'posts', 'passwd.md'));
  execFileSync('mkfifo', [join(archive, 'files', 'pipe.png')]);
}
