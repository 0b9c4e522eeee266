import { expect } from 'vitest';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../src/shared/htmlPolicy.ts';

/*
 * Holds HTML against the policy without any of the code that applies it: a reader of the one strict form that the
 * sanitiser may write, so that nothing is left for two parsers to disagree about.
 */

const MARKUP =
  /<(?<close>\/?)(?<tag>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+(?:="[^"<>]*")?)*)(?<slash> ?\/)?>/gu;
const ATTRIBUTE = / (?<name>[a-z-]+)(?:="(?<value>[^"<>]*)")?/gu;
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'source', 'wbr']);
const PLACE = 'https://archive.invalid/posts/';
const CLASSES =
  /^(?:language-[\w+#.-]{1,40}|math|code-[a-z]+|footnotes?-[a-z]+|footnotes|task-list-item)$/u;

/** One element's tag as it stands. */
interface WrittenTag {
  readonly tag: string;
  readonly isClosing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads strict HTML into its tags and texts; fails the test where anything else stands in it. */
function readStrict(html: string): {
  readonly tags: readonly WrittenTag[];
  readonly text: string;
} {
  const tags: WrittenTag[] = [];
  let text = '';
  let from = 0;
  const open: string[] = [];
  let silent = 0;
  for (const match of html.matchAll(MARKUP)) {
    const { close, tag = '', attributes = '' } = match.groups ?? {};
    const isClosing = close === '/';
    if (silent === 0) text += textOf(html.slice(from, match.index));
    from = match.index + match[0].length;
    const read = attributesOf(attributes);
    tags.push({ tag, isClosing, attributes: read });
    if (VOID.has(tag)) continue;
    if (isClosing) expect(open.pop(), `closes what is open: ${match[0]}`).toBe(tag);
    else open.push(tag);
    if (isSilent(tag)) silent += isClosing ? -1 : 1;
  }
  text += textOf(html.slice(from));
  expect(open, 'all is closed').toEqual([]);
  return { tags, text };
}

/** What the page does not show as text, or only where something does not work. */
function isSilent(tag: string): boolean {
  return tag === 'rp' || tag === 'audio' || tag === 'video';
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  const found = [...written.matchAll(ATTRIBUTE)].map(({ groups }) => [
    groups?.['name'] ?? '',
    decoded(groups?.['value'] ?? ''),
  ]);
  return Object.fromEntries(found);
}

function textOf(written: string): string {
  expect(written, 'no markup among the text').not.toMatch(/[<>]/u);
  return decoded(written);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function decoded(written: string): string {
  return written.replaceAll(/&(?<name>[a-z]+);/gu, (whole, name: string) => NAMED[name] ?? whole);
}

/** Fails the test where HTML holds anything that the policy does not allow; gives its text. */
export function expectSafe(html: string): string {
  const { tags, text } = readStrict(html);
  const ids: string[] = [];
  for (const { tag, attributes } of tags) {
    expect(ALLOWED_TAGS, tag).toContain(tag);
    for (const [name, value] of Object.entries(attributes)) {
      expectAllowed(tag, name, value);
      if (name === 'id') ids.push(value);
    }
  }
  expect(new Set(ids).size, 'every id once').toBe(ids.length);
  return text;
}

function expectAllowed(tag: string, name: string, value: string): void {
  const told = `${tag} ${name}=${value}`;
  if (name === 'class') {
    for (const one of value.split(' ')) expect(one, told).toMatch(CLASSES);
    return;
  }
  const names = [...(ALLOWED_ATTRIBUTES[tag] ?? []), ...(ALLOWED_ATTRIBUTES['*'] ?? [])];
  expect(names, told).toContain(name);
  if (name === 'id') expect(value, told).toMatch(/^post-/u);
  if (name === 'href')
    expect(['http:', 'https:', 'mailto:', 'none'], told).toContain(protocolOf(value));
  if (name === 'src' && !/^data:image\/(?:png|jpeg|gif|webp|avif|bmp);base64,/u.test(value)) {
    expect(URL.canParse(value, PLACE) ? new URL(value, PLACE).host : 'archive.invalid', told).toBe(
      'archive.invalid',
    );
  }
}

/** As a browser reads it (WHATWG URL). */
function protocolOf(address: string): string {
  return URL.canParse(address, PLACE) ? new URL(address, PLACE).protocol : 'none';
}
