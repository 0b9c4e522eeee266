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
