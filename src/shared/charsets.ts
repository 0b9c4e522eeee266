/**
 * The charsets a file may be read as, by their names in the Encoding Standard (https://encoding.spec.whatwg.org/), in
 * the order in which they are offered: what archives of posts are written in first. `windows-1252` is Latin-1 too and
 * `gb18030` is GBK and GB 2312 too: each is the superset.
 */
export const charsets = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-6',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'macintosh',
  'x-mac-cyrillic',
] as const;

/** One of `charsets`. */
export type Charset = (typeof charsets)[number];

/** The reader's choice of a charset: for a file it is final; for its folder, marks and sound UTF-8 are heard first. */
export interface ReadAs {
  readonly charset: Charset;
  readonly scope: 'file' | 'folder';
}

/** What people and programs call a charset -> the one that is meant, where the two differ. Lower case. */
const OTHER_NAMES: ReadonlyMap<string, Charset> = new Map<string, Charset>([
  ['utf8', 'utf-8'],
  ['utf8mb4', 'utf-8'],
  ['unicode-1-1-utf-8', 'utf-8'],
  ['gbk', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['ms936', 'gb18030'],
  ['windows-936', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['gb_2312', 'gb18030'],
  ['gb_2312-80', 'gb18030'],
  ['csgb2312', 'gb18030'],
  ['chinese', 'gb18030'],
  ['chinese-gbk', 'gb18030'],
  ['chinese-gb18030', 'gb18030'],
  ['chinese-iso-8bit', 'gb18030'],
  ['euc-cn', 'gb18030'],
  ['gb', 'gb18030'],
  ['big5-hkscs', 'big5'],
  ['big5hkscs', 'big5'],
  ['big-5', 'big5'],
  ['x-x-big5', 'big5'],
  ['cp950', 'big5'],
  ['cn-big5', 'big5'],
  ['chinese-big5', 'big5'],
  ['sjis', 'shift_jis'],
  ['shift-jis', 'shift_jis'],
  ['x-sjis', 'shift_jis'],
  ['ms_kanji', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['windows-31j', 'shift_jis'],
  ['japanese-shift-jis', 'shift_jis'],
  ['x-euc-jp', 'euc-jp'],
  ['eucjp', 'euc-jp'],
  ['ujis', 'euc-jp'],
  ['japanese-iso-8bit', 'euc-jp'],
  ['jis', 'iso-2022-jp'],
  ['iso2022jp', 'iso-2022-jp'],
  ['junet', 'iso-2022-jp'],
  ['cp949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['euckr', 'euc-kr'],
  ['korean', 'euc-kr'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['ksc5601', 'euc-kr'],
  ['windows-949', 'euc-kr'],
  ['utf-16', 'utf-16le'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['ucs-2', 'utf-16le'],
  ['ucs-2le', 'utf-16le'],
  ['unicode', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['ucs-2be', 'utf-16be'],
  ['latin1', 'windows-1252'],
  ['latin-1', 'windows-1252'],
  ['l1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['iso_8859-1', 'windows-1252'],
  ['latin9', 'iso-8859-15'],
  ['latin-9', 'iso-8859-15'],
  ['ascii', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['latin2', 'iso-8859-2'],
  ['latin-2', 'iso-8859-2'],
  ['iso8859-2', 'iso-8859-2'],
  ['cp1250', 'windows-1250'],
  ['cp1251', 'windows-1251'],
  ['win1251', 'windows-1251'],
  ['cyrillic', 'iso-8859-5'],
  ['koi8', 'koi8-r'],
  ['koi8r', 'koi8-r'],
  ['koi', 'koi8-r'],
  ['koi8u', 'koi8-u'],
  ['koi8-ru', 'koi8-u'],
  ['cp866', 'ibm866'],
  ['866', 'ibm866'],
  ['dos-866', 'ibm866'],
  ['greek', 'iso-8859-7'],
  ['iso8859-7', 'iso-8859-7'],
  ['cp1253', 'windows-1253'],
  ['iso-8859-9', 'windows-1254'],
  ['latin5', 'windows-1254'],
  ['cp1254', 'windows-1254'],
  ['iso-8859-8', 'windows-1255'],
  ['hebrew', 'windows-1255'],
  ['cp1255', 'windows-1255'],
  ['iso8859-6', 'iso-8859-6'],
  ['arabic', 'iso-8859-6'],
  ['cp1256', 'windows-1256'],
  ['cp1257', 'windows-1257'],
  ['iso-8859-13', 'windows-1257'],
  ['cp1258', 'windows-1258'],
  ['tis-620', 'windows-874'],
  ['iso-8859-11', 'windows-874'],
  ['cp874', 'windows-874'],
  ['mac', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['x-mac-roman', 'macintosh'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['mac-cyrillic', 'x-mac-cyrillic'],
]);

const KNOWN: ReadonlyMap<string, Charset> = new Map(charsets.map((one) => [one, one]));

/**
 * The charset that a name means, whatever its case and with the endings of editors (`utf-8-unix`) left off; null when
 * it is none that is known here. Names of subsets give their superset, as browsers do.
 */
export function charsetNamed(name: string): Charset | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/-(?:unix|dos|mac|emacs)$/u, '');
  return (
    KNOWN.get(plain) ??
    OTHER_NAMES.get(plain) ??
    KNOWN.get(plain.replaceAll('_', '-')) ??
    OTHER_NAMES.get(plain.replaceAll('_', '-')) ??
    null
  );
}
