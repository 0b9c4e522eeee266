/** The text, or null when the bytes are not valid in that charset or the charset is not known here. */
export function decodeStrict(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // TypeError for invalid bytes, RangeError for an unknown charset: both mean "not this one".
    return null;
  }
}
