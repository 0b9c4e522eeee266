import { render } from 'dom-serializer';
import type { Document } from 'domhandler';
import type { PostFile, RenderedPost } from './parsedPost.ts';
import type { MediaFinder } from './localAddress.ts';
import { textTree } from './bodyTree.ts';
import { highlightCode } from './highlightCode.ts';
import { prepareTree } from './postHtml.ts';
import { readPost } from './readPost.ts';
import { sanitiseHtml } from './sanitiseHtml.ts';

/**
 * The body of a post as sanitised HTML with its headings, from the same tree as its text: for the screen, the PDF and
 * the command line. Never throws; a file that is no post gives empty HTML.
 *
 * @param finder where the files of its pictures are; without one they are taken to lie where they are written to
 */
export function renderPost(file: PostFile, finder: MediaFinder | null = null): RenderedPost {
  const read = readPost(file);
  return 'code' in read ? { html: '', headings: [] } : renderTree(read.root, file.path, finder);
}

/** The indexed text of a post whose file is gone, as paragraphs. */
export function renderPlainText(text: string): RenderedPost {
  return renderTree(textTree(text.replaceAll('\n', '\n\n')), '');
}

function renderTree(root: Document, path: string, finder: MediaFinder | null = null): RenderedPost {
  const headings = prepareTree(root, path, finder);
  highlightCode(root);
  return { html: sanitiseHtml(render(root, { encodeEntities: 'utf8' })).trim(), headings };
}
