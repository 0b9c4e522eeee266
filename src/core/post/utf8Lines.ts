/** What the bytes of a line say about being UTF-8. */
type LineKind = 'ascii' | 'utf-8' | 'foreign';

/** Neighbouring lines of one kind, `[start, end)` in bytes; ASCII lines belong to those before them. */
export interface LineSpan {
  readonly kind: LineKind;
  readonly start: number;
  readonly end: number;
}

/** Lines of a file by kind, with what was counted on the way. */
export interface Utf8Lines {
  readonly spans: readonly LineSpan[];
  /** Sound sequences of more than one byte in lines of UTF-8. */
  readonly soundCount: number;
  /** Non-ASCII bytes in lines that are no UTF-8. */
  readonly foreignBytes: number;
}

interface LineCount {
  /** Sound sequences of three or four bytes, and of two; bytes that are none. */
  long: number;
  short: number;
  errors: number;
}

/**
 * Sorts the lines of a file into those that are UTF-8 (perhaps with a few bad bytes) and those that are something else.
 * Sequences of three bytes hardly occur by chance, so a line is UTF-8 where they outnumber the errors. One pass.
 */
export function sortLines(bytes: Uint8Array): Utf8Lines {
  const spans: LineSpan[] = [];
  const count: LineCount = { long: 0, short: 0, errors: 0 };
  let soundCount = 0;
  let foreignBytes = 0;
  let start = 0;
  const endLine = (end: number): void => {
    const kind = kindOf(count);
    if (kind === 'utf-8') soundCount += count.long + count.short;
    if (kind === 'foreign') foreignBytes += count.errors + count.long * 3 + count.short * 2;
    add(spans, { kind, start, end });
    start = end;
    count.long = 0;
    count.short = 0;
    count.errors = 0;
  };
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      if (byte === 0x0a) endLine(at);
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) count.errors += 1;
    else if (length === 2) count.short += 1;
    else count.long += 1;
    at += Math.max(1, length);
  }
  if (start < bytes.length) endLine(bytes.length);
  return { spans, soundCount, foreignBytes };
}

function kindOf({ long, short, errors }: LineCount): LineKind {
  if (errors === 0) return long + short === 0 ? 'ascii' : 'utf-8';
  return long * 2 >= errors || short >= errors * 4 ? 'utf-8' : 'foreign';
}

function add(spans: LineSpan[], span: LineSpan): void {
  const last = spans.at(-1);
  if (
    last === undefined ||
    (last.kind !== span.kind && span.kind !== 'ascii' && last.kind !== 'ascii')
  ) {
    spans.push(span);
    return;
  }
  const kind = last.kind === 'ascii' ? span.kind : last.kind;
  spans[spans.length - 1] = { kind, start: last.start, end: span.end };
}

/** Length of the sound UTF-8 sequence that begins at a byte above 0x7F; 0 = none (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = LENGTHS[lead] ?? 0;
  if (length === 0 || !isSecond(lead, bytes[at + 1] ?? 0)) return 0;
  for (let tail = 2; tail < length; tail += 1) {
    if (((bytes[at + tail] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** Lengths of sequences by their first byte. */
const LENGTHS = Uint8Array.from({ length: 0x100 }, (_unused, lead) => {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
});

/** Overlong forms, surrogates and what lies above U+10FFFF are no UTF-8. */
function isSecond(lead: number, byte: number): boolean {
  if ((byte & 0xc0) !== 0x80) return false;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte <= 0x9f;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte <= 0x8f;
}
