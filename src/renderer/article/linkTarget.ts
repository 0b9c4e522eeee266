/** Where a link in a post leads. */
export type LinkTarget =
  /** An address outside: opened by the system on the reader's click. */
  | { readonly kind: 'external'; readonly url: string }
  /** A place in the same post; `id` as written, decoded. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Perhaps another post of the archive: paths to try, best first, and the place in it. */
  | { readonly kind: 'post'; readonly paths: readonly string[]; readonly fragment: string | null }
  /** Anything else (other schemes, paths out of the archive): does nothing. */
  | { readonly kind: 'none' };

/** Extensions a post's file may have where the site links its built `.html`. */
const SOURCE_EXTENSIONS = ['md', 'markdown', 'html', 'htm', 'mkd', 'txt'];

/**
 * Reads a link's `href` as it stands in the post at `postPath` (relative to the archive, with `/`).
 * Relative addresses follow RFC 3986 section 5.2; dated permalinks follow Jekyll's
 * `/:categories/:year/:month/:day/:title` (https://jekyllrb.com/docs/permalinks/).
 */
export function resolveLink(href: string, postPath: string): LinkTarget {
  const address = href.trim();
  if (address === '') return { kind: 'none' };
  if (address.startsWith('#')) return { kind: 'fragment', id: decode(address.slice(1)) };
  if (/^(https?:\/\/|mailto:)/iu.test(address)) return { kind: 'external', url: address };
  if (address.startsWith('//')) return { kind: 'external', url: `https:${address}` };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address)) return { kind: 'none' };
  return resolveInside(address, postPath);
}

function resolveInside(address: string, postPath: string): LinkTarget {
  const [beforeFragment, fragment] = splitOnce(address, '#');
  const [pathPart] = splitOnce(beforeFragment, '?');
  const folder = postPath.includes('/') ? postPath.slice(0, postPath.lastIndexOf('/')) : '';
  const written = decode(pathPart);
  const path = normalise(written.startsWith('/') ? written.slice(1) : `${folder}/${written}`);
  if (path === null) return { kind: 'none' };
  const paths = [...new Set([...sameFile(path, written.endsWith('/')), ...datedPost(path)])].filter(
    (candidate) => candidate !== '',
  );
  return paths.length === 0
    ? { kind: 'none' }
    : { kind: 'post', paths, fragment: fragment === undefined ? null : decode(fragment) };
}

/** Removes `.` and `..`; null when the path leaves the archive. */
function normalise(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The file as named, then the sources it may have been built from. */
function sameFile(path: string, isFolder: boolean): readonly string[] {
  if (path === '') return [];
  if (isFolder) return [...withExtensions(`${path}/index`), ...withExtensions(path)];
  const stem = /^(?<stem>.+)\.html?$/iu.exec(path)?.groups?.['stem'];
  if (stem !== undefined) return [path, ...withExtensions(stem)];
  return hasExtension(path) ? [path] : [path, ...withExtensions(path)];
}

/** `news/2022/05/18/slug.html` or `2022-05-18-slug` -> the file Jekyll builds it from. */
function datedPost(path: string): readonly string[] {
  const bare = path.replace(/\.html?$/iu, '').replace(/\/index$/iu, '');
  const match =
    /^(?:(?<before>.*)\/)?(?<y>\d{4})[/-](?<m>\d{2})[/-](?<d>\d{2})[/-](?<slug>[^/]+)$/u.exec(bare);
  const { before = '', y, m, d, slug } = match?.groups ?? {};
  if (y === undefined || m === undefined || d === undefined || slug === undefined) return [];
  const name = `${y}-${m}-${d}-${slug}`;
  const folders = [
    '_posts',
    ...(before === '' ? [] : [`${before}/_posts`, `_posts/${before}`, before]),
  ];
  return folders
    .flatMap((folder) => withExtensions(`${folder}/${name}`))
    .concat(withExtensions(name));
}

function hasExtension(path: string): boolean {
  return /\.[a-z0-9]{1,8}$/iu.test(path);
}

function withExtensions(stem: string): readonly string[] {
  return SOURCE_EXTENSIONS.map((extension) => `${stem}.${extension}`);
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Percent-decodes; a malformed escape is kept as written. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
