import type { Post } from '../../shared/model.ts';

/** Longest file name in bytes of UTF-8, below the 255 of common file systems to leave room for numbering. */
const MAX_BYTES = 180;

/** Names Windows keeps for devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/iu;

/** What is not seen: control and direction marks, signs without width, halves of characters, what is no character. */
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/**
 * Makes any text a file name that every common file system takes: what is not seen, separators and `<>:"|?*` go, no dots or
 * spaces at the ends, no device names, no `-` at the beginning (programs would take `*` for an option), at most 180 bytes,
 * never empty. No extension is added.
 */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[/\\<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ');
  const short = cutBytes(plain).replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return 'post';
  return deviceName.test(short) || short.startsWith('-') ? `_${short}` : short;
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

/** Gives files of a folder names of their own, whatever the file system's idea of letter case. */
export interface FolderNames {
  /** The name asked for, with a number where it is taken. `extension` with its dot. */
  readonly take: (stem: string, extension: string) => string;
  /** Takes a whole name; false when it is taken. */
  readonly takeAsIs: (name: string) => boolean;
}

/** The names of a folder that is empty. */
export function folderNames(): FolderNames {
  const taken = new Set<string>();
  /** Where counting goes on: a thousand posts of one title must not be quadratic. */
  const counts = new Map<string, number>();
  return {
    takeAsIs: (name) => {
      if (taken.has(fold(name))) return false;
      taken.add(fold(name));
      return true;
    },
    take: (stem, extension) => {
      const key = fold(`${stem}${extension}`);
      let number = counts.get(key) ?? 1;
      let name = number === 1 ? `${stem}${extension}` : `${stem} (${number})${extension}`;
      while (taken.has(fold(name))) {
        number += 1;
        name = `${stem} (${number})${extension}`;
      }
      counts.set(key, number + 1);
      taken.add(fold(name));
      return name;
    },
  };
}

/** As file systems compare names that take letter case and Unicode forms for the same. */
const fold = (name: string): string => name.normalize('NFC').toLowerCase().toUpperCase();

/** File names for one PDF per post: sortable (day first), unique whatever the file system's idea of case, with `.pdf`. */
export function postFileNames(posts: readonly Pick<Post, 'day' | 'title'>[]): readonly string[] {
  const names = folderNames();
  return posts.map(({ day, title }) =>
    names.take(safeFileName(day === null ? title : `${day} ${title}`), '.pdf'),
  );
}
