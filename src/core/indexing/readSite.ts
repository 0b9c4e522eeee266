import { createArchiveReader } from '../archiveFiles.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import { isPageFileName } from '../post/conventions.ts';
import { plainSite, readSiteConfig, siteConfigNames } from '../post/siteConfig.ts';
import { displayPath } from '../rawPath.ts';
import type { RawPath } from '../rawPath.ts';
import type { FolderEntry } from './listFolder.ts';
import { isGeneratorName } from './scanRules.ts';

/** Real configurations have a few kilobytes. */
const MAX_CONFIG_BYTES = 1024 * 1024;

/** What the generator's configuration at an archive's root says; a plain folder when there is none to be read. */
export async function readSite(folder: string): Promise<SiteConfig> {
  const reader = createArchiveReader(folder, MAX_CONFIG_BYTES);
  for (const configName of siteConfigNames) {
    // The first that exists is the one; the others are not read.
    const configText = await reader.read(configName).then(
      ({ bytes }) => new TextDecoder().decode(bytes),
      () => null,
    );
    if (configText === null) continue;
    const site = readSiteConfig({ configText, configName });
    if (site.generator !== 'none') return site;
  }
  return plainSite;
}

/**
 * Whether a generator works in a folder, so that some of the folders in it are its own and some files are pages.
 * `config.json` and the like stand in many folders; they are read only where the answer matters.
 */
export async function isSiteFolder(
  folder: RawPath,
  entries: readonly FolderEntry[],
): Promise<boolean> {
  const isConfigThere = entries.some(({ name }) => CONFIG_NAMES.has(displayPath(name)));
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
