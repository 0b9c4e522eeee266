import { finder, indentedCode, readCode, readHtmlCode } from '../../post/codeSpans.ts';

/** An address of a post in its new place; null leaves it as it is written. */
export interface AddressChange {
  /** Of a picture or a link, as written. */
  readonly address: (written: string) => string | null;
  /** Of a name in double brackets, with the words of the link where it has some: what stands in their place. */
  readonly wiki: (name: string, label: string | undefined, isShown: boolean) => string | null;
}

/**
 * Changes the addresses in a body of Markdown and nothing else: of links and pictures, of definitions of references, in
 * HTML and in the tags of site generators, and names in double brackets. Code is left alone.
 */
export function changeAddresses(body: string, change: AddressChange): string {
  return outsideCode(body, (text, isCode) => changeIn(text, change, isCode));
}

const CODE_MARKS = /`+|^ {0,3}~~~+|<(?:pre|code|script|style|textarea)\b/gimu;

/** Gives each stretch between code to `change`; whether a place of it is indented code is told too. */
function outsideCode(
  body: string,
  change: (text: string, isCode: (at: number) => boolean) => string,
): string {
  const find = finder(body);
  const isIndented = indentedCode(body);
  const out: string[] = [];
  let at = 0;
  while (at < body.length) {
    const start = at;
    CODE_MARKS.lastIndex = at;
    const next = CODE_MARKS.exec(body)?.index ?? body.length;
    out.push(change(body.slice(at, next), (place) => isIndented(start + place)));
    if (next === body.length) break;
    const step = body.startsWith('<', next) ? readHtmlCode(body, next, find) : readCode(body, next);
    out.push(body.slice(next, step.after));
    at = step.after;
  }
  return out.join('');
}

/** What holds an address: each alternative in groups of its own, all of them bounded. */
const PLACES = new RegExp(
  [
    // `](address` and `](<address>`, with one pair of brackets in it.
    String.raw`\]\([ \t]*(?:<(?<inline>[^<>\n]{1,2000})>|(?<bare>[^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,4}))`,
    // `[label]: address` at the beginning of a line.
    String.raw`^[ >]{0,8}\[(?![\^#])[^\]\n]{1,300}\]:[ \t]*(?:<(?<defined>[^<>\n]{1,2000})>|(?<definedBare>\S{1,2000}))`,
    // `[[name|words]]`.
    String.raw`(?<bang>!?)\[\[(?<name>[^[\]\n|]{1,200})(?:\|(?<label>[^[\]\n]{0,200}))?\]\]`,
    // A tag of HTML or of a site generator, whose values are looked at by themselves.
    String.raw`(?<tag><[a-z](?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,100}>|\{\{[<%][^{}]{1,2000}[>%]\}\}|\{%[^{}]{1,2000}%\})`,
  ].join('|'),
  'dgimu',
);

function changeIn(text: string, change: AddressChange, isCode: (at: number) => boolean): string {
  const out: string[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACES)) {
    const made = isCode(match.index) ? null : changed(match, change);
    if (made === null) continue;
    out.push(text.slice(from, made.start), made.text);
    from = made.end;
  }
  out.push(text.slice(from));
  return out.join('');
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ADDRESS_GROUPS = ['inline', 'bare', 'defined', 'definedBare'];

function changed(match: RegExpExecArray, change: AddressChange): Change | null {
  const { name, label, bang, tag } = match.groups ?? {};
  const whole = { start: match.index, end: match.index + match[0].length };
  if (name !== undefined) {
    const text = change.wiki(name, label, bang === '!');
    return text === null ? null : { ...whole, text };
  }
  if (tag === undefined) return changedAddress(match, change);
  const text = changeTag(tag, change);
  return text === tag ? null : { ...whole, text };
}

function changedAddress(match: RegExpExecArray, change: AddressChange): Change | null {
  for (const group of ADDRESS_GROUPS) {
    const range = match.indices?.groups?.[group];
    if (range === undefined) continue;
    const text = change.address(match.groups?.[group] ?? '');
    return text === null ? null : { start: range[0], end: range[1], text };
  }
  return null;
}

const VALUE =
  /(?<lead>[\s"'(]|\b[\w-]{1,40}\s?=\s?)(?:"(?<double>[^"\n]{1,2000})"|'(?<single>[^'\n]{1,2000})'|(?<bare>[^\s"'=<>(){}]{1,2000}))/gu;
const ADDRESS_ATTRIBUTE =
  /\b(?:src|href|poster|data-src|data-original|data-lazy-src|data-actualsrc|data-echo)\s*=\s*(?:"(?<double>[^"]{1,2000})"|'(?<single>[^']{1,2000})'|(?<bare>[^\s"'<>]{1,2000}))/dgiu;
const SETS = /\bsrcset\s*=\s*"(?<set>[^"]{1,8000})"/dgiu;

/** In HTML the attributes that hold addresses; in other tags every value that is the address of a file or of a post. */
function changeTag(tag: string, change: AddressChange): string {
  if (!tag.startsWith('<')) {
    return tag.replaceAll(VALUE, (whole: string, ...rest: unknown[]) => {
      const groups = rest.at(-1);
      const written = valueIn(groups);
      const made = /[./]/u.test(written) ? change.address(written) : null;
      return made === null ? whole : replaceLast(whole, written, made);
    });
  }
  const withAddresses = tag.replaceAll(ADDRESS_ATTRIBUTE, (whole: string, ...rest: unknown[]) => {
    const written = valueIn(rest.at(-1));
    const made = change.address(written.replaceAll('&amp;', '&'));
    return made === null ? whole : replaceLast(whole, written, made);
  });
  return withAddresses.replaceAll(SETS, (whole, set: string) =>
    replaceLast(whole, set, changeSet(set, change)),
  );
}

/** `a.png 1x, b.png 2x`. */
function changeSet(set: string, change: AddressChange): string {
  return set
    .split(',')
    .map((candidate) => {
      const address = candidate.trim().split(/\s/u)[0] ?? '';
      const made = address === '' ? null : change.address(address);
      return made === null ? candidate : candidate.replace(address, () => made);
    })
    .join(',');
}

function valueIn(groups: unknown): string {
  if (typeof groups !== 'object' || groups === null) return '';
  const value: unknown =
    Reflect.get(groups, 'double') ?? Reflect.get(groups, 'single') ?? Reflect.get(groups, 'bare');
  return typeof value === 'string' ? value : '';
}

function replaceLast(whole: string, written: string, made: string): string {
  const at = whole.lastIndexOf(written);
  return whole.slice(0, at) + made + whole.slice(at + written.length);
}
