/** Schemes that may leave the app; nothing that opens a file, a program or a store. */
const OUTSIDE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** What a mail address may fill in (RFC 6068); some mail programs take `attach` as a file of this computer to send. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body']);

/**
 * The address as the system's browser may have it, or null when it may not: only http, https (with a host) and
 * mailto, parsed and written again, so that what is opened is what was checked. A mail keeps its
 * addresses and words, and loses whatever else was to be put into it.
 */
export function outsideAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (!OUTSIDE.has(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && url.hostname === '') return null;
  return url.protocol === 'mailto:' ? plainMail(url) : url.href;
}

function plainMail(url: URL): string {
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((field) => MAIL_FIELDS.has(field.split('=', 1)[0]?.toLowerCase() ?? ''));
  url.search = kept.join('&');
  return url.href;
}
