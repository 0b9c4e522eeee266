import type { Charset } from '../../shared/charsets.ts';

/** How a charset is written in a sentence: `GB18030`, `Shift_JIS`, `Windows-1252`. */
export function charsetName(charset: Charset): string {
  return (
    NAMES[charset] ??
    charset
      .replace(/^windows/u, 'Windows')
      .replace(/^(?:utf|gb|euc|iso|koi|ibm)/u, upper)
      .replace(/-(?:r|u|jp|kr|le|be)$/u, upper)
  );
}

const upper = (part: string): string => part.toUpperCase();

const NAMES: Readonly<Partial<Record<Charset, string>>> = {
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'iso-2022-jp': 'ISO-2022-JP',
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
};
