import type { Charset } from '../../shared/charsets.ts';
import { charsetNamed } from '../../shared/charsets.ts';

/** How much of a file's beginning and end is searched, in bytes: what HTML looks at, and what editors do. */
const HEAD_BYTES = 4_096;
const TAIL_BYTES = 1_024;

/** A modeline as Vim reads it (`:help modeline`). */
const VIM_LINE = /\b(?:vim?|ex):.{0,120}?\b(?:fileencoding|fenc)\s*=\s*(?<name>[\w.-]{2,40})/iu;

/**
 * Where a file may name its charset: an XML declaration, `<meta charset>` and `<meta http-equiv>` (HTML Standard, section
 * 4.2.5.4), a field of the front matter, a header line as in mail, `-*- coding: x -*-` and `vim: set fileencoding=x`.
 */
const DECLARATIONS: readonly RegExp[] = [
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*(?<name>[\w:.-]{2,40})/iu,
  /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*(?<name>[\w:.-]{2,40})/iu,
  /^[ \t]*["']?(?:charset|encoding|file_?encoding|编码)["']?\s*[:=：]\s*["']?(?<name>[\w:.-]{2,40})["']?,?\s*$/imu,
  /^content-type\s*:.{0,100}?charset\s*=\s*["']?(?<name>[\w:.-]{2,40})/imu,
  /^@charset\s+["'](?<name>[\w:.-]{2,40})["']/iu,
  /-\*-.{0,120}?\bcoding\s*:\s*(?<name>[\w.-]{2,40})/iu,
  VIM_LINE,
];

const LANGUAGE =
  /(?:<html\b[^>]{0,200}?\blang\s*=\s*["']?|^[ \t]*["']?lang(?:uage)?["']?\s*[:=]\s*["']?)(?<tag>[a-z]{2}(?:[-_][a-z]{2,4})?)\b/imu;

/** The charset that a file names itself; null when it names none, or one that is not known here. */
export function declaredCharset(bytes: Uint8Array): Charset | null {
  const head = asciiOf(bytes.subarray(0, HEAD_BYTES));
  for (const pattern of DECLARATIONS) {
    const name = pattern.exec(head)?.groups?.['name'];
    const charset = name === undefined ? null : charsetNamed(name);
    if (charset !== null) return charset;
  }
  if (bytes.length <= HEAD_BYTES) return null;
  // Editors look at the last lines too.
  const name = VIM_LINE.exec(asciiOf(bytes.subarray(-TAIL_BYTES)))?.groups?.['name'];
  return name === undefined ? null : charsetNamed(name);
}

/** The language that a file names itself, as its tag; null when it names none. */
export function declaredLanguage(bytes: Uint8Array): string | null {
  return LANGUAGE.exec(asciiOf(bytes.subarray(0, HEAD_BYTES)))?.groups?.['tag'] ?? null;
}

/** Other bytes than ASCII become `?`: names of charsets have none. */
function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : '?';
  return text;
}
