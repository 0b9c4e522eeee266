import { MAX_EMBEDDED_BYTES, readEmbeddedPicture } from '../../shared/embeddedPicture.ts';

/** Where an image, sound or film of a post comes from. */
export type MediaAddress =
  | { readonly kind: 'local'; readonly src: string }
  | { readonly kind: 'remote'; readonly url: string }
  /** A raster picture written into the post itself, as a `data:` address. */
  | { readonly kind: 'embedded'; readonly src: string; readonly sizeBytes: number }
  /** The same, but too large to be shown: what it is, as `data:image/png, 5.2 MB`. */
  | { readonly kind: 'oversized'; readonly name: string }
  /** Local by its address, but no such file is in the archive; `path` relative to the archive, as a browser would take it. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'none' };

/** Finds the files that a post's pictures, sounds and films are in. */
export interface MediaFinder {
  /** What stands for a file that is not found: a sign that it is missing, or its address all the same. */
  readonly absent: 'sign' | 'address';
  /** The file's path in the archive, for a path as written (decoded; a leading slash is the site's root); null when none. */
  readonly find: (path: string) => string | null;
  /** The path of an address on the site's own host; null for any other. */
  readonly ownPath: (url: string) => string | null;
}

const NONE: MediaAddress = { kind: 'none' };

/**
 * Resolves a written media address against the folder of the post at `postPath`. Local addresses come back relative to
 * the archive's folder, without `..`, with the characters percent-encoded that would end or change an address (Chinese
 * stays readable); a leading `/` means the archive's folder. Outside the archive, absolute files and other schemes:
 * none. Remote ones are told apart, never loaded. With a finder, a local address becomes that of the file found (see
 * `MediaFinder.absent` for those of none), and one on the site's own host is local where its file is here.
 */
export function resolveMedia(
  written: string,
  postPath: string,
  finder: MediaFinder | null = null,
): MediaAddress {
  if (/^\s*data:/iu.test(written)) return resolveEmbedded(written.trim());
  const address = cleanAddress(written);
  if (/^https?:\/\/[^/]/iu.test(address)) return resolveHosted(address, finder);
  if (address === '' || /^[a-z][a-z0-9+.-]*:/iu.test(address)) return NONE;
  const slashed = address.replaceAll('\\', '/');
  if (slashed.startsWith('//')) {
    return /^\/\/[^/]/u.test(slashed) ? resolveHosted(`https:${slashed}`, finder) : NONE;
  }
  const path = decodePath(slashed.replace(/[?#].*$/su, '')).replaceAll('\\', '/');
  return resolveLocal(path, postPath, finder);
}

function resolveLocal(path: string, postPath: string, finder: MediaFinder | null): MediaAddress {
  const found = finder?.find(path) ?? null;
  if (found !== null) return localFile(found.split('/'));
  const base = path.startsWith('/') ? [] : postPath.split('/').slice(0, -1);
  if (finder?.absent === 'sign') return { kind: 'missing', path: clampedPath(base, path) };
  const parts = resolveParts(base, path.split('/'));
  return parts === null || parts.length === 0 ? NONE : localFile(parts);
}

function localFile(parts: readonly string[]): MediaAddress {
  return { kind: 'local', src: parts.map(encodePart).join('/') };
}

/** A path without `.` and `..`, which at the archive's own folder leads nowhere: for people to read. */
function clampedPath(base: readonly string[], path: string): string {
  const parts = [...base];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function resolveHosted(url: string, finder: MediaFinder | null): MediaAddress {
  const path = finder?.ownPath(url) ?? null;
  const found = path === null ? null : finder?.find(decodePath(path.replace(/[?#].*$/su, '')));
  return found ? localFile(found.split('/')) : { kind: 'remote', url };
}

function resolveEmbedded(written: string): MediaAddress {
  const picture = readEmbeddedPicture(written);
  if (picture === null) return NONE;
  const { mediaType, sizeBytes, address } = picture;
  return sizeBytes > MAX_EMBEDDED_BYTES
    ? { kind: 'oversized', name: embeddedName(mediaType, sizeBytes) }
    : { kind: 'embedded', src: address, sizeBytes };
}

/** What stands in the place of a picture that is too large for its post: `data:image/png, 5.2 MB`. */
export function embeddedName(mediaType: string, sizeBytes: number): string {
  return `data:${mediaType}, ${(sizeBytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * A link's address that is safe to write: http, https, mailto, relative or `#…` (given the prefix of the post's ids).
 * `//site/x` becomes https. Null for every other scheme.
 */
export function safeLink(written: string, idPrefix: string): string | null {
  const address = cleanAddress(written);
  if (address.startsWith('#')) return address === '#' ? null : `#${idPrefix}${address.slice(1)}`;
  if (/^(?:https?:\/\/[^/]|mailto:)/iu.test(address)) return address;
  if (address === '' || /^[a-z][a-z0-9+.-]*:/iu.test(address)) return null;
  const slashed = address.replace(/^[\\/]+/u, (lead) => lead.replaceAll('\\', '/'));
  // `12:30.html` is a file; written so, nothing can take its beginning for a scheme.
  if (/^[^/?#]*:/u.test(slashed)) return `./${slashed}`;
  return slashed.startsWith('//') ? `https:${slashed.replace(/^\/+/u, '//')}` : slashed;
}

/** What a browser reads: without white space at the ends, tabs and line breaks, and control characters. */
function cleanAddress(written: string): string {
  return written
    .slice(0, 10_000)
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // URIError: a percent sign that belongs to the name, as in `100%.png`.
    return path;
  }
}

/** Null when the path leaves the archive or names something no file can be called. */
function resolveParts(base: readonly string[], path: readonly string[]): readonly string[] | null {
  const parts = [...base];
  for (const part of path) {
    if (part.includes('\0')) return null;
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

function encodePart(part: string): string {
  return part.replaceAll(/[\s%?#"'<>\\^`{|}\p{Cc}:]/gu, (character) =>
    encodeURIComponent(character),
  );
}
