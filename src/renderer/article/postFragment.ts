import DOMPurify from 'dompurify';
import type { Config } from 'dompurify';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_TAGS,
  allowedClasses,
  isAllowedAttribute,
} from '../../shared/htmlPolicy.ts';
import type { Post } from '../../shared/model.ts';
import { CHROME_ATTRIBUTE } from './articleText.ts';
import { archiveAddress } from '../../shared/archiveAddress.ts';
import { readLink } from './linkTarget.ts';
import { setParagraphs } from './setParagraphs.ts';

/** Words the window itself writes into a post, in the reader's language. */
export interface FragmentWords {
  readonly remotePicture: string;
  readonly largePicture: string;
  readonly missingPicture: string;
  readonly media: string;
  readonly missingMedia: string;
  readonly absentMedia: string;
  readonly table: string;
  readonly code: string;
  readonly note: string;
  readonly backToText: string;
}

/** What of a post its fragment is made from. */
export type FragmentSource = Pick<Post, 'archiveId' | 'path' | 'title' | 'lang' | 'html'>;

/**
 * A DOMPurify of its own, held to the policy element by element: its list of attributes knows no elements, and its idea
 * of a harmless address is wider than ours.
 */
const purifier = createPurifier();

function createPurifier(): typeof DOMPurify {
  const purify = DOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (element, attribute) => {
    const tag = element.localName;
    if (attribute.attrName !== 'class') {
      const { attrName: name, attrValue: value } = attribute;
      attribute.keepAttr = isAllowedAttribute({ tag, name, value });
      return;
    }
    const classes = allowedClasses(tag, attribute.attrValue);
    attribute.attrValue = classes.join(' ');
    attribute.keepAttr = classes.length > 0;
  });
  return purify;
}

const CONFIG = {
  ALLOWED_TAGS: [...ALLOWED_TAGS],
  ALLOWED_ATTR: ['class', ...new Set(Object.values(ALLOWED_ATTRIBUTES).flat())],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SANITIZE_DOM: true,
} satisfies Config;

/**
 * Turns a post's HTML (already sanitised by the core) into nodes for the window: sanitised again, pictures through the
 * archive protocol, remote ones as placeholders, wide blocks in boxes of their own, Chinese subheads classed. Built in a
 * document that loads nothing, so no address of the post is ever fetched as written.
 */
export function buildFragment(post: FragmentSource, words: FragmentWords): DocumentFragment {
  const fragment = purifier.sanitize(post.html, { ...CONFIG, RETURN_DOM_FRAGMENT: true });
  dress(fragment, { post, words, isFirst: true });
  return fragment;
}

interface Dress {
  readonly post: FragmentSource;
  readonly words: FragmentWords;
  /** Whether it is, or begins, the whole post. */
  readonly isFirst: boolean;
}

/** As `buildFragment`, for a piece of a post: its nodes, parsed in a document that loads nothing, are made clean where they are. */
export function dressPiece(holder: HTMLElement, choice: Dress): void {
  purifier.sanitize(holder, { ...CONFIG, IN_PLACE: true });
  dress(holder, choice);
}

/** Nodes of a post: all of them, or those of a piece. */
export type PostNodes = DocumentFragment | HTMLElement;

function dress(nodes: PostNodes, { post, words, isFirst }: Dress): void {
  disableInputs(nodes);
  nameNotes(nodes, words);
  showPictures(nodes, post, words);
  showMedia(nodes, post, words);
  tameLinks(nodes);
  boxWideBlocks(nodes, words);
  if (isFirst) hideRepeatedTitle(nodes, post.title);
  setParagraphs(nodes, post.lang);
}

/** Task boxes show their state; nothing else of a form belongs in a post. */
function disableInputs(fragment: PostNodes): void {
  for (const input of fragment.querySelectorAll('input')) {
    if (input.type !== 'checkbox') input.remove();
    else {
      input.disabled = true;
      input.ariaLabel = ownWords(input.closest('li'));
    }
  }
}

/** The words of a list entry without those of the lists inside it. */
function ownWords(entry: Element | null): string {
  const parts = Array.from(entry?.childNodes ?? []).filter(
    (part) => !(part instanceof Element && part.matches('ul, ol')),
  );
  return squeezeSpaces(parts.map((part) => part.textContent ?? '').join(' '));
}

function squeezeSpaces(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Marks and arrows of footnotes are `[1]` and `↩` to the eye; a screen reader says what they are. */
function nameNotes(fragment: PostNodes, words: FragmentWords): void {
  for (const mark of fragment.querySelectorAll<HTMLElement>('.footnote-ref > a')) {
    mark.ariaLabel = `${words.note} ${mark.textContent.replaceAll(/[[\]]/gu, '')}`;
  }
  for (const arrow of fragment.querySelectorAll<HTMLElement>('a.footnote-backref')) {
    arrow.ariaLabel = words.backToText;
    // Drawn, not written: the index does not have it either, and passages are placed in both.
    arrow.setAttribute(CHROME_ATTRIBUTE, '');
  }
}

function showPictures(fragment: PostNodes, post: FragmentSource, words: FragmentWords): void {
  for (const image of fragment.querySelectorAll('img')) {
    const remote = image.getAttribute('data-src');
    const local = image.getAttribute('src');
    if (remote !== null) {
      const { why, address } = absence(remote, words);
      const box = placeholder(image, why, address);
      if (isOnWeb(remote)) box.dataset['remote'] = '';
      keepSize(box, image);
      image.replaceWith(box);
    } else if (local === null || local === '') {
      image.replaceWith(placeholder(image, words.missingPicture, ''));
    } else {
      if (!local.startsWith('data:')) {
        const path = decodeAddress(local);
        image.src = archiveAddress(post.archiveId, path);
        image.dataset['path'] = path;
      }
      image.loading = 'lazy';
      image.decoding = 'async';
      image.draggable = false;
      if (!image.hasAttribute('alt')) image.alt = '';
    }
  }
}

/** Why a picture is not shown, and what is told of where it is. `data-src` says both (core/post/postHtml.ts). */
function absence(
  written: string,
  words: FragmentWords,
): { readonly why: string; readonly address: string } {
  if (written.startsWith('./')) {
    return { why: words.missingPicture, address: written.slice('./'.length) };
  }
  return written.startsWith('data:')
    ? { why: words.largePicture, address: written.slice('data:'.length) }
    : { why: words.remotePicture, address: written };
}

const isOnWeb = (written: string): boolean => /^https?:/iu.test(written);

/** A placeholder is as wide and as high as the picture would be, where the post says so (up to the column's width). */
function keepSize(box: HTMLElement, picture: HTMLElement): void {
  const width = Number(picture.getAttribute('width') ?? '0');
  const height = Number(picture.getAttribute('height') ?? '0');
  if (width < SMALLEST_KEPT) return;
  box.style.width = `${width}px`;
  if (height >= SMALLEST_KEPT) box.style.minHeight = `min(${height}px, 60vh)`;
}

/** A picture narrower than this (pixels) has no room for its address. */
const SMALLEST_KEPT = 120;

/** Films and sounds of the archive get controls; the address of any other stands in its place. Nothing plays by itself. */
function showMedia(fragment: PostNodes, post: FragmentSource, words: FragmentWords): void {
  for (const media of fragment.querySelectorAll('video, audio')) {
    if (!(media instanceof HTMLMediaElement)) continue;
    const named = [media, ...media.querySelectorAll('source')];
    const local = named.map((element) => element.getAttribute('src')).find(isWritten);
    const remote = named.map((element) => element.getAttribute('data-src')).find(isWritten);
    media.replaceChildren();
    if (local === undefined) {
      const missing = remote?.startsWith('./') === true;
      const why = missing ? words.absentMedia : words.media;
      const box = placeholder(media, why, remote?.replace(/^\.\//u, '') ?? '');
      if (remote !== undefined && isOnWeb(remote)) box.dataset['remote'] = '';
      media.replaceWith(box);
    } else {
      const path = decodeAddress(local);
      media.src = archiveAddress(post.archiveId, path);
      media.dataset['path'] = path;
      media.controls = true;
      media.preload = 'metadata';
      media.ariaLabel = path.slice(path.lastIndexOf('/') + 1);
    }
  }
  for (const source of fragment.querySelectorAll('source')) source.remove();
}

const isWritten = (address: string | null): address is string => address !== null && address !== '';

/** A path from an address of the post's HTML; as written when its escapes are malformed. */
function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Stands where a picture cannot be shown: why, its own words, and its address as text. */
export function placeholder(picture: HTMLElement, why: string, address: string): HTMLElement {
  const owner = picture.ownerDocument;
  const box = owner.createElement('span');
  box.className = 'picture-away';
  box.setAttribute(CHROME_ATTRIBUTE, '');
  box.dataset['address'] = address;
  for (const [className, words] of [
    ['picture-away-why', why],
    ['picture-away-alt', picture.getAttribute('alt') ?? ''],
    ['picture-away-address', address],
  ] as const) {
    if (words === '') continue;
    const line = owner.createElement('span');
    line.className = className;
    line.textContent = words;
    box.append(line);
  }
  return box;
}

const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Links that lead nowhere safe become text; outside ones show their address when pointed at. */
function tameLinks(fragment: PostNodes): void {
  for (const link of fragment.querySelectorAll('a')) {
    link.draggable = false;
    const target = readLink(link.getAttribute('href') ?? '');
    if (target.kind === 'none') link.removeAttribute('href');
    else if (target.kind === 'web' || target.kind === 'mail') {
      link.rel = 'noreferrer';
      // Marks that turn the writing direction could show another address than the one that opens.
      if (link.title === '') link.title = target.url.replaceAll(TURNS, '');
    }
  }
}

function boxWideBlocks(fragment: PostNodes, words: FragmentWords): void {
  for (const block of fragment.querySelectorAll('table, pre')) {
    if ((block.parentElement?.closest('table, pre') ?? null) !== null) continue;
    const box = fragment.ownerDocument.createElement('div');
    box.className = 'scroll-box';
    const caption = block.querySelector('caption')?.textContent.trim() ?? '';
    const kind = block.tagName === 'PRE' ? words.code : words.table;
    box.dataset['name'] = caption === '' ? kind : caption;
    const frame = fragment.ownerDocument.createElement('div');
    frame.className = 'scroll-frame';
    block.replaceWith(frame);
    frame.append(box);
    box.append(block);
  }
}

/** A first heading that says the title once more is left out of the view. */
function hideRepeatedTitle(fragment: PostNodes, title: string): void {
  const first = fragment.firstElementChild;
  if (first instanceof HTMLElement && /^H[12]$/u.test(first.tagName)) {
    first.hidden = squeeze(first.textContent) === squeeze(title);
  }
}

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');
