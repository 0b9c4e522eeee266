import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { PostAnnotations } from '../../../src/shared/annotations.ts';
import type { ExportedPost } from '../../../src/shared/exportModel.ts';
import type { Post } from '../../../src/shared/model.ts';
import { makePost } from './makePost.ts';

/** A post as an export gets it; without annotations unless some are given. */
export function makeExported(
  given: Partial<Post>,
  annotations: Partial<PostAnnotations> = {},
): ExportedPost {
  const post = makePost(given);
  return {
    post,
    text: textContent(parseDocument(post.html)),
    fields: {},
    annotations: { highlights: [], note: null, labels: [], ...annotations },
    file: null,
  };
}
