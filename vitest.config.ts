import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  // A native module and worker threads are at home in a process of their own.
  pool: 'forks',
  // Generous, for a loaded two-core machine: they end a hang and measure nothing.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  teardownTimeout: 20_000,
} as const;

/** Unit and integration tests, and fuzzing beside them: plain Node, real SQLite, real folders. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/fuzz/**', 'node_modules/**', 'out/**'],
        },
      },
      { test: { ...shared, name: 'fuzz', include: ['test/fuzz/**/*.test.ts'] } },
    ],
  },
});
