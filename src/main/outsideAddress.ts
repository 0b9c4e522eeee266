/** Schemes that may leave the app; nothing that opens a file, a program or a store. */
const OUTSIDE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as the system's browser may have it, or null when it may not: only http, https (with a host) and
 * mailto, parsed and written again, so that what is opened is what was checked.
 */
export function outsideAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (!OUTSIDE.has(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && url.hostname === '') return null;
  return url.href;
}
