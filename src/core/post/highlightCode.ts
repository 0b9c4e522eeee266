import type { Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { highlighted } from './codeLanguages.ts';
import { elementsOf } from './treeQueries.ts';

/** Longest code block that is coloured, and the most of one post: beyond, nobody reads it for its colours. */
const MAX_BLOCK = 30_000;
const MAX_POST = 120_000;
/** Grammars take time in the square of a line without a break (minified code); such a block stays plain. */
const MAX_LINE = 500;

/** What the parts of a program are to the eye, by the highlighter's names of them. */
const ROLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'code-word': 'keyword literal selector-tag name tag doctag section selector-pseudo',
    'code-type': 'type built_in class selector-class selector-attr template-tag',
    'code-name': 'title attr attribute property selector-id',
    'code-text': 'string regexp char link',
    'code-number': 'number symbol bullet variable template-variable',
    'code-note': 'comment quote meta',
    'code-added': 'addition',
    'code-removed': 'deletion',
  }).flatMap(([role, names]) => names.split(' ').map((name) => [`hljs-${name}`, role] as const)),
);

/** The classes that coloured code may have. */
export const CODE_CLASSES: readonly string[] = [...new Set(ROLES.values())];

/**
 * Colours the code blocks of a tree, in place, that name a language known here: words are put into `span`s with a class
 * of `CODE_CLASSES`; the text stays the same to the letter. For the screen, the PDF and books only, never for the index.
 */
export function highlightCode(root: Document): void {
  let room = MAX_POST;
  for (const pre of elementsOf(root)) {
    if (pre.name !== 'pre') continue;
    const code = textContent(pre);
    const language = languageOf(pre);
    if (language === null || code.length > Math.min(MAX_BLOCK, room) || !isPlain(pre)) continue;
    if (code.split('\n').some((line) => line.length > MAX_LINE)) continue;
    room -= code.length;
    colour(pre, code, language);
  }
}

/** Only text, `code` and `span`s: anything else (links to lines, pictures, breaks) would be lost. */
function isPlain(pre: Element): boolean {
  return elementsOf(pre).every(
    ({ name, attribs }) =>
      (name === 'code' || name === 'span' || name === 'b') && attribs['id'] === undefined,
  );
}

/** The language that the block, its `code` or what it stands in is said to be in. */
function languageOf(pre: Element): string | null {
  const inner = pre.children.find(
    (child): child is Element => isTag(child) && child.name === 'code',
  );
  const around = [pre.parent, pre.parent?.parent].filter(
    (node) => node !== null && node !== undefined,
  );
  for (const element of [inner, pre, ...around]) {
    if (element === undefined || !isTag(element)) continue;
    const named = namedIn(element.attribs['class'] ?? '') ?? element.attribs['data-lang'];
    if (named !== undefined && named !== null) return named.toLowerCase();
  }
  return null;
}

const NAMED =
  /(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source-|text-)?|brush:\s*)(?<name>[\w+#.-]{1,40})/u;

function namedIn(classes: string): string | null {
  const name = NAMED.exec(classes)?.groups?.['name'];
  // `js:app.js`, `rust,no_run` and `js{1,3}` name more than the language.
  return name?.split(/[:,{]/u)[0] ?? null;
}

function colour(pre: Element, code: string, language: string): void {
  const html = highlighted(code, language);
  if (html === null) return;
  const coloured = parseDocument(html, { decodeEntities: true });
  if (textContent(coloured) !== code) return;
  for (const span of elementsOf(coloured)) giveRole(span);
  const target = pre.children.find(isTag) ?? pre;
  const owner = target.name === 'code' && pre.children.length === 1 ? target : pre;
  owner.children = coloured.children;
  for (const child of owner.children) child.parent = owner;
}

/** Its class becomes that of its role. */
function giveRole(span: Element): void {
  const name = (span.attribs['class'] ?? '').split(' ')[0] ?? '';
  const role = ROLES.get(name);
  span.attribs = role === undefined ? {} : { class: role };
}
