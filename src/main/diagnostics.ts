import { cpus, release, totalmem } from 'node:os';
import type { AppInfo, Settings } from '../shared/appModel.ts';
import type { Archive } from '../shared/model.ts';
import type { ShellTools } from './shellTools.ts';

/** Everything that diagnostics are written from. */
export interface DiagnosticFacts {
  readonly app: AppInfo;
  readonly settings: Settings;
  readonly archives: readonly Pick<Archive, 'postCount' | 'isPresent' | 'isSample'>[];
  readonly windowCount: number;
  /** Of the system: name and version, processor kind, processors, memory. */
  readonly system: {
    readonly name: string;
    readonly processors: number;
    readonly memoryBytes: number;
  };
  /** Of the main process: seconds since its start, memory, processor time. */
  readonly run: { readonly seconds: number; readonly memoryBytes: number; readonly cpuMs: number };
  /** Milliseconds that a list of all posts of each archive took, in their order; null = it has no index. */
  readonly searchMs: readonly (number | null)[];
}

const MEBIBYTE = 1024 * 1024;

/** Settings that hold words or choices of the reader's own are counted, not told. */
function settingsLines({
  keys,
  speechVoices,
  lastArchiveId,
  exportOptions,
  otherExportOptions,
  exportFolder,
  exportPresets,
  ...plain
}: Settings): readonly string[] {
  return [
    ...Object.entries(plain).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    `  keys: ${Object.keys(keys).length} changed`,
    `  speechVoices: ${Object.keys(speechVoices).length} chosen`,
    `  lastArchiveId: ${lastArchiveId === null ? 'none' : 'set'}`,
    `  exportOptions: ${JSON.stringify({ ...exportOptions, header: '', footer: '' })}`,
    `  otherExportOptions: ${otherExportOptions.length}`,
    `  exportFolder: ${exportFolder === null ? 'none' : 'set'}`,
    `  exportPresets: ${exportPresets.length}`,
  ];
}

/** A path with the reader's home folder as `~`. */
const shorten = (path: string, home: string): string =>
  home !== '' && path.startsWith(home) ? `~${path.slice(home.length)}` : path;

/**
 * What helps those who help a reader: versions, numbers and settings, in English, for a message. No name, title, text,
 * search or path of a post or an archive is in it.
 */
export function writeDiagnostics(facts: DiagnosticFacts): string {
  const { app, settings, archives, system, run, searchMs } = facts;
  const archiveLines = archives.map(({ postCount, isPresent, isSample }, at) => {
    const words = [
      postCount === null ? 'not indexed' : `${postCount} posts`,
      isPresent ? 'present' : 'away',
      ...(isSample ? ['sample'] : []),
      ...(typeof searchMs[at] === 'number' ? [`listed in ${searchMs[at]} ms`] : []),
    ];
    return `  ${at + 1}: ${words.join(', ')}`;
  });
  return [
    `Broadsheet ${app.version}${app.isRegistryRuntime ? ' (development runtime)' : ''}`,
    `Electron ${app.electron}, Chromium ${app.chromium}, Node ${app.node}`,
    `System: ${system.name}, ${system.processors} processors, ${Math.round(system.memoryBytes / MEBIBYTE)} MiB`,
    `Running for ${run.seconds} s, ${Math.round(run.memoryBytes / MEBIBYTE)} MiB, ${run.cpuMs} ms of processor time, ${facts.windowCount} windows`,
    `Data folder: ${shorten(app.dataFolder, app.homeFolder)}`,
    `Archives: ${archives.length}`,
    ...archiveLines,
    'Settings:',
    ...settingsLines(settings),
  ].join('\n');
}

/** Gathers the facts and writes them. */
export async function diagnosticsText({
  core,
  folders,
  facts,
  windows,
}: ShellTools): Promise<string> {
  const archives = await folders.refresh();
  const searchMs: (number | null)[] = [];
  for (const archive of archives) {
    if (archive.postCount === null) searchMs.push(null);
    else {
      const begin = performance.now();
      // One after another: they are timed.
      await core.ask('archives.counts', { archiveId: archive.id });
      searchMs.push(Math.round(performance.now() - begin));
    }
  }
  const { user, system } = process.cpuUsage();
  return writeDiagnostics({
    app: facts,
    settings: await core.ask('settings.get', undefined),
    archives,
    windowCount: windows.all().length,
    system: {
      name: `${process.platform} ${release()} ${process.arch}`,
      processors: cpus().length,
      memoryBytes: totalmem(),
    },
    run: {
      seconds: Math.round(process.uptime()),
      memoryBytes: process.memoryUsage().rss,
      cpuMs: Math.round((user + system) / 1000),
    },
    searchMs,
  });
}
