import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { removeFolder } from './removeFolder.ts';

/** The checkout. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** How an app under test is started. */
export interface LaunchChoice {
  /** Kept after the test when named; else a fresh folder that goes away at the end. */
  readonly dataDir?: string;
  /** Folder of posts to open; without one the welcome screen comes. */
  readonly folder?: string;
  /** Language of the window; null = none named. Default English. */
  readonly lang?: 'en' | 'zh' | null;
  readonly env?: Readonly<Record<string, string>>;
  /** What the page may log as an error in this test; anything else fails it at {@link RunningApp.close}. */
  readonly allowedErrors?: readonly RegExp[];
  /** Starts this instead of Electron (a script that starts Electron with its arguments). */
  readonly executable?: string;
}

/** An app under test. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** Ends the app, removes its data and fails when the page had logged an error (a broken policy is one). */
  readonly close: () => Promise<void>;
}

/** Starts the built app and waits for its window. Close it in the test or in a hook. */
export async function launchApp(choice: LaunchChoice = {}): Promise<RunningApp> {
  const dataDir = choice.dataDir ?? (await mkdtemp(join(tmpdir(), 'broadsheet-test-')));
  const app = await _electron.launch({
    executablePath: choice.executable ?? electronPath(),
    args: appArguments({ ...choice, dataDir }),
    cwd: projectFolder,
    env: appEnvironment(choice.env),
  });
  const errors: string[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (thrown) => errors.push(`page error: ${thrown.stack ?? thrown.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`console: ${message.text()}`);
    });
  };
  app.on('window', watch);
  const page = await app.firstWindow();
  return {
    app,
    page,
    dataDir,
    close: async () => {
      await app.close();
      if (choice.dataDir === undefined) await removeFolder(dataDir);
      const allowed = choice.allowedErrors ?? [];
      const left = errors.filter((line) => !allowed.some((pattern) => pattern.test(line)));
      expect(left, 'errors in the page').toEqual([]);
    },
  };
}

/** Electron's arguments for the app: switches, the checkout, then the app's own. */
export function appArguments(choice: LaunchChoice & { readonly dataDir: string }): string[] {
  const language = choice.lang === undefined ? 'en' : choice.lang;
  return [
    // Chromium refuses its sandbox to root, and only to root.
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '.',
    ...(choice.folder === undefined ? [] : [choice.folder]),
    '--data-dir',
    choice.dataDir,
    ...(language === null ? [] : ['--lang', language]),
  ];
}

/** The Electron executable that set-up provided. */
export function electronPath(): string {
  const script = join(projectFolder, 'scripts', 'electron-path.mjs');
  return execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
}

/** The environment of the tests, without what would turn Electron into plain Node. */
export function appEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(inherited), ...ownDisplay(), ...added };
}

/** The screen of this worker, where the run gave each one (scripts/lib/displays.mjs). */
function ownDisplay(): Record<string, string> {
  const displays = process.env['BROADSHEET_TEST_DISPLAYS']?.split(',') ?? [];
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % displays.length];
  return display === undefined ? {} : { DISPLAY: display };
}
