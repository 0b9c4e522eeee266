import type { ExportedFile } from '../../shared/exportModel.ts';
import { postFormatOf } from '../../shared/postFiles.ts';
import { siteOf } from './conventions.ts';
import { decodeText } from './decodeText.ts';
import { readFrontMatter } from './frontMatter.ts';
import { splitFrontMatter } from './frontMatterBlock.ts';
import type { PostFile } from './parsedPost.ts';

/**
 * A post's file as text with LF line ends, its front matter apart; null when it is no text. What only looks like front
 * matter (a rule, prose and another rule; a block that is never closed) is body, as it is for the reader of posts. Of
 * metadata in lines without marks round them and of front matter that is program code only the body is given: the fields of the
 * former are in the index, the latter is never read. Never throws.
 */
export function exportedFile(file: PostFile): ExportedFile | null {
  const decoded = decodeText(file.bytes, {
    utf8: file.utf8,
    readAs: file.readAs,
    lang: file.site.lang,
  });
  if (decoded.outcome !== 'text') return null;
  const { text } = decoded;
  const bodyKind = postFormatOf(file.path);
  const isHexo = siteOf(file.path, file.site).generator === 'hexo';
  const bare = { frontMatter: null, frontMatterKind: null, bodyKind };
  const split = splitFrontMatter(text, isHexo);
  if (split.kind === 'code' || split.kind === 'lines') return { ...bare, body: split.body };
  if (split.kind !== 'block' || !readFrontMatter(text, isHexo).hasBlock) {
    return { ...bare, body: text };
  }
  const { block, language, body } = split;
  return { frontMatter: block, frontMatterKind: language, body, bodyKind };
}
