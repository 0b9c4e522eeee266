/**
 * Screens for the tests of the app where there is none: a virtual one for each worker. Windows of two apps on one
 * screen without a window manager take the focus and the pointer from each other.
 */
import { spawn } from 'node:child_process';
import { SetupFailure } from './run.mjs';

/** Room for the largest window of the tests. */
const SCREEN = '1600x1200x24';

/**
 * Starts virtual screens (Xvfb finds free numbers itself).
 *
 * @param {number} count
 * @returns {Promise<{ names: readonly string[], stop: () => void }>} names like `:101`
 * @throws {SetupFailure} when there is no Xvfb or it does not start
 */
export async function startDisplays(count) {
  const servers = Array.from({ length: count }, startServer);
  const stop = () => {
    for (const { child } of servers) child.kill();
  };
  // Whatever ends this process, no screen is left behind.
  process.once('exit', stop);
  try {
    return { names: await Promise.all(servers.map(({ name }) => name)), stop };
  } catch (thrown) {
    stop();
    throw thrown;
  }
}

function startServer() {
  // Xvfb writes the number of its screen to the file descriptor named; of its own group, so that Ctrl-C ends the apps first.
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const name = new Promise((resolve, reject) => {
    let written = '';
    const fail = () =>
      reject(
        new SetupFailure(
          'There is no display, and Xvfb, which stands in for one, did not start: install xvfb (Debian: apt-get install xvfb) or start this in a desktop session.',
        ),
      );
    child.on('error', fail);
    child.on('exit', fail);
    child.stdio[3].on('data', (chunk) => {
      written += String(chunk);
      if (written.includes('\n')) resolve(`:${written.trim()}`);
    });
  });
  return { child, name };
}
