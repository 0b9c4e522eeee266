import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { escapeHtml } from './templateTags.ts';

/** Characters of one formula, its marks included. */
const MAX_INLINE = 1000;
const MAX_DISPLAY = 5000;
/** Dollars looked at for one that closes a formula. */
const MAX_TRIES = 8;
/** Lines of one formula that stands on its own. */
const MAX_LINES = 300;

/**
 * Keeps mathematics readable: a formula in `$…$`, `$$…$$`, `\(…\)`, `\[…\]` (with one backslash or, as Jekyll's
 * authors write them, two) or `\begin{x}…\end{x}` is shown as its source, untouched by Markdown's own marks, so that
 * what is seen is what is searched. The rule for `$` is Pandoc's (`tex_math_dollars`): no space inside the marks, no
 * digit after the closing one, so that prices stay prices.
 */
export function keepMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math', (state, isSilent) => readFormula(state, isSilent));
  md.renderer.rules['math_block'] = (tokens, at) =>
    escapeHtml(tokens[at]?.content ?? '').replaceAll('\n', '<br>\n');
  md.block.ruler.before('fence', 'math', readDisplay, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

const DOLLAR = 0x24;
const BACKSLASH = 0x5c;

/** A formula inside a line of text. */
interface Formula {
  /** As it is shown, marks included. */
  readonly text: string;
  /** Where the line goes on. */
  readonly after: number;
}

function readFormula(state: StateInline, isSilent: boolean): boolean {
  const first = state.src.charCodeAt(state.pos);
  if (first !== DOLLAR && first !== BACKSLASH) return false;
  const found =
    first === DOLLAR ? readDollars(state.src, state.pos) : readBackslash(state.src, state.pos);
  if (found === null) return false;
  if (!isSilent) {
    state.push('math_open', 'span', 1).attrs = [['class', 'math']];
    state.push('text', '', 0).content = found.text;
    state.push('math_close', 'span', -1);
  }
  state.pos = found.after;
  return true;
}

function readDollars(source: string, at: number): Formula | null {
  const isDouble = source.charCodeAt(at + 1) === DOLLAR;
  if (source.charCodeAt(at - 1) === DOLLAR || source.startsWith('$$$', at)) return null;
  const from = at + (isDouble ? 2 : 1);
  const window = source.slice(from, from + (isDouble ? MAX_DISPLAY : MAX_INLINE));
  const length = isDouble ? window.indexOf('$$') : closingDollar(window);
  if (length <= 0 || window.slice(0, length).trim() === '') return null;
  const after = from + length + (isDouble ? 2 : 1);
  return { text: source.slice(at, after), after };
}

/** Where the formula in `window` ends by Pandoc's rule; -1 when it holds none. */
function closingDollar(window: string): number {
  if (/^\s/u.test(window)) return -1;
  let at = window.indexOf('$');
  for (
    let tries = 0;
    at !== -1 && tries < MAX_TRIES;
    tries += 1, at = window.indexOf('$', at + 1)
  ) {
    if (window.charCodeAt(at - 1) === BACKSLASH) continue;
    const isClosing = /^\S\$(?!\d)/u.test(window.slice(at - 1, at + 2));
    // Code, links and elements of Markdown's are no part of a formula: these dollars are prices or variables.
    if (!isClosing) continue;
    return /`|\]\(|<[a-z/!]/iu.test(window.slice(0, at)) ? -1 : at;
  }
  return -1;
}

/** What tells a formula from words whose brackets were escaped: a command, an index, a power, an equation. */
const MATHEMATICS = /\\[a-z]+|[\^=]|(?<!\\)_[\w{]/iu;

function readBackslash(source: string, at: number): Formula | null {
  if (source.charCodeAt(at - 1) === BACKSLASH) return null;
  const marks = source.charCodeAt(at + 1) === BACKSLASH ? '\\\\' : '\\';
  const opening = source.charAt(at + marks.length);
  if (opening !== '(' && opening !== '[') return null;
  const closing = opening === '(' ? ')' : ']';
  const from = at + marks.length + 1;
  const window = source.slice(from, from + (opening === '(' ? MAX_INLINE : MAX_DISPLAY));
  const length = window.indexOf(marks + closing);
  const content = window.slice(0, Math.max(0, length));
  if (!isFormula(content, opening)) return null;
  const after = from + length + marks.length + 1;
  return { text: `\\${opening}${content}\\${closing}`, after };
}

function isFormula(content: string, opening: string): boolean {
  if (/`|\]\(/u.test(content)) return false;
  return MATHEMATICS.test(content) || (opening === '(' && /^\s*[a-z]\s*$/iu.test(content));
}

const DISPLAY_START = /^(?:\$\$(?!\$)|\\{1,2}\[|\\begin\{(?<name>[a-z]{1,20}\*?)\})/iu;

/** A formula on lines of its own, up to the next blank line; where it ends is told by `state.line`. */
function readDisplay(state: StateBlock, startLine: number, ...rest: [number, boolean]): boolean {
  const [endLine, isSilent] = rest;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = DISPLAY_START.exec(lineAt(state, startLine));
  if (start === null) return false;
  const last = closingLine(state, {
    startLine,
    endLine,
    opening: start[0],
    closing: closingOf(start),
  });
  if (last === -1) return false;
  const lines = Array.from({ length: last - startLine + 1 }, (_unused, at) =>
    lineAt(state, startLine + at),
  );
  // Brackets that somebody escaped are no formula.
  if (start[0].endsWith('[') && !MATHEMATICS.test(lines.join(' ').slice(start[0].length))) {
    return false;
  }
  if (isSilent) return true;
  addDisplay(state, lines, [startLine, last + 1]);
  state.line = last + 1;
  return true;
}

/** Markdown's line without what encloses it (quote marks, indents) and without spaces around it. */
function lineAt(state: StateBlock, line: number): string {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(from, state.eMarks[line]).trim();
}

function closingOf(start: RegExpExecArray): string {
  const name = start.groups?.['name'];
  if (name !== undefined) return `\\end{${name}}`;
  return start[0].replace('[', ']');
}

/** The line at whose end the formula closes; -1 when it does not, or something follows on that line. */
function closingLine(
  state: StateBlock,
  {
    startLine,
    endLine,
    opening,
    closing,
  }: {
    readonly startLine: number;
    readonly endLine: number;
    readonly opening: string;
    readonly closing: string;
  },
): number {
  for (let line = startLine; line < Math.min(endLine, startLine + MAX_LINES); line += 1) {
    const text = lineAt(state, line);
    if (text === '' || (state.sCount[line] ?? 0) < state.blkIndent) return -1;
    const at = text.indexOf(closing, line === startLine ? closing.length : 0);
    if (at !== -1) return at + closing.length === text.length ? line : -1;
    // The same beginning once more: the first never closes.
    if (line > startLine && text.startsWith(opening)) return -1;
  }
  return -1;
}

function addDisplay(state: StateBlock, lines: readonly string[], map: [number, number]): void {
  const opening = state.push('math_block_open', 'p', 1);
  opening.attrs = [['class', 'math']];
  opening.map = map;
  const isDoubled = lines[0]?.startsWith('\\\\[') === true;
  const written = lines.join('\n');
  const body = state.push('math_block', '', 0);
  body.content = isDoubled ? `${written.slice(1, -3)}\\]` : written;
  state.push('math_block_close', 'p', -1);
}
