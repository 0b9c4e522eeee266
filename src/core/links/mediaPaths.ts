import { withoutPostEnding } from '../../shared/postFiles.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import { belowBase } from './postAddresses.ts';

/** Folders whose files a site serves from its root, by generator; '' is the archive's own folder. */
const ROOTS: Readonly<Record<SiteConfig['generator'], readonly string[]>> = {
  // gohugo.io: `static` is copied as it is, `assets` is taken from by name, bundles lie in `content`.
  hugo: ['static', 'assets', 'content', ''],
  zola: ['static', 'content', ''],
  hexo: ['source', ''],
  jekyll: ['', 'static', 'public'],
  none: ['', 'static', 'public', 'source', 'content', 'assets', 'docs'],
};

/**
 * Where a picture, sound or film may lie that a post names by `path` (decoded, `/` between parts): paths relative to
 * the archive, the likeliest first. A leading slash means the site's root; else the post's folder, its folder of assets
 * (Hexo's `post_asset_folder`: a folder beside the post with its name), the folder of its page on the site, the root.
 */
export function mediaPaths(path: string, postPath: string, site: SiteConfig): readonly string[] {
  const roots = rootsOf(site);
  const found = new Set<string>();
  const add = (base: string, rest: string): void => {
    const whole = join(base, rest);
    if (whole !== '') found.add(whole);
  };
  if (path.startsWith('/')) {
    for (const rest of [belowBase(path, site), path]) for (const root of roots) add(root, rest);
    return [...found];
  }
  const folder = postPath.split('/').slice(0, -1).join('/');
  const name = withoutPostEnding(postPath.slice(folder === '' ? 0 : folder.length + 1));
  add(folder, path);
  add(join(folder, name), path);
  // The page of `content/posts/name.md` is `posts/name/`.
  const inside = belowContent(folder, site);
  for (const root of roots) {
    add(join(root, join(inside, name)), path);
    add(join(root, inside), path);
  }
  for (const root of roots) add(root, path);
  return [...found];
}

function rootsOf({ generator, contentFolders }: SiteConfig): readonly string[] {
  const roots = ROOTS[generator];
  return [...contentFolders.filter((content) => !roots.includes(content)), ...roots];
}

function belowContent(folder: string, { contentFolders }: SiteConfig): string {
  const content = contentFolders.find((one) => `${folder}/`.startsWith(`${one}/`));
  return content === undefined ? folder : folder.slice(content.length + 1);
}

/** Joins and walks; as in a browser, `..` at the root stays there. */
function join(base: string, rest: string): string {
  const parts: string[] = [];
  for (const part of `${base}/${rest}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
