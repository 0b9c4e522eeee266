import { spawn } from 'node:child_process';
import { treeUse } from '../window/processTree.ts';

/** A program to run and measure. */
export interface WatchedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Asked at each look; once true, the program is asked to stop (SIGINT). */
  readonly isToStop?: () => boolean;
}

/** How it went, with everything that it started. */
export interface WatchedRun {
  readonly code: number | null;
  readonly wallMs: number;
  /** Nearly: what a process used after it was last looked at is not seen. 0 where the system does not tell. */
  readonly cpuMs: number;
  /** Most memory of all processes together at any look; 0 where the system does not tell. */
  readonly peakBytes: number;
  /** From asking it to stop to its end; null when it was not asked. */
  readonly stoppingMs: number | null;
  /** The end of what it said. */
  readonly said: string;
}

const LOOK_MS = 100;
const KEPT_CHARACTERS = 4_000;

/** Runs a program to its end and looks at its processes ten times a second. */
export function watchCommand({
  command,
  args,
  cwd,
  isToStop = () => false,
}: WatchedCommand): Promise<WatchedRun> {
  return new Promise((settle, fail) => {
    const startedAt = performance.now();
    const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      ...(cwd === undefined ? {} : { cwd }),
    });
    const { pid } = child;
    const cpu = new Map<number, number>();
    let peakBytes = 0;
    let said = '';
    let stoppedAt: number | null = null;
    const look = (): void => {
      if (stoppedAt === null && isToStop()) {
        stoppedAt = performance.now();
        child.kill('SIGINT');
      }
      const use = pid === undefined ? null : treeUse(pid);
      if (use === null) return;
      peakBytes = Math.max(peakBytes, use.bytes);
      for (const [one, used] of use.cpuMs) cpu.set(one, Math.max(used, cpu.get(one) ?? 0));
    };
    const looking = setInterval(look, LOOK_MS);
    const hear = (text: string): void => {
      said = (said + text).slice(-KEPT_CHARACTERS);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => {
      clearInterval(looking);
      fail(error);
    });
    child.on('close', (code) => {
      clearInterval(looking);
      const wallMs = performance.now() - startedAt;
      const cpuMs = [...cpu.values()].reduce((sum, used) => sum + used, 0);
      const stoppingMs = stoppedAt === null ? null : performance.now() - stoppedAt;
      settle({ code, wallMs, cpuMs, peakBytes, stoppingMs, said });
    });
  });
}
