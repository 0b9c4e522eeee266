import { renderStored } from '../core/renderStored.ts';
import type { PostPlace } from '../core/renderStored.ts';
import type { IndexReader, StoredPost } from '../core/store/storeTypes.ts';
import type { PostKind, Problem } from '../shared/model.ts';

/** A problem as the command line prints it. */
export interface ProblemJson {
  readonly path: string;
  readonly pathHex?: string;
  readonly code: string;
  readonly message: string;
}

/** A post as `show --format json` and `dump` print it. */
export interface PostJson {
  readonly path: string;
  /** Bytes of the path in hexadecimal, where the file name is not UTF-8. */
  readonly pathHex?: string;
  readonly title: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly url: string | null;
  readonly draft: boolean;
  readonly kind: PostKind;
  readonly text: string;
  readonly html: string;
  readonly problems: readonly ProblemJson[];
}

/** Everything about a post; its HTML comes from the file as it is now, or from the indexed text when that is gone. */
export async function postJson(
  stored: StoredPost,
  reader: IndexReader,
  place: PostPlace,
): Promise<PostJson> {
  const { html } = await renderStored(stored, place);
  const { path, pathHex, title, date, source, tags, categories, url, isDraft, kind, text } = stored;
  return {
    path,
    ...(pathHex === null ? {} : { pathHex }),
    title,
    date,
    source,
    tags,
    categories,
    url,
    draft: isDraft,
    kind,
    text,
    html,
    problems: reader.problemsOf(path).map(problemJson),
  };
}

/** A problem with the fields that the command line promises. */
export function problemJson({ path, pathHex, code, message }: Problem): ProblemJson {
  return { path, ...(pathHex === undefined ? {} : { pathHex }), code, message };
}
