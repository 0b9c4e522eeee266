/** Largest picture that a post may carry in itself, in bytes. A larger one is named, not shown. */
export const MAX_EMBEDDED_BYTES = 2 * 1024 * 1024;

/** All pictures that one post carries in itself, in bytes; what comes after that is named, not shown. */
export const MAX_EMBEDDED_TOTAL = 16 * 1024 * 1024;

/** A picture written into a post as a `data:` address (RFC 2397). */
export interface EmbeddedPicture {
  /** By its first bytes, whatever was written. */
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** The address written anew from what was read. */
  readonly address: string;
}

/** Base64 with its padding, nothing else; and only as raster pictures. */
const WRITTEN =
  /^data:image\/(?:png|jpe?g|pjpeg|gif|webp|avif|bmp|x-ms-bmp)(?:;[\w=.-]{1,40}){0,3};base64,/iu;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/u;

/** First bytes of the raster formats that Chromium shows (WHATWG MIME Sniffing, section 6.1), one character a byte. */
const SIGNATURES: readonly (readonly [mediaType: string, signature: RegExp])[] = [
  ['image/png', /^\u0089PNG\r\n\u001A\n/u],
  ['image/jpeg', /^\u00FF\u00D8\u00FF/u],
  ['image/gif', /^GIF8[79]a/u],
  ['image/webp', /^RIFF[\s\S]{4}WEBPVP/u],
  ['image/avif', /^[\s\S]{4}ftypavi[fs]/u],
  ['image/bmp', /^BM[\s\S]{12}[\u000C\u0028\u0034\u0038\u0040\u006C\u007C]\0/u],
];

/**
 * Reads a `data:` address as a raster picture; null when it is anything else: a drawing (it could hold a script), a
 * page, text, or bytes that are no picture whatever they are called.
 */
export function readEmbeddedPicture(written: string): EmbeddedPicture | null {
  const head = WRITTEN.exec(written)?.[0];
  if (head === undefined) return null;
  const base64 = written
    .slice(head.length)
    .replaceAll(/%(?:20|0a|0d|09)|\s/giu, '')
    .replaceAll(/%2b/giu, '+')
    .replaceAll(/%2f/giu, '/')
    .replaceAll(/%3d/giu, '=');
  if (!BASE64.test(base64)) return null;
  const start = firstBytes(base64);
  const mediaType = SIGNATURES.find(([, signature]) => signature.test(start))?.[0];
  if (mediaType === undefined) return null;
  const sizeBytes = Math.floor((base64.replace(/=+$/u, '').length * 3) / 4);
  return { mediaType, sizeBytes, address: `data:${mediaType};base64,${base64}` };
}

/** Whether an address is a picture as {@link readEmbeddedPicture} writes it, of a size that may be shown. */
export function isEmbeddedPicture(address: string): boolean {
  if (address.length > MAX_EMBEDDED_BYTES * 1.4 || !address.startsWith('data:image/')) return false;
  const picture = readEmbeddedPicture(address);
  return picture?.address === address && picture.sizeBytes <= MAX_EMBEDDED_BYTES;
}

/** The first 24 bytes, one character each; empty when they cannot be read. */
function firstBytes(base64: string): string {
  try {
    return atob(base64.slice(0, 32));
  } catch {
    // A text whose length no base64 has.
    return '';
  }
}
