import type { AnyNode, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
  'xmp',
]);
/** Elements that show their white space as written. */
const PREFORMATTED = new Set(['pre', 'listing', 'plaintext', 'xmp']);
/** Elements without text on the page. `rp` only shows where ruby does not work. */
export const SILENT_NAMES: ReadonlySet<string> = new Set(['head', 'title', 'rp', 'audio', 'video']);

/** What must stand between the text so far and the text that follows. */
type Gap = '' | 'soft' | ' ' | '\t' | '\n';

/** Ranks of gaps: the strongest one asked for wins. */
const STRENGTH: Readonly<Record<Gap, number>> = { '': 0, soft: 1, ' ': 2, '\t': 3, '\n': 4 };

/** East Asian wide characters without Hangul: CSS Text 3 §4.1.3 removes a line break between two of them. */
const WIDE =
  /[\u2E80-\u312F\u3190-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const WIDE_END =
  /[\u2E80-\u312F\u3190-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]$/u;
const WIDE_START =
  /^[\u2E80-\u312F\u3190-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u;
const BREAK_IN_WIDE =
  /(?<=[\u2E80-\u312F\u3190-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])[ \t\f]*\n\s*(?=[\u2E80-\u312F\u3190-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])/gu;

interface Writer {
  text: string;
  gap: Gap;
  isPreformatted: boolean;
}

/** True for elements that start and end a line. */
export function isBlockName(name: string): boolean {
  return BLOCKS.has(name);
}

/**
 * The text that a reader sees of a tree made by `parseTree`: white space as a browser collapses it, blocks and `<br>`
 * apart by a line feed, table cells by a tab, ruby with its base first and its reading after it. A line break in the
 * source between two Chinese or Japanese characters is no space, as in the browser.
 */
export function visibleText(root: ParentNode | AnyNode): string {
  const writer: Writer = { text: '', gap: '', isPreformatted: false };
  writeNode(root, writer);
  // White space that does not collapse (U+3000, U+00A0) shows nothing by itself.
  return writer.text.trim() === '' ? '' : writer.text;
}

function writeNode(node: AnyNode, writer: Writer): void {
  if (isText(node)) {
    if (writer.isPreformatted) writePreformatted(node.data, writer);
    else writeCollapsed(node.data, writer);
  } else if (isTag(node)) writeElement(node.name, node, writer);
  else if (hasChildren(node)) writeChildren(node, writer);
}

function writeChildren(parent: ParentNode, writer: Writer): void {
  const { children } = parent;
  if (!children.some(isRubyPart)) for (const child of children) writeNode(child, writer);
  // Old pages write readings without `<ruby>`; none of them shall part the words that they are read for.
  else if (children.some(isReading)) writeRuby(children, writer);
  else writeRubies(children, writer);
}

/** Rubies that touch are one word (`漢` and `字`, each with its reading), so they are written as one. */
function writeRubies(children: readonly AnyNode[], writer: Writer): void {
  let word: AnyNode[] = [];
  for (const child of children) {
    if (isRuby(child)) {
      word.push(...child.children);
      continue;
    }
    writeRuby(word, writer);
    word = [];
    writeNode(child, writer);
  }
  writeRuby(word, writer);
}

function isRubyPart(node: AnyNode): boolean {
  return isTag(node) && node.name.charCodeAt(0) === 0x72 && (isRuby(node) || isReading(node));
}

function isRuby(node: AnyNode): node is Element {
  return isTag(node) && node.name === 'ruby';
}

function writeElement(name: string, element: Element, writer: Writer): void {
  if (SILENT_NAMES.has(name) || isBackArrow(element)) return;
  if (name === 'br') ask(writer, '\n');
  else if (name === 'td' || name === 'th') {
    ask(writer, '\t');
    writeChildren(element, writer);
    ask(writer, '\t');
  } else if (name === 'ruby') writeRuby(element.children, writer);
  else if (!BLOCKS.has(name)) writeChildren(element, writer);
  else writeBlock(name, element, writer);
}

function writeBlock(name: string, element: ParentNode, writer: Writer): void {
  const wasPreformatted = writer.isPreformatted;
  ask(writer, '\n');
  writer.isPreformatted ||= PREFORMATTED.has(name);
  writeChildren(element, writer);
  writer.isPreformatted = wasPreformatted;
  ask(writer, '\n');
}

/** Base texts first, then the readings, so that a word written with a reading over each character is found whole. */
function writeRuby(parts: readonly AnyNode[], writer: Writer): void {
  for (const child of parts) if (!isReading(child)) writeNode(child, writer);
  for (const child of parts) if (isReading(child)) writeNode(child, writer);
}

function isReading(node: AnyNode): boolean {
  return isTag(node) && (node.name === 'rt' || node.name === 'rtc');
}

/** The arrow that leads from a footnote back to its mark: drawn by the Markdown renderer, not written by anybody. */
function isBackArrow({ name, attribs, children }: Element): boolean {
  if (name !== 'a' || attribs['class'] !== 'footnote-backref') return false;
  const [arrow] = children;
  return arrow !== undefined && isText(arrow) && /^↩\uFE0E?$/u.test(arrow.data);
}

function ask(writer: Writer, gap: Gap): void {
  if (STRENGTH[gap] > STRENGTH[writer.gap]) writer.gap = gap;
}

function writePreformatted(text: string, writer: Writer): void {
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (at > 0) {
      // Empty lines inside code are kept; those at its ends belong to the gap between blocks.
      if (
        writer.gap === '\n' &&
        writer.text !== '' &&
        lines.slice(at).some((rest) => rest.trim() !== '')
      ) {
        writer.text += '\n';
      }
      writer.gap = '\n';
    }
    if (line.trim() !== '' || (line !== '' && lines.length === 1)) append(line, writer);
  }
}

/** What a browser shows otherwise than it is written: white space that is not one space. */
const COLLAPSIBLE = /[\t\n\f\r]| {2}/u;

function writeCollapsed(source: string, writer: Writer): void {
  if (isWhiteSpace(source)) askSpace(source, writer);
  else writeWords(source, writer);
}

function askSpace(blank: string, writer: Writer): void {
  if (blank !== '') ask(writer, blank.includes('\n') ? 'soft' : ' ');
}

/** Text that holds more than white space. */
function writeWords(source: string, writer: Writer): void {
  const joined =
    source.includes('\n') && WIDE.test(source) ? source.replaceAll(BREAK_IN_WIDE, '') : source;
  const text = COLLAPSIBLE.test(joined) ? joined.replaceAll(/[ \t\n\f\r]+/gu, ' ') : joined;
  if (text.startsWith(' ')) ask(writer, /^[ \t\f\r]*\n/u.test(joined) ? 'soft' : ' ');
  const isTrailed = text.endsWith(' ');
  append(text.slice(text.startsWith(' ') ? 1 : 0, isTrailed ? -1 : undefined), writer);
  if (isTrailed) ask(writer, /\n[ \t\f\r]*$/u.test(joined.slice(-200)) ? 'soft' : ' ');
}

function isWhiteSpace(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && (unit < 0x09 || unit === 0x0b || unit > 0x0d)) return false;
  }
  return true;
}

function append(text: string, writer: Writer): void {
  if (writer.text !== '' && writer.gap !== '') writer.text += gapText(writer, text);
  writer.gap = '';
  writer.text += text;
}

function gapText({ text: before, gap }: Writer, after: string): string {
  if (gap !== 'soft') return gap;
  return WIDE_END.test(before.slice(-2)) && WIDE_START.test(after.slice(0, 2)) ? '' : ' ';
}
