import { folderNames, safeFileName } from '../fileNames.ts';
import type { WriterTools } from '../formats/formatWriter.ts';

/** The folder of an export that pictures, sounds and films are copied into, beside the posts. */
const MEDIA_FOLDER = 'pictures';

/** The pictures of an export: each file of the archive is copied once, when a post first shows it. */
export interface MediaFolder {
  /** The place of a file's copy; null when it cannot be had, or is not copied yet: `settle` does that. */
  readonly placeOf: (path: string) => string | null;
  /** Copies what was asked for since; answers whether there was anything. */
  readonly settle: () => Promise<boolean>;
}

/** An empty one. */
export function createMediaFolder({
  readMedia,
  writeFile,
}: Pick<WriterTools, 'readMedia' | 'writeFile'>): MediaFolder {
  const names = folderNames();
  /** By path in the archive; null = it cannot be had. */
  const places = new Map<string, string | null>();
  const wanted = new Set<string>();
  const copy = async (path: string): Promise<string | null> => {
    const media = await readMedia(path);
    // Whatever is no picture, sound or film by its first bytes is none of a post's.
    if (media === null || !/^(?:image|audio|video)\/|^application\/ogg$/u.test(media.type)) {
      return null;
    }
    const file = path.slice(path.lastIndexOf('/') + 1);
    const dot = file.lastIndexOf('.');
    const extension =
      dot <= 0
        ? ''
        : file
            .slice(dot)
            .replaceAll(/[^.A-Za-z0-9]/gu, '')
            .slice(0, 12);
    const stem = safeFileName(extension === '' ? file : file.slice(0, dot));
    const place = `${MEDIA_FOLDER}/${names.take(stem, extension)}`;
    await writeFile(place, media.bytes);
    return place;
  };
  return {
    placeOf: (path) => {
      const known = places.get(path);
      if (known === undefined) wanted.add(path);
      return known ?? null;
    },
    settle: async () => {
      const paths = [...wanted];
      wanted.clear();
      for (const path of paths) places.set(path, await copy(path));
      return paths.length > 0;
    },
  };
}
