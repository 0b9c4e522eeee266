/**
 * What the page may load: its own files, and pictures and films of archives. No address outside, nothing inline. (The
 * one style element react-aria would add is declared in the page's own style sheet instead; see its index.html.)
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' archive:",
  'media-src archive:',
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
