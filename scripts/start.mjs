/**
 * `npm start -- [FOLDER] [--data-dir DIR] [--lang en|zh]`: does the set-up that is not done yet, builds when the
 * sources changed, opens the app. The exit code is the app's.
 */
import { statSync } from 'node:fs';
import { electronCommand, electronEnvironment } from './lib/launch.mjs';
import { runMain } from './lib/progress.mjs';
import { runInForeground, SetupFailure } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { resolveStartArguments } from './lib/startArguments.mjs';

const USAGE = `npm start -- [FOLDER] [--data-dir DIR] [--lang en|zh]

Opens Broadsheet on FOLDER, or with the welcome screen when there is none.
  --data-dir DIR   keep index and library in DIR instead of the user's own folder
  --lang en|zh     language of the window
`;

await runMain(async () => {
  const given = process.argv.slice(2);
  if (given.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { args, folder } = resolveStartArguments(given);
  if (folder !== null && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new SetupFailure(
      `${folder} is not a folder: give the folder that holds the posts, or none for the welcome screen.`,
    );
  }
  await ensureSetUp();
  const { command, args: commandArguments } = electronCommand(args);
  return runInForeground(command, commandArguments, { env: electronEnvironment() });
});
