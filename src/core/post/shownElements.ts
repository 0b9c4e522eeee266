/** A file that opens more elements than this without closing them is not parsed as HTML any more. */
export const MAX_OPEN = 6000;

/** Elements that never show text or pictures of the post, with all they hold. */
export const DROPPED_NAMES: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'embed',
  'applet',
  'frame',
  'frameset',
  'noframes',
  'noembed',
  'select',
  'option',
  'optgroup',
  'datalist',
  'textarea',
  'button',
  'canvas',
  'map',
  'dialog',
  'portal',
  'annotation',
  'annotation-xml',
]);

/** Elements that hold facts about a page and show nothing. */
export const HEAD_NAMES: ReadonlySet<string> = new Set([
  'head',
  'title',
  'meta',
  'link',
  'base',
  'basefont',
  'param',
  'track',
  'area',
]);

/** Elements that an HTML parser reads to their end tag without looking at any other tag. */
export const RAW_NAMES: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
]);
/** Thrown for HTML that is nested beyond reason; the caller shows the file as plain text. */
export class TooDeepError extends Error {}

/** True for an element that its own attributes keep from being shown. A page that waits for its script is shown whole. */
export function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'html' || name === 'body') return false;
  if (attributes['hidden'] !== undefined) return true;
  const style = attributes['style'];
  return (
    style !== undefined &&
    /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu.test(style)
  );
}
