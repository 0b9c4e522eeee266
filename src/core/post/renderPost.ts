import { render } from 'dom-serializer';
import type { Document } from 'domhandler';
import type { PostFile, RenderedPost } from './parsedPost.ts';
import { textTree } from './bodyTree.ts';
import { prepareTree } from './postHtml.ts';
import { readPost } from './readPost.ts';
import { sanitiseHtml } from './sanitiseHtml.ts';

/**
 * The body of a post as sanitised HTML with its headings, from the same tree as its text: for the screen, the PDF and
 * the command line. Never throws; a file that is no post gives empty HTML.
 */
export function renderPost(file: PostFile): RenderedPost {
  const read = readPost(file);
  return 'code' in read ? { html: '', headings: [] } : renderTree(read.root, file.path);
}

/** The indexed text of a post whose file is gone, as paragraphs. */
export function renderPlainText(text: string): RenderedPost {
  return renderTree(textTree(text.replaceAll('\n', '\n\n')), '');
}

function renderTree(root: Document, path: string): RenderedPost {
  const headings = prepareTree(root, path);
  return { html: sanitiseHtml(render(root, { encodeEntities: 'utf8' })).trim(), headings };
}
