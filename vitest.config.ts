import { defineConfig } from 'vitest/config';

/** Unit and integration tests: plain Node, real SQLite, real folders. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**', 'out/**'],
    // A native module and worker threads are at home in a process of their own.
    pool: 'forks',
    // Generous, for a loaded two-core machine: they end a hang and measure nothing.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
