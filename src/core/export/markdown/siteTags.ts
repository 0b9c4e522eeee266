import { siteOf } from '../../post/conventions.ts';
import { fieldReader } from '../../post/fieldValues.ts';
import { withoutImports } from '../../post/moduleLines.ts';
import type { SiteConfig } from '../../post/parsedPost.ts';
import type { Fields } from '../../post/plainFields.ts';
import { resolveTags } from '../../post/resolveTags.ts';
import type { TagPlace } from '../../post/tagPlace.ts';
import { resolveWordpressTags } from '../../post/wordpressTags.ts';

/** The place that the template tags of a post stand in, as the reader of posts sees it. */
export function tagPlaceOf(path: string, fields: Fields, site: SiteConfig): TagPlace {
  const reader = fieldReader(fields);
  const isLiteral =
    reader.text(['disablenunjucks']) === 'true' || reader.text(['render_with_liquid']) === 'false';
  return { site: siteOf(path, site), path, title: reader.text(['title', '标题']), isLiteral };
}

/** Tags that stand for the address of a post or of a file in the archive, which only the site itself can tell. */
const ADDRESS_TAG =
  /\{%-?\s*(?:post_url|post_link|post_path|link|asset_img|asset_image|asset_path|asset_link)\s[^{}]{1,1000}%\}|\{\{[<%]\s*(?:rel)?ref\s[^{}]{1,1000}[>%]\}\}/gu;
const OUTPUT =
  /\{\{-?[^{}]{0,300}(?:site\.(?:baseurl|url)|relative_url|absolute_url)[^{}]{0,300}\}\}/gu;

/** A body in which those tags are what they stand for; everything else is as written. */
export function withAddresses(body: string, place: TagPlace): string {
  if (place.isLiteral || !body.includes('{')) return body;
  const resolved = body.replaceAll(
    ADDRESS_TAG,
    (tag) => oneLine(resolveTags(tag, 'markdown', place)) || tag,
  );
  return place.site.generator === 'jekyll'
    ? resolved.replaceAll(OUTPUT, (tag) => resolveTags(tag, 'markdown', place) || tag)
    : resolved;
}

const oneLine = (text: string): string => text.trim();

/** A body in which every tag is what the site showed for it. */
export function withoutTags(body: string, place: TagPlace): string {
  const text = withoutImports(body, place.path);
  return resolveWordpressTags(resolveTags(text, 'markdown', place), 'markdown');
}
