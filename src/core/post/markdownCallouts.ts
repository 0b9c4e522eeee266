const KINDS =
  /^(?:note|tip|hint|info|warning|caution|danger|error|important|attention|success|question|example|abstract|summary|quote|bug|failure|details|seealso|todo|admonition)$/iu;
const FENCE = /^[ \t>]*(?<run>`{3,}|~{3,})/u;
const OPENING =
  /^ {0,3}:{3,}[ \t]*(?:\{(?<list>[^{}]{1,300})\}|(?<kind>[a-z][\w-]{0,40})(?<title>[^\n]{0,300}?))[ \t]*:*[ \t]*$/iu;
const CLOSING = /^ {0,3}:{3,}[ \t]*$/u;
const INDENTED =
  /^(?:!!!|\?\?\?\+?)[ \t]+(?<kind>[a-z][\w-]{0,40})(?:[ \t][\w \t-]{0,60})?(?:[ \t]+"(?<title>[^"\n]{0,300})")?[ \t]*$/iu;

/**
 * Callouts of Pandoc, Docusaurus and VuePress (`::: warning` to `:::`) and of MkDocs (`!!! note "Title"` over indented
 * lines) as quotations that begin with their title, as GitHub's alerts do; other fenced divisions lose their marks. Code is
 * left alone, and what has no end. Linear in the length of the body.
 */
export function withCallouts(body: string): string {
  if (!/^ {0,3}:::|^(?:!!!|\?\?\?)/mu.test(body)) return body;
  const lines = body.split('\n');
  const pairs = pairedLines(lines);
  const out: string[] = [];
  let fence = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    fence = fenceAfter(line, fence);
    const pair = pairs.get(at);
    const indented = fence === '' ? INDENTED.exec(line)?.groups : undefined;
    if (pair !== undefined) out.push(pair);
    else if (indented && isIndented(lines[at + 1] ?? '')) {
      out.push(`> **${titleOf(indented['kind'], indented['title'])}**`, '>');
      at = quoteIndented(lines, at + 1, out);
    } else out.push(line);
  }
  return out.join('\n');
}

/** Quotes the lines of a callout; the number of its last. */
function quoteIndented(lines: readonly string[], from: number, out: string[]): number {
  let at = from;
  while (isIndented(lines[at] ?? '') || isBlankBefore(lines, at)) {
    out.push(`> ${(lines[at] ?? '').replace(/^(?: {4}|\t)/u, '')}`);
    at += 1;
  }
  return at - 1;
}

/** What the lines become that open and close a division, by their number. */
function pairedLines(lines: readonly string[]): ReadonlyMap<number, string> {
  const pairs = new Map<number, string>();
  const open: { readonly at: number; readonly opening: string; readonly closing: string }[] = [];
  let fence = '';
  for (const [at, line] of lines.entries()) {
    fence = fenceAfter(line, fence);
    if (fence !== '' || !line.includes(':::')) continue;
    if (CLOSING.test(line)) {
      const last = open.pop();
      if (last === undefined) continue;
      pairs.set(last.at, last.opening).set(at, last.closing);
      continue;
    }
    const found = OPENING.exec(line)?.groups;
    if (found) open.push({ at, ...marksOf(found) });
  }
  return pairs;
}

function marksOf(found: Readonly<Record<string, string | undefined>>): {
  readonly opening: string;
  readonly closing: string;
} {
  const classes = [...(found['list'] ?? '').matchAll(/\.(?<name>[\w-]+)/gu)];
  const names = classes.map(({ groups }) => groups?.['name'] ?? '');
  const kind = found['kind'] ?? names.find((name) => KINDS.test(name.replace(/^callout-/u, '')));
  const bare = kind?.replace(/^callout-/u, '') ?? '';
  if (!KINDS.test(bare)) return { opening: '', closing: '' };
  const title = found['title']?.trim().replace(/^\[(?<inner>[^\]]*)\]$/u, '$<inner>');
  return {
    opening: `\n<blockquote>\n\n**${titleOf(bare, title)}**\n`,
    closing: '\n</blockquote>\n',
  };
}

function titleOf(kind = '', title = ''): string {
  return title.trim() === '' ? kind.charAt(0).toUpperCase() + kind.slice(1) : title.trim();
}

function isIndented(line: string): boolean {
  return /^(?: {4}|\t)\s*\S/u.test(line);
}

/** A blank line that more of the callout follows. */
function isBlankBefore(lines: readonly string[], at: number): boolean {
  return at < lines.length && (lines[at] ?? '').trim() === '' && isIndented(lines[at + 1] ?? '');
}

/** The marks of the code block that is open behind a line; empty outside of one. */
function fenceAfter(line: string, open: string): string {
  const run = FENCE.exec(line)?.groups?.['run'] ?? '';
  if (open === '') return run;
  return run.startsWith(open) && line.trim() === run ? '' : open;
}
