import { appendFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

/** How often the event loop is looked at, in milliseconds. */
const PERIOD_MS = 10;

/** What counts as a stall, in milliseconds. */
const STALL_MS = 50;

/**
 * Writes every time the main process did not get round to its events for more than 50 ms, one JSON line each
 * (`{"atMs": since start, "gapMs": …}`). For tests: set BROADSHEET_STALL_LOG to a file.
 */
export function recordStalls(file: string): void {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const gapMs = now - last - PERIOD_MS;
    last = now;
    if (gapMs <= STALL_MS) return;
    const line = JSON.stringify({ atMs: Math.round(now), gapMs: Math.round(gapMs) });
    appendFile(file, `${line}\n`).catch(() => clearInterval(timer));
  }, PERIOD_MS);
}
