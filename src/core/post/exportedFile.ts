import type { ExportedFile } from '../../shared/exportModel.ts';
import { postFormatOf } from '../../shared/postFiles.ts';
import { siteOf } from './conventions.ts';
import { decodeText } from './decodeText.ts';
import { splitFrontMatter } from './frontMatterBlock.ts';
import type { PostFile } from './parsedPost.ts';

/** A post's file as text, its front matter apart; null when it is no text. Never throws. */
export function exportedFile(file: PostFile): ExportedFile | null {
  const decoded = decodeText(file.bytes, {
    utf8: file.utf8,
    readAs: file.readAs,
    lang: file.site.lang,
  });
  if (decoded.outcome !== 'text') return null;
  const bodyKind = postFormatOf(file.path);
  const split = splitFrontMatter(decoded.text, siteOf(file.path, file.site).generator === 'hexo');
  return split.kind === 'block'
    ? { frontMatter: split.block, frontMatterKind: split.language, body: split.body, bodyKind }
    : {
        frontMatter: null,
        frontMatterKind: null,
        body: split.kind === 'code' || split.kind === 'lines' ? split.body : decoded.text,
        bodyKind,
      };
}
