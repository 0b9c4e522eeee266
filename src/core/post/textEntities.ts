import { parseDocument } from 'htmlparser2';
import { textContent } from 'domutils';

const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/giu;

/**
 * A value of front matter with HTML's entities as their characters: exports of WordPress and others write `AT&amp;T`.
 * Once only, and only those that end in `;`; `&lt;b&gt;` becomes the characters `<b>`, which stay text. What names no
 * character stays as written.
 */
export function withoutEntities(written: string): string {
  if (!written.includes('&')) return written;
  return written.replaceAll(ENTITY, (entity) => textContent(parseDocument(entity)));
}
