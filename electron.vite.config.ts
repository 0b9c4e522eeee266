import { join, resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';

/**
 * Drops the second, larger format from the bundled fonts' style sheets: every Chromium reads woff2. And takes the three
 * marks that are in the slices of Latin out of their ranges: Chromium would make ā of them and an a, though the next slice
 * has it, and what is copied from a PDF would be the two.
 */
function smallerFonts(): Plugin {
  return {
    name: 'smaller-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource.*\.css/.test(id)) return null;
      const smaller = code
        .replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
        .replace(/U\+0304,U\+0308,U\+0329,/g, '');
      return { code: smaller, map: null };
    },
  };
}

/** Where the bundles go; `npm run build` names a fresh folder and puts it in the place of `out` when all is well. */
const outFolder = process.env['BROADSHEET_OUT'] ?? resolve('out');

/**
 * Three bundles into `out/`. The worker threads, the command line and the benchmark are further entries of the
 * main bundle: the same code under plain Node and inside Electron.
 */
export default defineConfig({
  main: {
    resolve: {
      alias: {
        // The citation library can load from the web; what it would need for that never enters the bundle.
        'node-fetch': resolve('src/core/citations/noFetch.ts'),
        'sync-fetch': resolve('src/core/citations/noFetch.ts'),
      },
    },
    build: {
      outDir: join(outFolder, 'main'),
      // Bundled, not required at run time: sanitize-html requires ES modules, which Node before 20.19 (and so Electron
      // before 35) cannot. Only the native modules stay outside.
      externalizeDeps: false,
      rollupOptions: {
        external: ['better-sqlite3', '@parcel/watcher', 'playwright'],
        input: {
          index: resolve('src/main/index.ts'),
          coreWorker: resolve('src/main/coreWorker.ts'),
          indexWorker: resolve('src/core/indexing/indexWorker.ts'),
          watchProcess: resolve('src/main/watchProcess.ts'),
          exportWorker: resolve('src/main/export/exportWorker.ts'),
          previewWorker: resolve('src/main/export/previewWorker.ts'),
          formatWorker: resolve('src/main/export/formatWorker.ts'),
          cli: resolve('src/cli/index.ts'),
          bench: resolve('bench/bench.ts'),
          plainPrint: resolve('bench/export/plainPrint.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: join(outFolder, 'preload'),
      // A sandboxed preload must be one CommonJS file with everything in it.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [smallerFonts(), react()],
    build: {
      outDir: join(outFolder, 'renderer'),
      emptyOutDir: true,
      // Everything is a file of our own origin: no data: script or font slips past the content security policy.
      assetsInlineLimit: 0,
      // Less than half to read and compile at each start; a build for profiles has source maps.
      minify: true,
      rollupOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          print: resolve('src/renderer/print/print.html'),
        },
      },
    },
  },
});
