import type { Document } from 'domhandler';
import { DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { HtmlSink } from './simpleHtml.ts';
import { readSimpleHtml } from './simpleHtml.ts';

/** Elements nested deeper than this are left out; what they hold stays, one level up. */
const MAX_DEPTH = 120;
/** A file that opens more elements than this without closing them is not parsed as HTML any more. */
const MAX_OPEN = 6000;

/** Elements that never show text or pictures of the post, with all they hold. */
const DROPPED = new Set([
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

/** Thrown for HTML that is nested beyond reason; the caller shows the file as plain text. */
export class TooDeepError extends Error {}

/**
 * Parses HTML into a tree without comments and without what a browser does not show (scripts, styles, `hidden`,
 * `display:none`, `visibility:hidden`). Depth is capped, so that walks over the tree may recurse.
 * @throws {TooDeepError} when elements are opened without end.
 */
export function parseTree(html: string): Document {
  const simple = new DomHandler();
  if (!readSimpleHtml(html, shownOnly(simple))) return parseWhole(html);
  simple.onend();
  return simple.root;
}

function parseWhole(html: string): Document {
  const handler = new DomHandler();
  new Parser(shownOnly(handler), { decodeEntities: true }).end(html);
  handler.onend();
  return handler.root;
}

/** Hands on to `handler` what is shown, in bounds. */
function shownOnly(handler: DomHandler): HtmlSink {
  let open = 0;
  let kept = 0;
  /** Value of `open` at which a dropped element began; -1 outside of one. */
  let droppedAt = -1;
  const flattened: boolean[] = [];
  return {
    onopentag(name, attributes) {
      open += 1;
      if (open > MAX_OPEN) throw new TooDeepError('Elements are nested too deep.');
      if (droppedAt !== -1) return;
      if (DROPPED.has(name) || isHidden(attributes)) {
        droppedAt = open;
        return;
      }
      const isFlat = kept >= MAX_DEPTH && name !== 'br' && name !== 'img';
      flattened.push(isFlat);
      if (isFlat) handler.ontext('\n');
      else {
        kept += 1;
        handler.onopentag(name, attributes);
      }
    },
    onclosetag() {
      open -= 1;
      if (droppedAt !== -1) {
        if (open < droppedAt) droppedAt = -1;
        return;
      }
      if (flattened.pop() === true) return;
      kept -= 1;
      handler.onclosetag();
    },
    ontext(text) {
      if (droppedAt === -1) handler.ontext(text);
    },
  };
}

/** True for an element that its own attributes keep from being shown. */
function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['hidden'] !== undefined) return true;
  const style = attributes['style'];
  return (
    style !== undefined &&
    /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu.test(style)
  );
}
