import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of a process and all it started, in bytes: proportional set sizes (proc(5), smaps_rollup), so that pages shared
 * between them count once. Null where the system does not tell (other than Linux).
 */
export function memoryOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const parent = Number(/^\d+ \(.*\) \S (\d+)/su.exec(read(`/proc/${name}/stat`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let bytes = 0;
  const visit = (pid: number): void => {
    bytes += Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(root);
  return bytes;
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
