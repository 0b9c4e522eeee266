import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appArguments, appEnvironment, electronPath, launchApp, projectFolder } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

let base = '';
test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'broadsheet-start-'));
  for (const name of ['harbour', 'market']) {
    const posts = join(base, name, '_posts');
    await mkdir(posts, { recursive: true });
    const text = `---\ntitle: News from the ${name}\ndate: 2024-03-01\n---\nThe ${name} opened at six.\n`;
    await writeFile(join(posts, `2024-03-01-${name}.md`), text);
  }
});
test.afterAll(() => removeFolder(base));

/** Runs the app to its end; for starts that show no window. */
async function runToEnd(args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(electronPath(), args, { cwd: projectFolder, env: appEnvironment() });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, stderr };
}

test('without a folder the welcome screen offers to open one', async () => {
  const { page, close } = await launchApp();
  await expect(page.getByRole('button', { name: 'Open folder…' }).first()).toBeVisible();
  await close();
});

test('in Chinese when asked to', async () => {
  const { page, app, close } = await launchApp({ lang: 'zh' });
  await expect(page.getByRole('button', { name: '打开文件夹…' }).first()).toBeVisible();
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels).toContain('文件');
  await close();
});

test('the page has no Node, and the window keeps every protection on', async () => {
  const { page, app, close } = await launchApp();
  const found = await page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    bridge: Object.keys(Reflect.get(globalThis, 'archive')).toSorted(),
  }));
  expect(found).toEqual({
    process: 'undefined',
    require: 'undefined',
    bridge: ['call', 'pathOfDropped', 'subscribe'],
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's types: what the window was really made with.
    return Reflect.get(contents ?? {}, 'getLastWebPreferences').call(contents);
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
  const isSpelling = await app.evaluate(({ session }) =>
    session.defaultSession.isSpellCheckerEnabled(),
  );
  expect(isSpelling).toBe(false);
  expect(page.url()).toBe('app://broadsheet/index.html');
  await close();
});

test('opens the folder of the command line', async () => {
  const { page, close } = await launchApp({ folder: join(base, 'harbour') });
  const posts = page.getByRole('listbox', { name: 'Posts' });
  await expect(posts.getByRole('option', { name: /News from the harbour/u })).toBeVisible();
  await close();
});

test('a folder that is not there is named, and the welcome screen stays usable', async () => {
  const { page, close } = await launchApp({ folder: join(base, 'nowhere') });
  await expect(page.getByText(/nowhere/u).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open folder…' }).first()).toBeVisible();
  await close();
});

test('a second start hands its folder to the first and ends', async () => {
  const first = await launchApp({ folder: join(base, 'harbour') });
  const posts = first.page.getByRole('listbox', { name: 'Posts' });
  await expect(posts.getByRole('option', { name: /the harbour/u })).toBeVisible();
  const { code } = await runToEnd(
    appArguments({ dataDir: first.dataDir, folder: join(base, 'market') }),
  );
  expect(code).toBe(0);
  await expect(posts.getByRole('option', { name: /the market/u })).toBeVisible();
  expect(first.app.windows()).toHaveLength(1);
  await first.close();
});

test('a dropped folder opens, one that was never dropped does not', async () => {
  const { page, close } = await launchApp();
  const open = (folder: string): Promise<unknown> =>
    page.evaluate(
      (path) => Reflect.get(globalThis, 'archive').call('archives.openDropped', { folder: path }),
      folder,
    );
  const folder = join(base, 'harbour');
  expect(await open(folder)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  // A file chosen in a field is, to the preload, what a dropped one is: an object that only the browser can make.
  await page.evaluate(() => {
    const { document } = Reflect.get(globalThis, 'window');
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'chosen';
    document.body.append(field);
  });
  const file = join(folder, '_posts', '2024-03-01-harbour.md');
  await page.setInputFiles('#chosen', file);
  const path = await page.evaluate(() => {
    const { archive, document } = Reflect.get(globalThis, 'window');
    return archive.pathOfDropped(document.querySelector('#chosen').files[0]);
  });
  expect(path).toBe(file);
  // It is a file, which is said; a made-up one has no path.
  expect(await open(file)).toMatchObject({ ok: false, error: { code: 'archive-unreadable' } });
  const invented = await page.evaluate(() =>
    Reflect.get(globalThis, 'archive').pathOfDropped(new File(['x'], '/etc/passwd')),
  );
  expect(invented).toBe('');
  await close();
});

test('a wrong command line ends with a sentence and code 2', async () => {
  const args = appArguments({ dataDir: join(base, 'unused') });
  const { code, stderr } = await runToEnd([...args, '--lang', 'fr']);
  expect(code).toBe(2);
  expect(stderr).toContain('--lang takes en or zh, not "fr".');
});

test('size, place and language come back; a place off every screen does not', async () => {
  const dataDir = join(base, 'remembered');
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  const first = await launchApp({ dataDir });
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await first.close();
  const placeOf = (running: typeof first): Promise<unknown> =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const second = await launchApp({ dataDir });
  await expect.poll(() => placeOf(second)).toEqual(bounds);
  await second.close();
  const file = join(dataDir, 'window.json');
  const state: object = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...state, bounds: { ...bounds, x: 30_000 } }));
  const third = await launchApp({ dataDir });
  const { place, screen } = await third.app.evaluate(({ BrowserWindow, screen: displays }) => ({
    place: BrowserWindow.getAllWindows()[0]?.getBounds(),
    screen: displays.getPrimaryDisplay().workArea,
  }));
  expect(place?.x).toBeLessThan(screen.x + screen.width - 100);
  await third.close();
});

test('the native menu speaks to the window', async () => {
  const { page, app, close } = await launchApp({ folder: join(base, 'harbour') });
  await expect(page.getByRole('option', { name: /the harbour/u })).toBeVisible();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click());
  const about = page.getByRole('dialog');
  await expect(about).toBeVisible();
  await expect(about).toContainText('Broadsheet');
  await close();
});

test('a page whose process dies comes back with what was open', async () => {
  const { page, app, close } = await launchApp({ folder: join(base, 'harbour') });
  await expect(page.getByRole('option', { name: /the harbour/u })).toBeVisible();
  const told = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const messages: string[] = [];
    // The message would wait for a click.
    dialog.showMessageBox = (...args: unknown[]) => {
      messages.push(JSON.stringify(args.at(-1)));
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const isBack = new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve());
    });
    contents?.forcefullyCrashRenderer();
    await isBack;
    return messages;
  });
  expect(told.join(' ')).toContain('The window stopped working and was loaded again');
  const list = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `document.querySelector('[role=listbox]')?.textContent ?? ''`,
      ),
    );
  await expect.poll(list).toContain('News from the harbour');
  await close();
});
