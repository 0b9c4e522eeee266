import type { CharsetChoice } from '../shared/charsetChoices.ts';
import { readAsOf } from '../shared/charsetChoices.ts';
import { readPostFile } from './archiveFiles.ts';
import { createMediaFinder } from './mediaFiles.ts';
import type { MediaFinder } from './post/localAddress.ts';
import type { RenderedPost, SiteConfig } from './post/parsedPost.ts';
import { renderPlainText, renderPost } from './post/renderPost.ts';
import type { PostRow } from './store/storeTypes.ts';

/** Where a post's file lies and how it is read. */
export interface PostPlace {
  /** Absolute path of the archive. */
  readonly folder: string;
  readonly site: SiteConfig;
  /** What the reader chose to read files as. */
  readonly choices: readonly CharsetChoice[];
  /** What stands for pictures, films and sounds that are not in the archive; missing = a sign. */
  readonly absentMedia?: MediaFinder['absent'];
}

/** A post as HTML, and whether it comes from its file. */
export interface RenderedFile extends RenderedPost {
  /** False when the file cannot be read now and the HTML is the indexed text. */
  readonly isFilePresent: boolean;
}

/** Renders a post of the index from its file as it is now; from its indexed text when the file is gone. Never throws. */
export async function renderStored(
  post: Pick<PostRow, 'path' | 'pathHex'> & { readonly text: string },
  { folder, site, choices, absentMedia }: PostPlace,
): Promise<RenderedFile> {
  const name = post.pathHex === null ? {} : { pathHex: post.pathHex };
  const file = await readPostFile(folder, post.path, name.pathHex).catch(() => null);
  if (file === null) return { ...renderPlainText(post.text), isFilePresent: false };
  const readAs = readAsOf(choices)(post.path);
  const chosen = readAs === undefined ? {} : { readAs };
  const finder = createMediaFinder({ folder, site, absentMedia }, post.path);
  const rendered = renderPost(
    { path: post.path, ...name, ...chosen, bytes: file.bytes, site },
    finder,
  );
  return { ...rendered, isFilePresent: true };
}
