import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIo } from './io.ts';
import { runCli } from './runCli.ts';

/** Entry of the command line; built into `out/main/cli.js`, beside the index worker. */

const here = dirname(fileURLToPath(import.meta.url));
const parserScript = join(here, 'indexWorker.js');
let isPipeClosed = false;
const io = processIo(() => {
  isPipeClosed = true;
});
const code = await runCli(process.argv.slice(2), {
  io,
  parserScript: existsSync(parserScript) ? parserScript : null,
  appFolder: resolve(here, '..', '..'),
});
// Whoever read the output (`| head`) has seen enough: nothing failed.
process.exitCode = isPipeClosed ? 0 : code;
