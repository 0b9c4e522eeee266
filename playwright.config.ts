import { defineConfig } from '@playwright/test';

/**
 * Tests of the real app. Each starts an Electron of its own with its own data folder, so two can run side by side.
 * The pictures of the README are a project of their own: they are made on purpose (`npm run screenshots`), not tested.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  globalTimeout: 40 * 60_000,
  // Pictures (visual.spec.ts): the same fonts and the same Chromium draw the same; a hair of tolerance for smoothing.
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  expect: {
    // A start of the app takes several seconds where two run on two shared cores.
    timeout: 30_000,
    toHaveScreenshot: {
      animations: 'disabled',
      caret: 'initial',
      maxDiffPixelRatio: 0.005,
      scale: 'css',
      threshold: 0.02,
    },
  },
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'app', testMatch: '**/*.spec.ts', testIgnore: '**/screenshots.spec.ts' },
    { name: 'screenshots', testMatch: '**/screenshots.spec.ts', workers: 1 },
  ],
});
