import { spawn } from 'node:child_process';

/** What a part of the benchmark that ran in a process of its own gave. */
interface Measured<T> {
  readonly result: T;
  /** Most memory the process had at any time, all its threads together, in bytes. */
  readonly peakBytes: number;
  /** Processor time of all its threads, in milliseconds: what other programs on the machine disturb least. */
  readonly cpuMs: number;
}

/** How a process of the benchmark is started. */
export interface PhaseHost {
  /** The built benchmark. */
  readonly entry: string;
  /** Switches for Node, such as a profiler's. */
  readonly nodeSwitches: readonly string[];
}

/** Runs a part of the benchmark in a process of its own, so that its memory and its caches are nobody else's. */
export type RunPhase = <I, O>(phase: Phase<I, O>, input: I) => Promise<Measured<O>>;

/** A part of the benchmark: plain values in and out. */
export interface Phase<I, O> {
  readonly name: string;
  readonly run: (input: I) => O | Promise<O>;
}

/** Starts phases in processes of `host`. A phase that fails rejects with the end of what it printed. */
export function phaseRunner(host: PhaseHost): RunPhase {
  return <I, O>(phase: Phase<I, O>, input: I) =>
    new Promise<Measured<O>>((settle, fail) => {
      const child = spawn(
        process.execPath,
        ['--max-old-space-size=8192', ...host.nodeSwitches, host.entry, '--phase', phase.name],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      );
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('error', fail);
      child.on('close', (code) => {
        const printed = Buffer.concat(chunks).toString('utf8');
        if (code !== 0) {
          fail(new Error(`${phase.name} ended with exit code ${code}: ${printed.slice(-2_000)}`));
          return;
        }
        const measured: Measured<O> = JSON.parse(printed);
        settle(measured);
      });
      child.stdin.end(JSON.stringify(input));
    });
}

/** Runs a phase in this process and prints what it measured: the other end of `phaseRunner`. */
export async function servePhase<I, O>(phase: Phase<I, O>): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const input: I = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const result = await phase.run(input);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const { user, system } = process.cpuUsage();
  const measured: Measured<O> = { result, peakBytes, cpuMs: (user + system) / 1_000 };
  process.stdout.write(JSON.stringify(measured));
}
