/** What a link's address tells without asking the index. */
export type LinkTarget =
  /** Perhaps outside, perhaps the original (or the own site's address) of a post: http, https. */
  | { readonly kind: 'web'; readonly url: string }
  /** For the system's own program. */
  | { readonly kind: 'mail'; readonly url: string }
  /** A place in the same post; `id` as written, decoded. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Perhaps another post or a list of posts; the index tells. */
  | { readonly kind: 'inside' }
  /** Another scheme, or nothing: does nothing. */
  | { readonly kind: 'none' };

/** Reads a link's `href` as it stands in a post's HTML. */
export function readLink(href: string): LinkTarget {
  const address = href.trim();
  if (address === '') return { kind: 'none' };
  if (address.startsWith('#')) return { kind: 'fragment', id: decode(address.slice(1)) };
  if (/^https?:\/\//iu.test(address)) return { kind: 'web', url: address };
  if (address.startsWith('//')) return { kind: 'web', url: `https:${address}` };
  if (/^mailto:/iu.test(address)) return { kind: 'mail', url: address };
  return /^[a-z][a-z0-9+.-]*:/iu.test(address) ? { kind: 'none' } : { kind: 'inside' };
}

/** Percent-decodes; a malformed escape is kept as written. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
