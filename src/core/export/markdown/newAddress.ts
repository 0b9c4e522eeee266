/** PURE. Addresses within a folder of Markdown. */

/**
 * The path of a file as an address that means the same in Markdown, in an attribute of HTML, in a tag of a site generator and
 * in a definition: signs of ASCII, spaces and what cannot be seen are percent-encoded, everything else stays.
 */
export function newAddress(path: string): string {
  return path
    .toWellFormed()
    .replaceAll(/[^A-Za-z0-9\-._/\u00A1-\u{10FFFF}]|\s|\p{C}/gu, (sign) => percentEncoded(sign));
}

function percentEncoded(sign: string): string {
  const bytes = new TextEncoder().encode(sign);
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
    '',
  );
}

/** The place within a file that an address names, with its `#`; '' when it names none. */
export function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  return at === -1 ? '' : address.slice(at);
}
