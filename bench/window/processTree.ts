import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of a tree use at one moment. */
export interface TreeUse {
  /** Proportional set sizes (proc(5), smaps_rollup) together, so that pages shared between processes count once. */
  readonly bytes: number;
  /** Processor time of each process so far, in milliseconds, by its id. */
  readonly cpuMs: ReadonlyMap<number, number>;
}

/** Memory of a process and all it started, in bytes. Null where the system does not tell (other than Linux). */
export function memoryOfTree(root: number): number | null {
  return treeUse(root)?.bytes ?? null;
}

/** Memory and processor time of a process and all it started. Null where the system does not tell (other than Linux). */
export function treeUse(root: number): TreeUse | null {
  if (process.platform !== 'linux') return null;
  const stats = new Map<number, ProcessStat>();
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const stat = statOf(name);
    stats.set(Number(name), stat);
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  let bytes = 0;
  const cpuMs = new Map<number, number>();
  const visit = (pid: number): void => {
    bytes += Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
    cpuMs.set(pid, stats.get(pid)?.cpuMs ?? 0);
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(root);
  return { bytes, cpuMs };
}

interface ProcessStat {
  readonly parent: number;
  readonly cpuMs: number;
}

/** Linux counts processor time in hundredths of a second, whatever the clock of the machine (sysconf(3), `_SC_CLK_TCK`). */
const TICK_MS = 10;

/** Fields 4, 14 and 15 of proc_pid_stat(5), counted from behind the name in parentheses. */
function statOf(pid: string): ProcessStat {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return { parent: Number(fields[1] ?? 0), cpuMs: ticks * TICK_MS };
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
