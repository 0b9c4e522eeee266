import { Element, isTag, Text, type AnyNode, type Document } from 'domhandler';
import { textContent } from 'domutils';
import { replaceWith } from '../marks/markRanges.ts';
import { shortAddress } from './shortAddress.ts';
import { textsOf } from '../typesetting.ts';

/** An address as it may stand in a text; a sentence goes on behind what is no sign of one (RFC 3986, section 2). */
const ADDRESS = /https?:\/\/[\w!#$%&'()*+,./:;=?@[\]~-]{1,1000000}/gu;

/** What is shown letter by letter. */
const LITERAL = /^(?:pre|code|samp|kbd|math)$/u;

/**
 * Shows addresses that go on for pages by their beginning and end: nobody reads them on paper, and the link, which one
 * that is none yet becomes, leads to the whole of it. Any other word without an end is set in blocks: Chromium's time for
 * one word grows with the square of its length, and a word of 100,000 letters never finished laying out.
 */
export function shortenAddresses(tree: Document): void {
  for (const text of Array.from(textsOf(tree))) {
    if (text.data.length <= LONGEST_WORD && shortAddress(text.data) === text.data) continue;
    if (!isInside(text, LITERAL)) shortenIn(text);
  }
  for (const text of Array.from(textsOf(tree))) {
    if (text.data.length > LONGEST_WORD) breakWords(text);
  }
}

function shortenIn(text: Text): void {
  const rest = isBehindAddress(text) ? REST.exec(text.data) : null;
  if (rest !== null) text.nodeValue = `…${rest[0].slice(-60)}${text.data.slice(rest[0].length)}`;
  const found = [...text.data.matchAll(ADDRESS)].filter(([at]) => shortAddress(at) !== at);
  const isLink = isInside(text, /^a$/u);
  let from = 0;
  const pieces = found.flatMap(({ 0: address, index }): AnyNode[] => {
    const before = new Text(text.data.slice(from, index));
    const shown = new Text(shortAddress(address));
    from = index + address.length;
    return [before, isLink ? shown : new Element('a', { href: address }, [shown])];
  });
  if (found.length > 0) replaceWith(text, [...pieces, new Text(text.data.slice(from))]);
}

/** What is left of an address of which only the beginning was taken for a link. */
const REST = /^[!-~]{200,}/u;

const isBehindAddress = ({ prev }: Text): boolean =>
  prev !== null && isTag(prev) && prev.name === 'a' && /^https?:/u.test(textContent(prev));

/** A word of more letters is set in blocks of as many. */
const LONGEST_WORD = 2_000;
// With an end of its own: a word of 16 MB would overflow V8.
const ENDLESS = new RegExp(`[^\\s\\u2e80-\\uffef]{${2 * LONGEST_WORD},${50 * LONGEST_WORD}}`, 'gu');

function breakWords(text: Text): void {
  let from = 0;
  const pieces = [...text.data.matchAll(ENDLESS)].flatMap(({ 0: word, index }): AnyNode[] => {
    const before = new Text(text.data.slice(from, index));
    from = index + word.length;
    const count = Math.ceil(word.length / LONGEST_WORD);
    const blocks = Array.from({ length: count }, (_, at) => {
      const letters = word.slice(at * LONGEST_WORD, (at + 1) * LONGEST_WORD);
      return new Element('span', { class: 'endless' }, [new Text(letters)]);
    });
    return [before, ...blocks];
  });
  if (pieces.length > 0) replaceWith(text, [...pieces, new Text(text.data.slice(from))]);
}

function isInside(node: AnyNode, names: RegExp): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (isTag(at) && names.test(at.name)) return true;
  }
  return false;
}
