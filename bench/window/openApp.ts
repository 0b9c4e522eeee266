import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { weighted } from './appWeight.ts';
import { memoryOfTree } from './processTree.ts';

/** The app as started for measuring. */
export interface OpenApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** From starting the program to the first rows of the list, in milliseconds. */
  readonly firstRowsMs: number;
  /** Memory of all its processes now, in bytes; 0 where it is not known. */
  readonly memoryBytes: () => number;
  readonly close: () => Promise<void>;
}

/** What to open. */
export interface OpenChoice {
  readonly folder: string;
  readonly dataFolder: string;
  /** File that the main process writes its stalls over 50 ms to. */
  readonly stallLog: string;
}

/** Collects what keeps the page busy for over 50 ms (Long Tasks API). Text, because it runs in the page. */
const WATCH_LONG_TASKS = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['longtask'] });`;

const FIRST_ROWS_LIMIT_MS = 300_000;

/** Starts the built app on a folder and waits for the first rows. */
export async function openApp(choice: OpenChoice): Promise<OpenApp> {
  const { _electron } = await import('playwright');
  const projectFolder = join(import.meta.dirname, '..', '..');
  const script = join(projectFolder, 'scripts', 'electron-path.mjs');
  const electron = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
  const { executablePath, env } = weighted(electron, projectFolder);
  const startedAt = performance.now();
  const app = await _electron.launch({
    executablePath,
    // Chromium refuses its sandbox to root, and only to root.
    args: [
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      projectFolder,
      choice.folder,
      '--data-dir',
      choice.dataFolder,
      '--lang',
      'en',
    ],
    cwd: projectFolder,
    env: { ...appEnvironment(choice.stallLog), ...env },
  });
  const page = await app.firstWindow();
  await page.getByRole('option').first().waitFor({ timeout: FIRST_ROWS_LIMIT_MS });
  const firstRowsMs = performance.now() - startedAt;
  await page.evaluate(WATCH_LONG_TASKS);
  const { pid } = app.process();
  return {
    app,
    page,
    firstRowsMs,
    memoryBytes: () => (pid === undefined ? 0 : (memoryOfTree(pid) ?? 0)),
    close: () => app.close(),
  };
}

function appEnvironment(stallLog: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(inherited), BROADSHEET_STALL_LOG: stallLog };
}
