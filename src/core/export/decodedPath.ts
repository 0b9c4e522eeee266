/** A path or a fragment of an address without its percent signs; as it is where one of them belongs to the name. */
export function decodedPath(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // URIError: such a sign.
    return written;
  }
}

/** The place within a file that an address names, decoded; empty for none. */
export function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  return at === -1 ? '' : decodedPath(address.slice(at + 1));
}
