import type { AnyNode, ParentNode } from 'domhandler';
import { Element, hasChildren, isTag, isText, Text } from 'domhandler';

/** Elements whose text is not looked at: links already, or code in which brackets are brackets. */
const LEFT_ALONE = new Set([
  'a',
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'math',
  'textarea',
  'script',
]);
const WIKI = /(?<bang>!?)\[\[(?<name>[^[\]\n|]{1,200})(?:\|(?<label>[^[\]\n]{0,200}))?\]\]/gu;
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|bmp|avif)$/iu;
/** What no name of a note holds, but conditions of a shell and tables of a configuration do. */
const NO_NAME = /^[\s-]|\s$|[<>"=;{}$]|^[\w-]+(?:\.[\w-]+)+$/u;

/**
 * Makes links of `[[name]]`, `[[folder/name|words]]` and `[[name#heading]]`, and pictures of `![[picture.png]]`, in place.
 * The address is the brackets themselves, percent-encoded, so that it can be told from a relative path later; a name
 * must hold a letter, so that `[[1, 2]]` stays what it is.
 */
export function linkWikiNames(root: ParentNode): void {
  // The list changes on the way.
  for (const child of root.children.slice()) {
    if (isText(child)) {
      if (child.data.includes('[[')) replaceNames(child, root);
    } else if (hasChildren(child) && !(isTag(child) && LEFT_ALONE.has(child.name))) {
      linkWikiNames(child);
    }
  }
}

function replaceNames(text: Text, parent: ParentNode): void {
  const made: AnyNode[] = [];
  let from = 0;
  for (const match of text.data.matchAll(WIKI)) {
    const element = elementOf(match);
    if (element === null) continue;
    if (match.index > from) made.push(new Text(text.data.slice(from, match.index)));
    made.push(element);
    from = match.index + match[0].length;
  }
  if (made.length === 0) return;
  if (from < text.data.length) made.push(new Text(text.data.slice(from)));
  const at = parent.children.indexOf(text);
  parent.children.splice(at, 1, ...made);
  tie(parent);
}

function tie(parent: ParentNode): void {
  for (const [place, child] of parent.children.entries()) {
    child.parent = parent;
    child.prev = parent.children[place - 1] ?? null;
    child.next = parent.children[place + 1] ?? null;
  }
}

/** The link or picture that brackets mean; null when they are only brackets. */
function elementOf({ groups }: RegExpMatchArray): Element | null {
  const { name = '', label, bang } = groups ?? {};
  if (!/\p{L}/u.test(name)) return null;
  if (PICTURE.test(name)) return bang === '!' ? pictureOf(name) : linkOf(name, label);
  return NO_NAME.test(name) ? null : linkOf(name, label);
}

function linkOf(written: string, label: string | undefined): Element {
  const at = written.indexOf('#');
  const name = (at === -1 ? written : written.slice(0, at)).trim();
  // `^x` names a paragraph, which has no id here.
  const heading = at === -1 ? '' : written.slice(at + 1).replace(/^.*#|^\^.*$/u, '');
  const fragment = heading === '' ? '' : `#${encodeURIComponent(heading)}`;
  const href = name === '' ? fragment : `${encodeURIComponent(`[[${name}]]`)}${fragment}`;
  const words = new Text(label === undefined || label.trim() === '' ? written : label);
  const link = new Element('a', { href }, [words]);
  words.parent = link;
  return link;
}

function pictureOf(name: string): Element {
  return new Element('img', { src: name.split('/').map(encodeURIComponent).join('/'), alt: '' });
}
