import { expect } from '@playwright/test';
import type { RunningApp } from './launch.ts';

/** Gives the window's page so many pixels, and waits until it has them. */
export async function setWindowSize(
  { app, page }: RunningApp,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect
    .poll(() => page.evaluate('[window.innerWidth, window.innerHeight]'))
    .toEqual([width, height]);
}

/** Magnifies the page as a browser does: as many CSS pixels less. */
export async function magnify({ app, page }: RunningApp, factor: number): Promise<void> {
  const before: unknown = await page.evaluate('window.innerWidth');
  await app.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );
  await expect
    .poll(() => page.evaluate('window.innerWidth'))
    .toBe(Math.round(Number(before) / factor));
}
