import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { PathLike } from 'node:fs';

/**
 * A path as the file system has it: a string where its bytes are UTF-8, else the bytes themselves (Linux allows any
 * bytes in a name; decoding them would name another file). Separator `/`.
 */
export type RawPath = Exclude<PathLike, URL>;

const REPLACEMENT = '\uFFFD';

/** The path of bytes, as a string whenever that loses nothing. */
export function fromBytes(bytes: Buffer): RawPath {
  const text = bytes.toString('utf8');
  return text.includes(REPLACEMENT) && !Buffer.from(text, 'utf8').equals(bytes) ? bytes : text;
}

/** Puts a name, or a relative path, behind a folder; an empty folder gives the name alone. */
export function joinRaw(folder: RawPath, name: RawPath): RawPath {
  if (typeof folder === 'string' && typeof name === 'string') {
    return folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`;
  }
  const head = toBytes(folder);
  const hasSeparator = head.length === 0 || head.at(-1) === SLASH;
  return Buffer.concat(hasSeparator ? [head, toBytes(name)] : [head, SEPARATOR, toBytes(name)]);
}

/** The path for people and for JSON: bytes that are not UTF-8 become U+FFFD. */
export function displayPath(path: RawPath): string {
  return typeof path === 'string' ? path : path.toString('utf8');
}

/**
 * The path as the index names it. Different names may look alike once their odd bytes are replaced, so a name that is
 * not UTF-8 carries eight digits of its own hash before the extension: `中�~1f0c9a2e.md`.
 */
export function indexedPath(path: RawPath): { readonly path: string; readonly pathHex?: string } {
  if (typeof path === 'string') return { path };
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const text = path.toString('utf8');
  const dot = text.lastIndexOf('.');
  const stem = dot > text.lastIndexOf('/') ? dot : text.length;
  return {
    path: `${text.slice(0, stem)}~${mark}${text.slice(stem)}`,
    pathHex: path.toString('hex'),
  };
}

/** The bytes of a path that was written down in hexadecimal, else the path itself. */
export function rawPathOf(path: string, pathHex: string | undefined): RawPath {
  return pathHex === undefined ? path : fromBytes(Buffer.from(pathHex, 'hex'));
}

/** The folder part, empty when there is none. */
export function parentOf(path: RawPath): RawPath {
  if (typeof path === 'string') return path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return fromBytes(path.subarray(0, Math.max(0, path.lastIndexOf(SLASH))));
}

/** The last part. */
export function nameOf(path: RawPath): RawPath {
  if (typeof path === 'string') return path.slice(path.lastIndexOf('/') + 1);
  return fromBytes(path.subarray(path.lastIndexOf(SLASH) + 1));
}

/** A key under which equal paths, and only those, meet in a Map or Set. */
export function pathKey(path: RawPath): string {
  return typeof path === 'string' ? path : `\0${path.toString('hex')}`;
}

const SLASH = 0x2f;
const SEPARATOR = Buffer.from([SLASH]);

function toBytes(path: RawPath): Buffer {
  return typeof path === 'string' ? Buffer.from(path, 'utf8') : path;
}
