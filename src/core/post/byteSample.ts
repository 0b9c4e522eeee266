/** ASCII between two runs that does not end a sample, in bytes. */
const GAP = 16;
/** How far back the start of a run is looked for: a second byte of a character may be ASCII. */
const LEAD = 24;
/** Bytes below this one are never the second byte of a character, in no charset. */
const FIRST_TRAIL = 0x30;

/**
 * The runs of non-ASCII bytes with a little of what stands around them, line by line, at most about `maxBytes`: what a
 * charset is recognised by. A file that is mostly ASCII says nothing elsewhere. One pass.
 */
export function sampleRuns(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const sample = new Uint8Array(maxBytes + GAP);
  let length = 0;
  let at = nextHigh(bytes, 0);
  let taken = 0;
  while (at < bytes.length && length < maxBytes) {
    let start = at;
    const floor = Math.max(taken, at - LEAD);
    while (start > floor && (bytes[start - 1] ?? 0) >= FIRST_TRAIL) start -= 1;
    const end = runEnd(bytes, at, start + maxBytes - length);
    sample.set(bytes.subarray(start, end), length);
    length += end - start;
    sample[length] = 0x0a;
    length += 1;
    taken = end;
    at = nextHigh(bytes, end);
  }
  return sample.subarray(0, length);
}

function nextHigh(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}

/** The end of the run: a line feed, or enough ASCII; not within a character, as far as that can be told. */
function runEnd(bytes: Uint8Array, from: number, limit: number): number {
  const last = Math.min(limit, bytes.length);
  let lastHigh = from;
  for (let at = from; at < last; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) lastHigh = at;
    else if (byte === 0x0a || (byte < FIRST_TRAIL && at - lastHigh > GAP)) return at;
  }
  return last === bytes.length ? last : cutBefore(bytes, from, last);
}

/** Where a run that is cut by a limit may end: after a byte that is no inside of a character. */
function cutBefore(bytes: Uint8Array, from: number, limit: number): number {
  const floor = Math.max(from + 1, limit - 2 * GAP);
  for (let back = limit; back > floor; back -= 1) {
    if ((bytes[back - 1] ?? 0xff) < FIRST_TRAIL) return back;
  }
  return limit;
}
