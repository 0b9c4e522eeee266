/**
 * How the app is started from a checkout.
 */
import { spawnSync } from 'node:child_process';
import { findElectron, findSandboxProblem } from './electronRuntime.mjs';
import { projectRoot } from './paths.mjs';
import { hasDisplay } from './readiness.mjs';
import { SetupFailure } from './run.mjs';

/**
 * The command that starts Electron on this checkout with the app's own arguments.
 *
 * @param {readonly string[]} appArguments
 * @throws {SetupFailure} when there is no Electron, its sandbox is kept from starting, or there is no display
 */
export function electronCommand(appArguments) {
  const runtime = findElectron();
  if (runtime === null) throw new SetupFailure('There is no Electron yet: run npm run setup.');
  const problem = findSandboxProblem(runtime);
  if (problem !== null) throw new SetupFailure(problem);
  // Chromium refuses its sandbox to root; everybody else keeps it.
  const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return withDisplay(runtime.executable, [...switches, projectRoot, ...appArguments]);
}

/**
 * The command itself, or the same below `xvfb-run` where there is no display.
 *
 * @throws {SetupFailure} when there is neither a display nor xvfb-run
 */
export function withDisplay(command, args) {
  if (hasDisplay()) return { command, args };
  if (spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).error !== undefined) {
    throw new SetupFailure(
      'There is no display and no xvfb-run to stand in for one: install xvfb (Debian: apt-get install xvfb xauth) or start this in a desktop session.',
    );
  }
  return {
    command: 'xvfb-run',
    args: ['-a', '--server-args=-screen 0 1600x1000x24', command, ...args],
  };
}

/** The environment for Electron: without the switch that turns it into plain Node. */
export function electronEnvironment(environment = process.env) {
  const { ELECTRON_RUN_AS_NODE: _dropped, ...kept } = environment;
  return kept;
}
