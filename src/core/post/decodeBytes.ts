import type { Charset } from '../../shared/charsets.ts';

/**
 * The text of bytes in a charset; what is no character there becomes U+FFFD. A byte order mark at the start is left out.
 * Never throws.
 */
export function decodeBytes(bytes: Uint8Array, charset: Charset): string {
  const text = new TextDecoder(charset).decode(bytes);
  return charset === 'windows-1252' ? withPunctuation(text) : text;
}

/** The text, or null when the bytes are not all valid in that charset. */
export function decodeStrict(bytes: Uint8Array, charset: Charset): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return charset === 'windows-1252' ? withPunctuation(text) : text;
  } catch {
    // TypeError: a byte that has no meaning in the charset.
    return null;
  }
}

/**
 * What Windows-1252 has at 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt). Node up to 20 and
 * some later ones give control characters there.
 */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function withPunctuation(text: string): string {
  return text.replaceAll(
    /[\u0080-\u009F]/gu,
    (unit) => PUNCTUATION[unit.charCodeAt(0) - 0x80] ?? unit,
  );
}
