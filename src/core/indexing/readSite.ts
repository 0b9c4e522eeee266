import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createArchiveReader } from '../archiveFiles.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import { isPageFileName } from '../post/conventions.ts';
import {
  hugoConfigFolder,
  hugoConfigParts,
  plainSite,
  readSiteConfig,
  siteConfigNames,
} from '../post/siteConfig.ts';
import { displayPath } from '../rawPath.ts';
import type { RawPath } from '../rawPath.ts';
import type { FolderEntry } from './listFolder.ts';
import { isGeneratorName } from './scanRules.ts';

/** Real configurations have a few kilobytes. */
const MAX_CONFIG_BYTES = 1024 * 1024;

/** What the generator's configuration at an archive's root says; a plain folder when there is none to be read. */
export async function readSite(folder: string): Promise<SiteConfig> {
  const reader = createArchiveReader(folder, MAX_CONFIG_BYTES);
  const read = async (path: string): Promise<string | null> =>
    reader.read(path).then(
      ({ bytes }) => new TextDecoder().decode(bytes),
      () => null,
    );
  for (const configName of siteConfigNames) {
    // The first that exists is the one; the others are not read.
    const configText = await read(configName);
    if (configText === null) continue;
    const isHexoTree = configName.startsWith('_config.') && (await isFolder(folder, HEXO_POSTS));
    const site = readSiteConfig({ configText, configName, isHexoTree });
    if (site.generator !== 'none') return site;
  }
  return (await isFolder(folder, hugoConfigFolder)) ? readHugoFolder(read) : plainSite;
}

const HEXO_POSTS = 'source/_posts';
const HUGO_NAMES = ['hugo', 'config'];
const HUGO_ENDINGS = ['.toml', '.yaml', '.yml', '.json'];

async function isFolder(folder: string, relative: string): Promise<boolean> {
  return stat(join(folder, relative)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

type ReadText = (path: string) => Promise<string | null>;

/** Hugo's configuration in a folder of its own: one file for all, and one for each key that is long. */
async function readHugoFolder(read: ReadText): Promise<SiteConfig> {
  const main = await readFirst(read, HUGO_NAMES);
  const parts: Record<string, string> = {};
  for (const name of hugoConfigParts) {
    const part = await readFirst(read, [name]);
    if (part !== null) parts[part.name] = part.text;
  }
  const isThere = main !== null || Object.keys(parts).length > 0;
  const configName = main?.name ?? `${hugoConfigFolder}/hugo.yaml`;
  return isThere ? readSiteConfig({ configText: main?.text ?? '', configName, parts }) : plainSite;
}

async function readFirst(
  read: ReadText,
  names: readonly string[],
): Promise<{ readonly name: string; readonly text: string } | null> {
  for (const base of names) {
    for (const ending of HUGO_ENDINGS) {
      const name = `${hugoConfigFolder}/${base}${ending}`;
      const text = await read(name);
      if (text !== null) return { name, text };
    }
  }
  return null;
}

/**
 * Whether a generator works in a folder, so that some of the folders in it are its own and some files are pages.
 * `config.json` and the like stand in many folders; they are read only where the answer matters.
 */
export async function isSiteFolder(
  folder: RawPath,
  entries: readonly FolderEntry[],
): Promise<boolean> {
  const isConfigThere = entries.some(
    ({ name, kind }) =>
      CONFIG_NAMES.has(displayPath(name)) || (kind === 'folder' && displayPath(name) === 'config'),
  );
  if (!isConfigThere) return false;
  const isAsked = entries.some(({ name }) => matters(displayPath(name)));
  if (!isAsked) return false;
  // A folder whose own path is not UTF-8 cannot be read by name; its configuration is taken at its word.
  if (typeof folder !== 'string') return true;
  return (await readSite(folder)).generator !== 'none';
}

const CONFIG_NAMES: ReadonlySet<string> = new Set(siteConfigNames);

/** Whether it depends on a generator what an entry of this name is. */
function matters(name: string): boolean {
  return isGeneratorName(name) || isPageFileName(name);
}
