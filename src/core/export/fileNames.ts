import type { Post } from '../../shared/model.ts';

/** Longest file name in bytes of UTF-8, below the 255 of common file systems to leave room for numbering. */
const MAX_BYTES = 180;

/** Names Windows keeps for devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Makes any text a file name that every common file system takes: control and direction marks, separators and
 * `<>:"|?*` go, no dots or spaces at the ends, no device names, at most 180 bytes, never empty. No extension is added.
 */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[/\\<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ');
  const short = cutBytes(plain).replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return 'post';
  return deviceName.test(short) ? `_${short}` : short;
}

function cutBytes(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > MAX_BYTES) break;
    kept += character;
  }
  return kept;
}

/** File names for one PDF per post: sortable (day first), unique whatever the file system's idea of case, with `.pdf`. */
export function postFileNames(posts: readonly Pick<Post, 'day' | 'title'>[]): readonly string[] {
  const taken = new Set<string>();
  return posts.map((post) => {
    const base = safeFileName(post.day === null ? post.title : `${post.day} ${post.title}`);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} (${number})`;
    taken.add(name.toLowerCase());
    return `${name}.pdf`;
  });
}
