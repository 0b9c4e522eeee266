/** Entries in one section of a map at most (Adobe Technical Note 5014, 1.4.1). */
const MOST_ENTRIES = 100;

/** A code or a UTF-16 unit as maps of characters (`ToUnicode`) write it: `width` hexadecimal digits, in capitals. */
export const hexOf = (number: number, width = 4): string =>
  number.toString(16).padStart(width, '0').toUpperCase();

/** Lines of a map in sections that are not too long; nothing for no lines. */
export function mapSections(kind: 'bfchar' | 'bfrange', lines: readonly string[]): string {
  const sections: string[] = [];
  for (let from = 0; from < lines.length; from += MOST_ENTRIES) {
    const some = lines.slice(from, from + MOST_ENTRIES);
    sections.push(`${some.length} begin${kind}\n${some.join('\n')}\nend${kind}\n`);
  }
  return sections.join('');
}
