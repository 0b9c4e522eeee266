/**
 * `npm run bench -- …`: set-up, then bench/bench.ts as built, with the arguments as they are. The window and
 * PDFs need a display (or xvfb-run); a profile needs a build of its own with source maps.
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withDisplay } from './lib/launch.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/progress.mjs';
import { run, runInForeground, SetupFailure } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';

/** Inside the project, so that native modules are found from there. */
const PROFILE_FOLDER = join(projectRoot, '.cache', 'profile');

await runMain(async () => {
  await ensureSetUp();
  const given = process.argv.slice(2);
  if (given.includes('--profile')) {
    try {
      await buildWithMaps();
      return await bench(PROFILE_FOLDER, given);
    } finally {
      rmSync(PROFILE_FOLDER, { recursive: true, force: true });
    }
  }
  return bench(join(projectRoot, 'out'), given);
});

function bench(outFolder, given) {
  const args = [join(outFolder, 'main', 'bench.js'), ...given];
  const needsDisplay = given.some((argument) => /^--(?:window|export)/.test(argument));
  const command = needsDisplay
    ? withDisplay(process.execPath, args)
    : { command: process.execPath, args };
  // Paths are meant from where the person stands; npm runs scripts in the project's folder.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return runInForeground(command.command, command.args, { cwd });
}

async function buildWithMaps() {
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json');
  const script = join(dirname(manifest), 'bin', 'electron-vite.js');
  const built = await run(
    process.execPath,
    [script, 'build', '--sourcemap', '--logLevel', 'warn'],
    {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production', BROADSHEET_OUT: PROFILE_FOLDER },
      timeoutMs: 600_000,
    },
  );
  if (built.code !== 0) {
    throw new SetupFailure(`The build with source maps failed:\n${built.output}`);
  }
}
