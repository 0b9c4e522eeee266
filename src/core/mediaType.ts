/** How many bytes of a file {@link sniffMediaType} wants to see. */
export const SNIFF_BYTES = 4_096;

type Recogniser = (head: Buffer) => boolean;

const startsWith =
  (...bytes: readonly number[]): Recogniser =>
  (head) =>
    bytes.every((byte, at) => head[at] === byte);

const hasAscii =
  (text: string, at: number): Recogniser =>
  (head) =>
    head.toString('latin1', at, at + text.length) === text;

const both =
  (one: Recogniser, other: Recogniser): Recogniser =>
  (head) =>
    one(head) && other(head);

/** Sizes of the header that follows the file header of a bitmap (BITMAPCOREHEADER to BITMAPV5HEADER). */
const BITMAP_HEADERS: ReadonlySet<number> = new Set([12, 40, 52, 56, 64, 108, 124]);

/** Brands of the ISO base media format (bytes 8 to 12) that Chromium plays as MP4. */
const MP4_BRAND = /^(isom|iso[2-9]|mp4[12]|avc1|M4[AV] |M4VP|dash|MSNV)/u;

/**
 * What the window may show, by content: the file's name is not trusted, and HTML can never come out. Signatures
 * follow the WHATWG MIME Sniffing standard, section 6, and the formats' own specifications.
 */
const RECOGNISERS: readonly (readonly [type: string, recognises: Recogniser])[] = [
  ['image/png', startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', startsWith(0xff, 0xd8, 0xff)],
  ['image/gif', (head) => /^GIF8[79]a/u.test(head.toString('latin1', 0, 6))],
  ['image/webp', both(hasAscii('RIFF', 0), hasAscii('WEBPVP', 8))],
  ['image/avif', both(hasAscii('ftyp', 4), (head) => /^avi[fs]/u.test(ascii(head, 8)))],
  ['image/bmp', both(hasAscii('BM', 0), (head) => BITMAP_HEADERS.has(head.readUInt32LE(14)))],
  ['image/x-icon', both(startsWith(0, 0, 1, 0), (head) => head.readUInt16LE(4) > 0)],
  ['video/mp4', both(hasAscii('ftyp', 4), (head) => MP4_BRAND.test(ascii(head, 8)))],
  ['video/webm', startsWith(0x1a, 0x45, 0xdf, 0xa3)],
  ['application/ogg', hasAscii('OggS', 0)],
  ['audio/wav', both(hasAscii('RIFF', 0), hasAscii('WAVE', 8))],
  ['audio/flac', hasAscii('fLaC', 0)],
  ['audio/mpeg', (head) => hasAscii('ID3', 0)(head) || isMp3Frame(head)],
  ['image/svg+xml', isSvg],
];

/** Media type of the picture, sound or film that begins with these bytes; null = none that may be shown. */
export function sniffMediaType(head: Buffer): string | null {
  if (head.length < MINIMUM_BYTES) return null;
  return RECOGNISERS.find(([, recognises]) => recognises(head))?.[0] ?? null;
}

/** Enough for every fixed position read above; nothing shorter is a picture. */
const MINIMUM_BYTES = 20;

function ascii(head: Buffer, at: number): string {
  return head.toString('latin1', at, at + 4);
}

/** MPEG audio frame header: sync, then no reserved version, layer, bit rate or sampling rate. */
function isMp3Frame(head: Buffer): boolean {
  const [sync = 0, second = 0, third = 0] = head;
  return (
    sync === 0xff &&
    (second & 0xe0) === 0xe0 &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) !== 0 &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c
  );
}

/**
 * The root element is `svg`, after whatever XML allows before it. Read from left to right in one go: the bytes are a
 * stranger's, and one pattern for all of it took for ever over a few dozen spaces.
 */
function isSvg(head: Buffer): boolean {
  const text = head.toString('utf8');
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const end = prologPartEnd(text, at);
    if (end === null) return /^<svg[\s>/]/iu.test(text.slice(at, at + 5));
    at = end;
  }
  return false;
}

/** Where the part of a prolog that begins here ends; null = no such part begins here, or it does not end. */
function prologPartEnd(text: string, at: number): number | null {
  if (/\s/u.test(text.charAt(at))) return at + 1;
  if (text.startsWith('<?', at)) return endAfter(text, '?>', at + 2);
  if (text.startsWith('<!--', at)) return endAfter(text, '-->', at + 4);
  if (!/^<!DOCTYPE\s+svg[\s>[]/iu.test(text.slice(at, at + 40))) return null;
  const close = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  const isPlain = subset === -1 || (close !== -1 && close < subset);
  if (isPlain) return endAfter(text, '>', at);
  const end = text.indexOf(']', subset);
  return end === -1 ? null : endAfter(text, '>', end);
}

function endAfter(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found === -1 ? null : found + mark.length;
}
