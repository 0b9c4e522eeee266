import { embed } from './embeds.ts';
import type { TagArguments } from './tagArguments.ts';
import { isAddress, isPicture, isReadable, readArguments, valueOf } from './tagArguments.ts';
import { escapeHtml, figure, link, paragraph } from './templateTags.ts';

/** What a shortcode leaves. */
export type ShortcodeText =
  /** In its own place. */
  | { readonly kind: 'text'; readonly text: string }
  /** Code up to its closing tag; with `language`. */
  | { readonly kind: 'code'; readonly language: string }
  /** A quotation up to its closing tag; `source` is who said it, as text. */
  | { readonly kind: 'quote'; readonly source: string }
  /** The words of a link up to its closing tag; `text` where there is none. */
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  /** Everything up to its closing tag as it stands. */
  | { readonly kind: 'verbatim' }
  /** Nothing up to its closing tag. */
  | { readonly kind: 'hidden' };

const CODE_NAMES = new Set(['highlight', 'code', 'codeblock', 'code-block', 'mermaid', 'prism']);
const QUOTE_NAMES = new Set(['quote', 'blockquote', 'pullquote', 'epigraph', 'citation']);
const LINK_NAMES = new Set(['button', 'btn', 'link', 'a', 'cta']);
const VERBATIM_NAMES = new Set(['raw', 'rawhtml', 'raw-html', 'html', 'safehtml']);
/** Values that are words for readers, in the order in which they are looked for. */
const TEXT_KEYS = ['title', 'summary', 'caption', 'text', 'label', 'header', 'content', 'message'];

/**
 * What a call of a Hugo shortcode (gohugo.io/shortcodes) or a Zola one (getzola.org/documentation/content/shortcodes)
 * becomes. `name` in any letter case. Unknown ones leave the words that they hold and pictures; round text, their text.
 */
export function readShortcode(name: string, written: string): ShortcodeText {
  const key = name.toLowerCase();
  const values = readArguments(written);
  if (CODE_NAMES.has(key)) {
    return { kind: 'code', language: key === 'mermaid' ? key : codeLanguage(values) };
  }
  if (QUOTE_NAMES.has(key)) return { kind: 'quote', source: quoteSource(values) };
  if (LINK_NAMES.has(key)) {
    const href = hrefOf(values);
    return { kind: 'link', href, text: linkOf(values) ?? wordsOf(values) };
  }
  if (VERBATIM_NAMES.has(key)) return { kind: 'verbatim' };
  if (key === 'comment') return { kind: 'hidden' };
  return { kind: 'text', text: shortcodeText(key, values) };
}

function quoteSource(values: TagArguments): string {
  const named = [
    valueOf(values, 'author', 'by', 'cite', 'name'),
    valueOf(values, 'source', 'title'),
  ];
  const others = values.positional.filter(({ isQuoted }) => isQuoted).map(({ text }) => text);
  return [...named, ...others].filter((text) => text !== '').join(', ');
}

function codeLanguage(values: TagArguments): string {
  const [first] = values.positional;
  return valueOf(values, 'lang', 'language', 'type') || (first?.text ?? '');
}

function shortcodeText(key: string, values: TagArguments): string {
  if (key === 'ref' || key === 'relref') {
    return valueOf(values, 'path') || (values.positional[0]?.text ?? '');
  }
  if (key === 'param' || key === 'qr') return '';
  const embedded = embed(key, values);
  if (embedded !== null) return embedded;
  const picture = pictureOf(key, values);
  if (picture !== null) return picture;
  return linkOf(values) ?? wordsOf(values);
}

const PICTURE_NAMES = /^(?:fig|figure|img|image|picture|photo|imgproc|resize_image|lightbox)$/u;

/** Null when there is no picture in it. */
function pictureOf(key: string, values: TagArguments): string | null {
  const named = valueOf(values, 'src', 'image', 'img', 'path', 'file', 'url', 'href', 'link');
  const first = values.positional.find(({ text }) => isPicture(text))?.text ?? '';
  const src = PICTURE_NAMES.test(key) ? named || (values.positional[0]?.text ?? '') : '';
  const found = src !== '' ? src : [named, first].find((text) => isPicture(text));
  if (found === undefined || found === '') return null;
  const words = [valueOf(values, 'title'), valueOf(values, 'caption', 'text', 'attr')];
  const others = values.positional.filter(({ text }) => text !== found && isReadable(text));
  const caption = [...words, ...others.map(({ text }) => text)].filter((one) => one !== '');
  return figure({
    src: found,
    alt: valueOf(values, 'alt'),
    caption: [...new Set(caption)].join(' '),
  });
}

/** A button or a card. Null when there is no address in it. */
function linkOf(values: TagArguments): string | null {
  const href = hrefOf(values);
  if (href === '') return null;
  const words = valueOf(values, ...TEXT_KEYS);
  const other = values.positional.find(({ text, isQuoted }) => text !== href && isQuoted);
  const text = words || (other?.text ?? '');
  return text === '' && !isAddress(href) ? '' : link(href, text);
}

function hrefOf(values: TagArguments): string {
  const named = valueOf(values, 'href', 'url', 'link', 'to', 'relref');
  return named || (values.positional.find(({ text }) => isAddress(text))?.text ?? '');
}

function wordsOf(values: TagArguments): string {
  const named = TEXT_KEYS.map((key) => values.named.get(key) ?? '');
  // A quoted word with a capital is a title (`tab "Linux"`), a small one a kind (`notice "info"`).
  const others = values.positional
    .filter(({ text, isQuoted }) => isReadable(text) || (isQuoted && /^\p{Lu}/u.test(text)))
    .map(({ text }) => text);
  const words = [...new Set([...named, ...others])].filter((text) => text !== '');
  if (words.length === 0) return '';
  const isLong = words.some((text) => text.length > 200);
  return isLong
    ? words.map((text) => paragraph(text)).join('')
    : `<strong>${escapeHtml(words.join(' · '))}</strong> `;
}
