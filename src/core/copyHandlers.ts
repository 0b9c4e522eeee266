import type { copyCalls } from '../shared/copyCalls.ts';
import { MAX_EMBEDDED_TOTAL } from '../shared/embeddedPicture.ts';
import type { Handlers } from '../shared/contract.ts';
import type { LinkAnswer } from '../shared/linkModel.ts';
import type { Post } from '../shared/model.ts';
import { AppError } from '../shared/result.ts';
import { createArchiveReader } from './archiveFiles.ts';
import { copiedPost, localPictures } from './export/markdown/copiedPost.ts';
import { linksFrom } from './linkFollower.ts';
import type { LinkPlace } from './linkFollower.ts';
import { SNIFF_BYTES, sniffMediaType } from './mediaType.ts';
import { knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';
import { sanitiseHtml } from './post/sanitiseHtml.ts';
import { completePost } from './postHandlers.ts';

/** Answers the calls about copying posts. */
export function copyHandlers(parts: CoreParts): Handlers<keyof typeof copyCalls> {
  return {
    'posts.forCopy': async ({ archiveId, path, html }) => {
      const { reader, site } = parts.open.get(archiveId);
      const stored = reader.get(path);
      if (stored === null) {
        throw new AppError('not-found', `There is no post ${path} in the index.`, { path });
      }
      const { folder } = knownArchive(parts.library, archiveId);
      const place: LinkPlace = { reader, site: await site(folder) };
      const copied =
        html === null
          ? (await completePost(parts, stored, { archiveId, wanted: null })).html
          : sanitiseHtml(html);
      const follow = linksFrom(place, path);
      return copiedPost({
        html: copied,
        title: html === null ? stored.title : null,
        facts: html === null ? factsOf(stored) : [],
        url: html === null ? stored.url : null,
        webAddress: (href) => webAddress(place, follow(href)),
        pictures: await smallPictures(folder, localPictures(copied)),
      });
    },
  };
}

/** A source that signs its posts itself is named once. */
function factsOf({ source, author, day }: Pick<Post, 'source' | 'author' | 'day'>): string[] {
  const facts = [source, author, day].map((fact) => fact ?? '').filter((fact) => fact !== '');
  return [...new Set(facts)];
}

/** A post that a link leads to is known outside by its original's address. */
function webAddress(place: LinkPlace, answer: LinkAnswer): string | null {
  if (answer.kind === 'external') return answer.url;
  if (answer.kind === 'missing') return answer.url;
  if (answer.kind === 'post') return place.reader.get(answer.path)?.url ?? null;
  return null;
}

/** Pictures up to this size go with the text; a page of photographs would make every paste wait. */
const MAX_PICTURE_BYTES = 512 * 1024;

async function smallPictures(
  folder: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const reader = createArchiveReader(folder, MAX_PICTURE_BYTES);
  const found = new Map<string, string>();
  let room = MAX_EMBEDDED_TOTAL;
  for (const src of sources) {
    const bytes = await reader.read(decodeURIComponent(src)).then(
      (file) => file.bytes,
      // Gone, too large, outside the archive: its words stand for it.
      () => null,
    );
    if (bytes === null || bytes.length > room) continue;
    const whole = Buffer.from(bytes);
    const type = sniffMediaType(whole.subarray(0, SNIFF_BYTES)) ?? '';
    // No drawing: one may hold addresses of its own.
    if (!/^image\/(?:png|jpeg|gif|webp)$/u.test(type)) continue;
    room -= whole.length;
    found.set(src, `data:${type};base64,${whole.toString('base64')}`);
  }
  return found;
}
