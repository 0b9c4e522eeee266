import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIo } from './io.ts';
import { runCli } from './runCli.ts';

/** Entry of the command line; built into `out/main/cli.js`, beside the index worker. */

const here = dirname(fileURLToPath(import.meta.url));
const parserScript = join(here, 'indexWorker.js');
let lostCode: 0 | 1 | null = null;
const io = processIo((how) => {
  // Whoever read the output (`| head`) has seen enough: nothing failed.
  lostCode = how === 'closed' ? 0 : 1;
  // It may be told of when the command has ended already.
  process.exitCode = lostCode;
});
const code = await runCli(process.argv.slice(2), {
  io,
  parserScript: existsSync(parserScript) ? parserScript : null,
  appFolder: resolve(here, '..', '..'),
});
process.exitCode = lostCode ?? code;
