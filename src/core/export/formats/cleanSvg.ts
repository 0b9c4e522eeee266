import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { documentText, escapeText } from './chapter/chapterNode.ts';
import { svgWeight } from './svgWeight.ts';

/** What draws (SVG 1.1). Scripts, foreign pages, animations, links and pictures from elsewhere are not among them. */
const DRAWN = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath linearGradient
  radialGradient stop clipPath mask pattern marker switch style filter feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence`.split(/\s+/u),
);

/** Deeper than any drawing. */
const MAX_DEPTH = 100;

/** More shapes than any drawing that was made to be looked at. */
const MAX_SHAPES = 1_000_000;

/** Larger drawings are left out: cleaning one takes some ten times its size. */
const MAX_BYTES = 5_000_000;

/**
 * A drawing as books may hold it: well-formed XML with nothing in it that runs or is fetched; null when the bytes hold no
 * drawing, or one too large or too heavy.
 */
export function cleanSvg(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_BYTES) return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  const tree = parseDocument(text, { xmlMode: true, decodeEntities: true });
  const root = tree.children.find((node): node is Element => isTag(node) && node.name === 'svg');
  if (root === undefined) return null;
  if (svgWeight(root, MAX_SHAPES) >= MAX_SHAPES) return null;
  const ids = new Set<string>();
  const drawn = write(root, ids, 0);
  return `<?xml version="1.0" encoding="utf-8"?>\n${drawn}\n`;
}

function write(node: AnyNode, ids: Set<string>, depth: number): string {
  if (isText(node)) return escapeText(node.data);
  if (!('children' in node)) return '';
  // The text of CDATA is read as text.
  if (!isTag(node)) return node.children.map((child) => write(child, ids, depth)).join('');
  const { name, attribs, children } = node;
  if (!DRAWN.has(name) || depth > MAX_DEPTH) return '';
  const inner = children.map((child) => write(child, ids, depth + 1)).join('');
  if (name === 'style' && !isOwn(inner)) return '';
  const roots =
    depth === 0
      ? ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
      : '';
  return `<${name}${roots}${attributesOf(attribs, ids)}>${inner}</${name}>`;
}

function attributesOf(attribs: Element['attribs'], ids: Set<string>): string {
  return Object.entries(attribs)
    .flatMap(([name, written]): readonly (readonly [string, string])[] => {
      const value = documentText(written);
      if (name === 'href' || name === 'xlink:href') {
        return /^#[\w.-]+$/u.test(value) && (name !== 'href' || !('xlink:href' in attribs))
          ? [['xlink:href', value]]
          : [];
      }
      if (name === 'id') return isNewId(value, ids) ? [['id', value]] : [];
      const isKept = /^[a-z][a-zA-Z0-9-]*$/u.test(name) && !/^(?:on|xmlns)/iu.test(name);
      return isKept && isOwn(value) ? [[name, value]] : [];
    })
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join('');
}

function isNewId(value: string, ids: Set<string>): boolean {
  if (!/^[A-Za-z_][\w.-]*$/u.test(value) || ids.has(value)) return false;
  ids.add(value);
  return true;
}

/** Names nothing outside of the drawing. */
function isOwn(value: string): boolean {
  if (/@import|\\|expression\s*\(|javascript:|data:/iu.test(value)) return false;
  return !/url\(\s*(?!["']?#)/iu.test(value.replaceAll('&quot;', '"'));
}
