import type { SiteConfig } from './parsedPost.ts';
import type { Fields } from './plainFields.ts';

/**
 * Values that Jekyll's configuration gives to the front matter of the posts of a folder or a collection, the most
 * telling first (jekyllrb.com/docs/configuration/front-matter-defaults); none for other sites. `path` is that of the
 * post's file.
 */
export function fieldDefaultsOf(path: string, site: SiteConfig): readonly Fields[] {
  if (site.defaults.length === 0) return [];
  const collection = /(?:^|\/)_(?<name>[\w-]+)\//u.exec(path)?.groups?.['name'] ?? 'pages';
  return site.defaults
    .filter((one) => one.path === '' || path === one.path || path.startsWith(`${one.path}/`))
    .filter(({ type }) => type === null || type === collection)
    .map(({ fields }) => fields);
}
