import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

/**
 * Bundles a script of the tests with the sources as they are now, for plain Node to run in a process of its own. Returns
 * the script's path; it is gone after the tests of the file.
 *
 * @param isWhole with every library inside, for scripts that use more than the native module
 */
export async function bundleScript(entry: string, isWhole = false): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'broadsheet-bundle-'));
  afterAll(() => rmSync(outDir, { recursive: true, force: true }));
  const native = createRequire(import.meta.url).resolve('better-sqlite3');
  await build({
    configFile: false,
    logLevel: 'error',
    ...(isWhole ? { ssr: { noExternal: true } } : {}),
    plugins: [
      {
        name: 'native-module-where-it-is',
        enforce: 'pre',
        resolveId: (id) =>
          id === 'better-sqlite3' ? { id: pathToFileURL(native).href, external: true } : null,
      },
    ],
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'script.mjs' },
        // What only tests need (vitest itself) falls away.
        ...(isWhole ? {} : { treeshake: { moduleSideEffects: false } }),
      },
    },
  });
  return join(outDir, 'script.mjs');
}
