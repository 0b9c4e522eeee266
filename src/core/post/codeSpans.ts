/** A part of a body that was walked over: its text, and where the walk goes on. */
export interface Step {
  readonly text: string;
  readonly after: number;
}

/** Longest code span looked for; keeps a body full of lone backticks linear. */
const MAX_SPAN = 2000;
/** How far back an indented line looks for the text above its block. */
const MAX_BACK = 2000;

/** Copies a code span or fence of Markdown whole; a lone run of backticks is copied as it is. */
export function readCode(body: string, at: number): Step {
  const fence = /^\s*(?<run>`+|~+)/u.exec(body.slice(at, at + 200))?.groups?.['run'] ?? '`';
  const from = body.indexOf(fence, at) + fence.length;
  const isBlock =
    fence.length >= 3 && /(?:^|\n)[ \t>*-]*$/u.test(body.slice(Math.max(0, at - 20), at));
  const close = isBlock
    ? closingFence(body, from, fence)
    : closingRun(body.slice(0, from + MAX_SPAN), from, fence);
  if (close === -1) {
    const after = isBlock ? body.length : from;
    return { text: body.slice(at, after), after };
  }
  return { text: body.slice(at, close), after: close };
}

/** The closing fence may be indented, and longer than the opening one. */
function closingFence(body: string, from: number, fence: string): number {
  let at = body.indexOf(fence, from);
  for (let tries = 0; at !== -1 && tries < 1000; tries += 1) {
    const lineStart = body.lastIndexOf('\n', at) + 1;
    if (lineStart > from - fence.length && /^[ \t>]*$/u.test(body.slice(lineStart, at))) {
      let end = at + fence.length;
      while (body.charAt(end) === fence.charAt(0)) end += 1;
      return end;
    }
    at = body.indexOf(fence, at + fence.length);
  }
  return -1;
}

function closingRun(body: string, from: number, run: string): number {
  let at = body.indexOf(run, from);
  while (at !== -1) {
    let end = at + run.length;
    while (body.charAt(end) === '`') end += 1;
    if (end - at === run.length) return end;
    at = body.indexOf(run, end);
  }
  return -1;
}

/** Where a text stands next at or behind a place; -1 when nowhere. */
export type Find = (text: string, from: number) => number;

/** Looks for texts from ever later places, and over each part of the body but once for each text. */
export function finder(body: string): Find {
  const next = new Map<string, number>();
  return (text, from) => {
    const known = next.get(text);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = body.indexOf(text, from);
    next.set(text, found);
    return found;
  };
}

/** Copies `<pre>` or `<code>` with all up to its end (in the same letter case); a tag without an end by itself. */
export function readHtmlCode(body: string, at: number, find: Find): Step {
  const name = /^<(?<name>[a-z]+)/iu.exec(body.slice(at, at + 20))?.groups?.['name'] ?? 'pre';
  const limit = name.toLowerCase() === 'code' ? at + 20_000 : body.length;
  const end = find(`</${name}`, at);
  if (end === -1 || end > limit) return { text: body.slice(at, at + 1), after: at + 1 };
  const after = end + name.length + 2;
  return { text: body.slice(at, after), after };
}

/** Tells of places in a body, asked from its beginning to its end, whether they stand in an indented block of code. */
export function indentedCode(body: string): (at: number) => boolean {
  let lineStart = 0;
  let lineEnd = endOfLine(body, 0);
  let isCode: boolean | null = null;
  return (at) => {
    while (lineEnd < at) {
      const next = lineEnd + 1;
      // The next line of the same block needs no second look at what stands above.
      isCode =
        isCode !== null && isIndentedAt(body, lineStart) && isIndentedAt(body, next)
          ? isCode
          : null;
      lineStart = next;
      lineEnd = endOfLine(body, next);
    }
    isCode ??= isIndentedAt(body, lineStart) && isBelowText(body, lineStart);
    return isCode;
  };
}

function endOfLine(body: string, from: number): number {
  const end = body.indexOf('\n', from);
  return end === -1 ? body.length : end;
}

/**
 * Whether an indented line and those above it stand below a blank line and text that is no list, as a block of code does.
 */
function isBelowText(body: string, lineStart: number): boolean {
  const above = body
    .slice(Math.max(0, lineStart - MAX_BACK), lineStart)
    .split('\n')
    .slice(0, -1);
  let isBlankSeen = above.length === 0;
  for (const line of above.toReversed()) {
    if (line.trim() === '') isBlankSeen = true;
    else if (!isIndented(line)) return isBlankSeen && !LIST_OR_INDENT.test(line);
    else isBlankSeen = false;
  }
  return true;
}

const LIST_OR_INDENT = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|:)\s|^ /u;

function isIndentedAt(body: string, lineStart: number): boolean {
  return isIndented(body.slice(lineStart, lineStart + 4));
}

function isIndented(line: string): boolean {
  return line.startsWith('    ') || line.startsWith('\t');
}
