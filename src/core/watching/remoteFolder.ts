import { statfs } from 'node:fs/promises';

/**
 * Numbers by which Linux names file systems that other computers write to (`statfs(2)`): NFS, SMB, CIFS, SMB2, AFS, Coda,
 * 9P, Ceph, and FUSE, of which nobody knows what is behind it.
 */
const REMOTE_TYPES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x01021997, 0x00c36400,
  0x65735546,
]);

/**
 * Whether others may change a folder without this computer's system hearing of it. False when that cannot be told.
 */
export async function isRemoteFolder(folder: string): Promise<boolean> {
  if (folder.startsWith('\\\\')) return true;
  if (process.platform !== 'linux') return false;
  try {
    // The number is a signed one on some systems.
    return REMOTE_TYPES.has((await statfs(folder)).type >>> 0);
  } catch {
    return false;
  }
}

/** Never more often than this, in milliseconds. */
const SHORTEST_MS = 15_000;
/** Never less often than this, in milliseconds. */
const LONGEST_MS = 15 * 60_000;
/** Of all time, at most this share goes into looking. */
const SHARE = 1 / 50;

/** PURE. How long to wait before a folder that tells nothing is scanned again; the longer the scan, the longer. */
export function scanInterval(lastScanMs: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, lastScanMs / SHARE));
}
