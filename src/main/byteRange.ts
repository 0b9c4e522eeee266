/** First and last byte of a part of a file, inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a `Range` header for a file of `sizeBytes` (RFC 9110, section 14.1.2). Null = send the whole file (no header,
 * several ranges, another unit); `unsatisfiable` = answer 416.
 */
export function readByteRange(
  header: string | null,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/u.exec(header?.trim() ?? '');
  if (match === null) return null;
  const [, first, last = '', length] = match;
  if (first === undefined) return suffix(Number(length), sizeBytes);
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Number(last);
  if (start >= sizeBytes) return 'unsatisfiable';
  return end < start ? null : { start, end: Math.min(end, sizeBytes - 1) };
}

function suffix(length: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || sizeBytes === 0) return 'unsatisfiable';
  return { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 };
}
