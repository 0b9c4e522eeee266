/**
 * What the page may load: its own files, pictures and films of archives, and pictures that a post carries in itself
 * (`data:`, which is already in memory). No address outside, no inline script or style. (The one style element
 * react-aria would add is declared in the page's own style sheet instead; see its index.html.)
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' archive: data:",
  'media-src archive:',
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
