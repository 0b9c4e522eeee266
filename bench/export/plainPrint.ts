import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

/*
 * What anybody would write first: every post as a page of HTML, printed by plain `printToPDF` into a file of its own.
 * Started by Electron with a file of `{ page, target }` rows; prints nothing.
 */

interface Print {
  /** Address of the page. */
  readonly page: string;
  readonly target: string;
}

const list = process.argv.at(-1) ?? '';
app.setPath('userData', `${list}.session`);
app.on('window-all-closed', () => undefined);
// Not awaited here: Electron is not ready before this module has been read to its end.
void app
  .whenReady()
  .then(printAll)
  .then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      app.exit(1);
    },
  );

async function printAll(): Promise<void> {
  const prints: readonly Print[] = JSON.parse(readFileSync(list, 'utf8'));
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  for (const { page, target } of prints) {
    await window.loadURL(page);
    writeFileSync(target, await window.webContents.printToPDF({}));
  }
}
