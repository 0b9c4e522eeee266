const OUTSIDE = /^(?:https?|mailto):/iu;

/** Every character that RFC 3986 has no place for as it is. */
const UNWRITTEN = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu;

/**
 * An http, https or mailto address as RFC 3986 writes it: host in Punycode, everything else percent-encoded that needs it;
 * null for what is none. Browsers mend more than readers of books do, which refuse the whole book.
 */
export function webAddress(written: string): string | null {
  const trimmed = written.trim();
  if (!OUTSIDE.test(trimmed)) return null;
  let address: string;
  try {
    const read = new URL(trimmed.toWellFormed());
    // Signs that browsers let pass in a host, and no other reader does.
    if (/[^\w.:[\]-]/u.test(read.hostname)) return null;
    address = read.href;
  } catch {
    return null;
  }
  const isMail = /^mailto:/iu.test(address);
  if (isMail ? !/^mailto:[^?]/iu.test(address) : !/^https?:\/\/[a-z0-9]/iu.test(address)) {
    return null;
  }
  const [front = '', ...fragments] = address.split('#');
  const fragment = fragments.length === 0 ? '' : `#${encoded(fragments.join('%23'))}`;
  return `${encoded(front)}${fragment}`;
}

function encoded(part: string): string {
  return part
    .replaceAll(/%(?![0-9A-Fa-f]{2})/gu, '%25')
    .replaceAll(UNWRITTEN, (sign) => encodeURIComponent(sign));
}
