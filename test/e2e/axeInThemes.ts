import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { MenuCommand } from '../../src/shared/events.ts';
import type { RunningApp } from './launch.ts';
import { atRest } from './measure.ts';

const themes = ['light', 'sepia', 'dark'] as const;

/** Sends the window a command of the native menu. */
export async function sendCommand({ app }: RunningApp, command: MenuCommand): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('broadsheet-event', 'menu.command', {
        command: name,
      }),
    command,
  );
}

/**
 * Expects no violation inside of these selectors in light, sepia and dark; light is left on. `open` brings up what is
 * looked at (no command of the menu runs under a dialog) and answers what closes it.
 */
export async function expectNoViolations(
  running: RunningApp,
  selectors: readonly string[],
  open: () => Promise<() => Promise<void>> = () => Promise.resolve(() => Promise.resolve()),
): Promise<void> {
  for (const theme of [...themes, 'light'] as const) {
    await sendCommand(running, `theme-${theme}`);
    await expect(running.page.locator('html')).toHaveAttribute('data-theme', theme);
    const close = await open();
    // Colours are measured when they have come to rest.
    await atRest(running.page);
    const axe = new AxeBuilder({ page: running.page }).setLegacyMode();
    for (const selector of selectors) axe.include(selector);
    const { violations } = await axe.analyze();
    expect(violations, theme).toEqual([]);
    await close();
  }
}
