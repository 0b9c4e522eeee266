import { readFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { offeredFormats } from '../core/export/formats/offeredFormats.ts';
import type { AppInfo } from '../shared/appModel.ts';
import { hasPostEnding } from '../shared/postFiles.ts';
import type { Language } from './i18n/shellText.ts';

/** File beside the executable by which set-up says which runtime it is. */
const MARKER_FILE = 'broadsheet-runtime.json';

/** Everything {@link readAppFacts} cannot find out itself. */
export interface AppFactsSource {
  readonly version: string;
  readonly executable: string;
  readonly dataFolder: string;
  readonly sampleFolder: string;
  readonly systemLanguage: Language;
}

/** What About and the first screen show of the app itself. */
export async function readAppFacts(source: AppFactsSource): Promise<AppInfo> {
  const { versions } = process;
  return {
    version: source.version,
    electron: versions['electron'] ?? '',
    chromium: versions['chrome'] ?? '',
    node: versions.node,
    isRegistryRuntime: await isRegistryRuntime(source.executable),
    platform: shownPlatform(process.platform),
    dataFolder: source.dataFolder,
    homeFolder: homedir(),
    systemLanguage: source.systemLanguage,
    samplePostCount: await countSample(source.sampleFolder),
    exportFormats: offeredFormats(),
  };
}

async function isRegistryRuntime(executable: string): Promise<boolean> {
  try {
    const text = await readFile(join(dirname(executable), MARKER_FILE), 'utf8');
    const marker: unknown = JSON.parse(text);
    return typeof marker === 'object' && marker !== null && 'kind' in marker
      ? marker.kind === 'registry'
      : false;
  } catch {
    return false;
  }
}

/** Posts and drafts of the sample archive; its README and the like are pages. */
async function countSample(folder: string): Promise<number> {
  const counts = await Promise.all(
    ['_posts', '_drafts'].map((name) => countPosts(join(folder, name))),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countPosts(folder: string): Promise<number> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.filter(hasPostEnding).length;
  } catch {
    return 0;
  }
}

function shownPlatform(platform: NodeJS.Platform): AppInfo['platform'] {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
