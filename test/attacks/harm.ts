import { isTag } from 'domhandler';
import type { AnyNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';

const ELEMENTS =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|portal|form|button|select|textarea|svg|math|base|link|template|noscript|webview|dialog|image|isindex|keygen|marquee)$/u;
const ATTRIBUTES =
  /^on|^(?:srcdoc|srcset|imagesrcset|formaction|action|background|name|ping|target|attributionsrc|poster|download|is|slot|nonce|xlink:href|lowsrc|dynsrc|longdesc|usemap|form|for|popovertarget|contenteditable|autofocus|accesskey)$/u;
const ADDRESSES = /^(?:href|src|cite|data|data-src|codebase|profile|manifest|classid|archive)$/u;
/** What an address may begin with when it begins with a scheme. */
const SCHEMES =
  /^(?:https?:\/\/[^/\\]|mailto:|#|archive:\/\/id-[0-9a-f]{16}\/|app:\/\/broadsheet\/|data:image\/(?:png|jpeg|gif|webp|avif|bmp);)/iu;

/**
 * Everything in a piece of HTML that could run, load, send, lead away or shadow, in words; empty = harmless. Written
 * apart from the app's own policy: what that forgets, this finds.
 */
export function harmIn(html: string): readonly string[] {
  const found: string[] = [];
  const walk = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      found.push(...harmOf(node));
      walk(node.children);
    }
  };
  walk(parseDocument(html).children);
  return found;
}

function harmOf({ name, attribs }: Element): readonly string[] {
  const isCharset = name === 'meta' && Object.keys(attribs).join() === 'charset';
  const own = ELEMENTS.test(name) || (name === 'meta' && !isCharset) ? [`element ${name}`] : [];
  return [
    ...own,
    ...Object.entries(attribs).flatMap(([key, value]) => harmOfAttribute(name, key, value)),
  ];
}

function harmOfAttribute(name: string, key: string, value: string): readonly string[] {
  const what = `${name} ${key}="${value.slice(0, 120)}"`;
  if (ATTRIBUTES.test(key)) return [what];
  if (
    key === 'style' &&
    /url\s*\(|@import|expression|position\s*:\s*(?:fixed|absolute|sticky)|\\/iu.test(value)
  )
    return [what];
  // eslint-style schemes hidden behind control characters are what browsers read after removing these.
  const read = value.replaceAll(/[\u0000-\u0020]/gu, '');
  const hasScheme = /^[a-z][a-z0-9+.-]*:|^[\\/]{2}/iu.test(read);
  if (ADDRESSES.test(key) && hasScheme && !SCHEMES.test(read)) return [what];
  if (key === 'src' && /^https?:/iu.test(read)) return [what];
  return [];
}
