import { finder, indentedCode, readCode, readHtmlCode } from './codeSpans.ts';
import type { Find, Step } from './codeSpans.ts';
import { readArguments, valueOf } from './tagArguments.ts';
import type { TagFormat } from './templateTags.ts';
import { escapeHtml, link } from './templateTags.ts';

const TAG = /\[(?:caption|wp_caption|gallery|embed)(?=[\s\]])/iu;
const MARKS =
  /\[(?:caption|wp_caption|gallery|embed)(?=[\s\]])|`+|^ {0,3}~~~+|<(?:pre|code|script|style|textarea)\b/gimu;
const OPENING = /^\[(?<name>\w+)(?<values>(?:\s[^[\]]{0,1000})?)\](?![([])/u;
/** The picture of a caption, with the link around it, and the words behind it. */
const PICTURE = /^\s*(?<picture>(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?)(?<words>[^]*)$/iu;
/** Longest text between two tags. */
const MAX_INNER = 5000;

/**
 * Resolves the shortcodes that WordPress itself has for pictures and films (codex: Caption, Gallery, Embed), which exports
 * leave in the text: a caption becomes a figure, an embed a link, a gallery (numbers of pictures elsewhere) nothing. Code
 * is left alone, and what has no end. Linear in the length of the body.
 */
export function resolveWordpressTags(body: string, format: TagFormat): string {
  if (!TAG.test(body)) return body;
  const find = finder(body);
  const isInCode = indentedCode(body);
  const marks = new RegExp(MARKS);
  const out: string[] = [];
  let at = 0;
  for (let mark = marks.exec(body); mark !== null; mark = marks.exec(body)) {
    out.push(body.slice(at, mark.index));
    const isText = format === 'markdown' && mark[0].startsWith('[') && isInCode(mark.index);
    const step = isText ? null : stepAt({ body, find, format }, mark.index);
    at = step?.after ?? mark.index + 1;
    out.push(step?.text ?? body.slice(mark.index, at));
    marks.lastIndex = at;
  }
  return out.join('') + body.slice(at);
}

interface Reading {
  readonly body: string;
  readonly find: Find;
  readonly format: TagFormat;
}

/** Null for what is no tag. */
function stepAt({ body, find, format }: Reading, at: number): Step | null {
  if (body.startsWith('<', at)) return readHtmlCode(body, at, find);
  if (body.startsWith('[', at)) return readTag(body, at, find);
  return format === 'markdown' ? readCode(body, at) : null;
}

function readTag(body: string, at: number, find: Find): Step | null {
  const opening = OPENING.exec(body.slice(at, at + 1100));
  if (opening === null) return null;
  const { name = '', values = '' } = opening.groups ?? {};
  const from = at + opening[0].length;
  if (name.toLowerCase() === 'gallery') return { text: '', after: from };
  const end = find(`[/${name}]`, from);
  if (end === -1 || end > from + MAX_INNER) return null;
  const inner = body.slice(from, end);
  const text = name.toLowerCase() === 'embed' ? embedded(inner) : captioned(inner, values);
  return text === null ? null : { text, after: end + name.length + 3 };
}

/** Null for what is no address. */
function embedded(inner: string): string | null {
  const address = inner.trim().replaceAll('&amp;', '&');
  return /^https?:\/\/[^\s<>"]+$/iu.test(address) ? link(address, '') : null;
}

/** Older exports hold the words as a value of the tag. */
function captioned(inner: string, values: string): string {
  const named = valueOf(readArguments(values), 'caption');
  const found = PICTURE.exec(inner)?.groups;
  if (!found) return [inner.trim(), named].filter((part) => part !== '').join(' ');
  const words = (found['words'] ?? '').trim() || escapeHtml(named);
  const below = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  return `<figure>${found['picture']}${below}</figure>`;
}
