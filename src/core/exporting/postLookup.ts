import type { PostId } from '../../shared/model.ts';
import type { PostLookup } from '../export/formats/formatWriter.ts';
import { linkedPlaces } from '../linkedPlaces.ts';
import { indexOf, linksFrom } from '../linkFollower.ts';
import { createMediaFinder } from '../mediaFiles.ts';
import type { CoreParts } from '../openArchives.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import { exportPost } from './exportPost.ts';
import type { ExportSource } from './readingParts.ts';

/** What an export's writer may ask of the archive: from its index and its folder, for the posts of these ids. */
export function postLookup(
  { archive, reader }: ExportSource,
  { parts, site }: { readonly parts: CoreParts; readonly site: SiteConfig },
  ids: readonly PostId[],
): PostLookup {
  const { folder } = archive;
  const index = indexOf(reader);
  let last: { readonly path: string; readonly follow: ReturnType<typeof linksFrom> } | null = null;
  return {
    site,
    posts: () =>
      ids.flatMap((id) => {
        const row = reader.rowById(id);
        if (row === null) return [];
        const { path, title, date, day, source, lang, url } = row;
        return [{ path, title, date, day, source, lang, url }];
      }),
    // The links of a post come together.
    follow: (postPath, href) => {
      if (last?.path !== postPath) {
        last = { path: postPath, follow: linksFrom({ reader, site }, postPath, index) };
      }
      return last.follow(href);
    },
    articleAt: async (path) => {
      const id = reader.get(path)?.id;
      if (id === undefined) return null;
      const outcome = await exportPost(parts, { archiveId: archive.id, id, needs: 'all' });
      return outcome.outcome === 'post' ? outcome.exported.post : null;
    },
    placesLinkedTo: (path) => linkedPlaces({ reader, site }, path),
    mediaOf: (postPath) => createMediaFinder({ folder, site }, postPath),
  };
}
