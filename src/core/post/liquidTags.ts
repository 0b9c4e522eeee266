import { embed } from './embeds.ts';
import type { TagPlace } from './tagPlace.ts';
import type { TagArguments } from './tagArguments.ts';
import { isAddress, isPicture, isReadable, readArguments, valueOf } from './tagArguments.ts';
import { escapeHtml, figure, image, link, paragraph } from './templateTags.ts';

/** Tags that steer a template and show nothing themselves. */
const CONTROL =
  /^(?:if|elsif|elif|elseif|else|unless|case|when|for|tablerow|cycle|break|continue|assign|increment|decrement|capture|layout|render|section|paginate|seo|feed_meta|feed|extends|block|set|macro|import|from|filter|call|cache|include_relative|toc|more|sqlite|liquid|echo|style|javascript|schema|csrf_meta_tags|csrf_meta_tag)$/u;
/** Butterfly, NexT, Volantis and others: a word within a line, the text behind the last comma or after the kind. */
const INLINE_TEXT =
  /^(?:label|span|u|emp|wavy|del|kbd|psw|psw|p|bubble|hideinline|nota|tip|sup|sub|mark|hint|em|strong|ruby)$/iu;
/** Names of includes whose text is what the reader came for. */
const TEXT_KEYS = [
  'content',
  'text',
  'body',
  'message',
  'caption',
  'title',
  'description',
  'quote',
];

/**
 * What a Liquid tag (jekyllrb.com/docs/liquid/tags) or a Hexo tag (hexo.io/docs/tag-plugins) that stands alone becomes:
 * a picture, a link, an address, the words that it holds, or nothing.
 */
export function liquidText(name: string, written: string, place: TagPlace): string {
  if (name.startsWith('end') || CONTROL.test(name)) return '';
  const values = readArguments(written);
  const made = addressTag(name, values, place) ?? pictureTag(name, values, place);
  if (made !== null) return made;
  const embedded = embed(name, values);
  if (embedded !== null) return embedded;
  if (name === 'include' || name === 'include_cached') return includeText(values);
  if (INLINE_TEXT.test(name)) return escapeHtml(lastPart(values.written));
  return otherText(values);
}

type ReadTag = (values: TagArguments, place: TagPlace) => string;

/** Tags that stand for the address of another file, or for a link to it. */
const ADDRESS_TAGS: ReadonlyMap<string, ReadTag> = new Map<string, ReadTag>([
  ['post_url', (values) => fileAddress(firstOf(values))],
  ['post_path', (values) => fileAddress(firstOf(values))],
  ['post_link', (values) => link(fileAddress(firstOf(values)), titleOf(values) || firstOf(values))],
  ['asset_path', (values, place) => assetAddress(firstOf(values), place)],
  [
    'asset_link',
    (values, place) =>
      link(assetAddress(firstOf(values), place), titleOf(values) || firstOf(values)),
  ],
  ['link', (values) => (isPlainLink(values) ? sourceAddress(firstOf(values)) : otherLink(values))],
  ['btn', (values) => buttonLink(values)],
  ['button', (values) => buttonLink(values)],
  ['include_code', (values) => escapeHtml(values.positional.at(-1)?.text ?? '')],
]);

function addressTag(name: string, values: TagArguments, place: TagPlace): string | null {
  return ADDRESS_TAGS.get(name)?.(values, place) ?? null;
}

function firstOf({ positional }: TagArguments): string {
  return positional[0]?.text ?? '';
}

/** `{% post_url 2022-05-18-name %}` -> `2022-05-18-name.md`: a relative address that names the post's file. */
function fileAddress(name: string): string {
  const bare = name.replace(/^\/+/u, '').replace(/#.*$/u, '');
  return /^[^\s<>"'()]{1,200}$/u.test(bare) ? `${bare.replace(/\.(?:md|markdown)$/iu, '')}.md` : '';
}

/** Jekyll's `link` takes a path from the site's folder. */
function sourceAddress(path: string): string {
  return /^[^\s<>"'()]{1,300}$/u.test(path) ? `/${path.replace(/^\/+/u, '')}` : '';
}

/** A file of the post's asset folder, which has the name of the post (hexo.io/docs/asset-folders). */
function assetAddress(name: string, { path }: TagPlace): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
  return stem === '' ? name : `${stem}/${name}`;
}

/** `post_link slug 'title' escape`: the text between the name and the last word, which may be a switch. */
function titleOf({ positional }: TagArguments): string {
  const others = positional.slice(1).filter(({ text }) => !/^(?:true|false)$/u.test(text));
  const quoted = others.find(({ isQuoted }) => isQuoted);
  return quoted?.text ?? others.map(({ text }) => text).join(' ');
}

function isPlainLink({ positional }: TagArguments): boolean {
  return positional.length === 1 && !isAddress(positional[0]?.text ?? '');
}

/** Hexo: `link text url [external] [title]`. */
function otherLink({ positional }: TagArguments): string {
  const at = positional.findIndex(({ text }) => isAddress(text) || text.startsWith('/'));
  const words = positional.slice(0, Math.max(at, 0)).map(({ text }) => text);
  return link(positional[at]?.text ?? '', words.join(' '));
}

/** `btn url, text, icon [class]`. */
function buttonLink({ written }: TagArguments): string {
  const [href = '', text = ''] = written.split(',').map((part) => part.trim());
  return link(/[\s<>"]/u.test(href) ? '' : href, text);
}

function lastPart(written: string): string {
  const parts = written.split(',');
  const last = parts.length > 1 ? parts.at(-1) : written.replace(/^[\w-]+\s+@?/u, '');
  return (last ?? '').trim().replaceAll(/^["'@]|["']$/gu, '');
}

const PICTURE_TAG =
  /^(?:img|image|picture|figure|fullwidth|marginfigure|maincolumn|photo|inlineimg|inlineimage|inline_img|asset_img|asset_image)$/u;

function pictureTag(name: string, values: TagArguments, place: TagPlace): string | null {
  if (!PICTURE_TAG.test(name)) return null;
  const isAsset = name.startsWith('asset_');
  const src = pictureIn(values, isAsset);
  if (src === '') return null;
  const { title, alt } = picturesWords(values, src);
  const address = isAsset ? assetAddress(src, place) : src;
  if (name.startsWith('inline')) return image(address, alt);
  const caption = valueOf(values, 'caption', 'title') || title;
  return figure({ src: address, alt: alt || title, caption });
}

/** '' when nothing in the tag names a picture. */
function pictureIn(values: TagArguments, isAsset: boolean): string {
  const texts = values.positional.map(({ text }) => text);
  const all = [valueOf(values, 'src', 'url', 'path', 'file'), ...texts];
  const sure = all.find((text) => isPicture(text) || isAddress(text));
  return sure ?? all.find((text) => text.includes('/')) ?? (isAsset ? (texts[0] ?? '') : '');
}

/** Hexo: `"title text 'alt text'"`, or the same without the outer marks; sizes stand before them. */
function picturesWords(
  values: TagArguments,
  src: string,
): { readonly title: string; readonly alt: string } {
  const after = values.positional.slice(
    values.positional.findIndex(({ text }) => text === src) + 1,
  );
  const words = after.filter(({ text, isQuoted }) => isQuoted || !/^\d+(?:px|%)?$/u.test(text));
  const [title = '', second = ''] = words
    .filter(({ isQuoted }) => isQuoted)
    .map(({ text }) => text);
  const inner = /^(?<title>.*?)\s*(?:'(?<single>[^']*)'|"(?<double>[^"]*)")\s*$/u.exec(
    title,
  )?.groups;
  if (inner) return { title: inner['title'] ?? '', alt: inner['single'] ?? inner['double'] ?? '' };
  const bare = words.map(({ text }) => text).join(' ');
  return { title: title || bare, alt: valueOf(values, 'alt') || second };
}

/**
 * `{% include figure.html src="…" caption="…" %}`: themes keep pictures, films and notices in includes, whose files are
 * not the post's. What the call says is shown; what only the include knows is not.
 */
function includeText(values: TagArguments): string {
  const name = (values.positional[0]?.text ?? '').replace(/\.\w+$/u, '').replace(/^.*\//u, '');
  const embedded = embed(embedName(name), { ...values, positional: values.positional.slice(1) });
  if (embedded !== null && embedded !== '') return embedded;
  const src = [...values.named.values()].find((value) => isPicture(value));
  if (src !== undefined) {
    const caption = valueOf(values, 'caption', 'description', 'title');
    return figure({ src, alt: valueOf(values, 'alt'), caption });
  }
  return wordsOf(values)
    .map((text) => paragraph(text))
    .join('');
}

function embedName(name: string): string {
  const known = /youtube|vimeo|bilibili|gist|tweet|twitter|video|audio|spotify|codepen/iu.exec(
    name,
  );
  return known?.[0].toLowerCase() ?? name;
}

/** Tags of plugins nobody here knows: their pictures, and the words they hold. */
function otherText(values: TagArguments): string {
  const src = values.positional.find(({ text }) => isPicture(text))?.text;
  const texts = wordsOf(values);
  if (src !== undefined)
    return figure({ src, alt: valueOf(values, 'alt'), caption: texts.join(' ') });
  return texts.map(escapeHtml).join(' ');
}

function wordsOf(values: TagArguments): readonly string[] {
  const named = TEXT_KEYS.map((key) => values.named.get(key) ?? '').filter((text) =>
    isWorded(text),
  );
  const quoted = values.positional.filter(({ isQuoted, text }) => isQuoted && isReadable(text));
  return [...new Set([...named, ...quoted.map(({ text }) => text)])];
}

function isWorded(text: string): boolean {
  return /\p{L}/u.test(text) && !isAddress(text) && !isPicture(text);
}
