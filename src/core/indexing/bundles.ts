import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from '../post/parsedPost.ts';
import { isIndexName } from './folderRules.ts';

/** Whether a site has leaf bundles. */
export function hasBundles({ generator }: SiteConfig): boolean {
  return generator === 'hugo' || generator === 'zola';
}

/** Folders remembered; a site with more is asked again from the disk. */
const MAX_KNOWN = 50_000;

/**
 * Tells of files of a Hugo or Zola site whether they lie beside or below the `index.md` of a leaf bundle, and so are
 * resources of that page (gohugo.io/content-management/page-bundles). Of other sites' files it says no without looking.
 * Keep it for one run: what a folder holds is remembered.
 */
export function bundleFinder(folder: string, site: SiteConfig): (path: string) => boolean {
  const isAsked = hasBundles(site);
  const known = new Map<string, boolean>();
  const isBundle = (relative: string): boolean => {
    const answer = known.get(relative) ?? holdsIndex(join(folder, relative));
    if (known.size < MAX_KNOWN) known.set(relative, answer);
    return answer;
  };
  return (path) => {
    if (!isAsked) return false;
    const folders = path.split('/');
    const name = folders.pop() ?? '';
    // A bundle's own index is the page itself; only a bundle above it would make it a resource.
    if (isIndexName(name)) folders.pop();
    // The first folder is the content; an index in it is the home page, which has no resources here.
    for (; folders.length > 1; folders.pop()) if (isBundle(folders.join('/'))) return true;
    return false;
  };
}

function holdsIndex(folder: string): boolean {
  try {
    return readdirSync(folder, { withFileTypes: true }).some(
      (entry) => !entry.isDirectory() && isIndexName(entry.name),
    );
  } catch {
    // Gone or unreadable by now: the file itself will say so.
    return false;
  }
}
