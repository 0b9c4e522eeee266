import { join } from 'node:path';

/** Where the app's own files and the reader's data are. All absolute. */
export interface AppPaths {
  readonly dataFolder: string;
  /** Chromium's own files, apart from ours. */
  readonly sessionFolder: string;
  /** Where what went wrong is noted. */
  readonly logFolder: string;
  readonly windowState: string;
  readonly preload: string;
  readonly page: string;
  readonly coreWorker: string;
  readonly indexWorker: string;
  readonly formatWorker: string;
  readonly watchProcess: string;
  readonly icon: string;
  readonly sampleFolder: string;
}

/** What the paths depend on. */
export interface PathsSource {
  readonly dataFolder: string;
  /** The folder with package.json, or the archive of the packaged app. */
  readonly appFolder: string;
  /** Electron's `process.resourcesPath`. */
  readonly packagedResources: string;
  readonly isPackaged: boolean;
}

/** All paths of the app. Files a person may open (the sample archive) lie outside the packaged archive. */
export function appPaths(source: PathsSource): AppPaths {
  const { dataFolder, appFolder } = source;
  const resources = source.isPackaged ? source.packagedResources : join(appFolder, 'resources');
  return {
    dataFolder,
    sessionFolder: join(dataFolder, 'chromium'),
    logFolder: join(dataFolder, 'logs'),
    windowState: join(dataFolder, 'window.json'),
    preload: join(appFolder, 'out', 'preload', 'index.cjs'),
    page: join(appFolder, 'out', 'renderer'),
    coreWorker: join(appFolder, 'out', 'main', 'coreWorker.js'),
    indexWorker: join(appFolder, 'out', 'main', 'indexWorker.js'),
    formatWorker: join(appFolder, 'out', 'main', 'formatWorker.js'),
    watchProcess: join(appFolder, 'out', 'main', 'watchProcess.js'),
    icon: join(resources, 'icon.png'),
    sampleFolder: join(resources, 'sample-archive'),
  };
}
