import type { Document } from 'domhandler';
import type { Highlight } from '../../../shared/annotations.ts';
import type { ExportedPost } from '../../../shared/exportModel.ts';
import { parseTree } from '../../post/parseTree.ts';
import type { SiteConfig } from '../../post/parsedPost.ts';
import { markPost } from '../marks/postMarks.ts';
import { htmlMarkdown } from './htmlMarkdown.ts';
import type { NewPlaces } from './htmlHandlers.ts';
import { linesOf } from './notesSection.ts';
import { rawHtml } from './rawHtml.ts';
import { isNearText, isSameText } from './readBack.ts';
import { tagPlaceOf, withAddresses, withoutTags } from './siteTags.ts';
import type { AddressChange } from './sourceAddresses.ts';
import { changeAddresses } from './sourceAddresses.ts';

/** A way to write the body of a post. */
export interface BodyWay {
  /** The body, and the highlights that are not in it. */
  readonly make: () => { readonly body: string; readonly left: readonly Highlight[] };
  /** Whether a text read from it is the post's. */
  readonly isSame: (one: string, other: string) => boolean;
  /** Whether highlights may still be put into its source. */
  readonly isSource: boolean;
}

/** What the ways work with. */
export interface BodyParts {
  readonly exported: ExportedPost;
  /** Lines of its front matter that begin its text. */
  readonly leftover: string;
  readonly site: SiteConfig;
  readonly places: AddressChange & NewPlaces;
  /** Ids of its HTML that links in other posts name; asked for where it is needed. */
  readonly linked: () => ReadonlySet<string>;
  /** Those to be marked. */
  readonly highlights: readonly Highlight[];
}

/**
 * The ways to write a post's body as Markdown, the most faithful to the file first: as written, with the site's own tags
 * resolved, from its HTML, as its HTML.
 */
export function bodyWays(parts: BodyParts): readonly BodyWay[] {
  const { file } = parts.exported;
  if (file?.bodyKind === 'markdown') return [...sourceWays(parts, file.body), ...htmlWays(parts)];
  const isPlain = file?.bodyKind === 'text' && parts.highlights.length === 0;
  return isPlain ? [textWay(file.body), ...htmlWays(parts)] : htmlWays(parts);
}

function sourceWays(
  { exported, leftover, site, places, highlights }: BodyParts,
  body: string,
): readonly BodyWay[] {
  const whole = leftover === '' ? body : `\n${leftover}\n\n${body}`;
  const tags = tagPlaceOf(exported.post.path, exported.fields, site);
  const way = (source: () => string): BodyWay => ({
    make: () => ({ body: changeAddresses(source(), places), left: highlights }),
    isSame: isSameText,
    isSource: true,
  });
  return [way(() => withAddresses(whole, tags)), way(() => withoutTags(whole, tags))];
}

function textWay(body: string): BodyWay {
  return {
    make: () => ({ body: `\n${linesOf(body)}\n`, left: [] }),
    isSame: isSameText,
    isSource: false,
  };
}

function htmlWays({ exported, places, linked, highlights }: BodyParts): readonly BodyWay[] {
  const way = (write: (root: Document) => string): BodyWay => ({
    make: () => {
      const root = parseTree(exported.post.html);
      const { lost } = markPost(root, { highlights, findHits: null });
      return { body: `\n${write(root)}`, left: lost };
    },
    isSame: isNearText,
    isSource: false,
  });
  return [
    way((root) => htmlMarkdown(root, { places, linked: linked(), hasFootnotes: true })),
    way((root) => htmlMarkdown(root, { places, linked: linked(), hasFootnotes: false })),
    way((root) => rawHtml(root, places)),
  ];
}
