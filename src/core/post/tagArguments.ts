/** What stands behind the name of a template tag. */
export interface TagArguments {
  /** Values without a name, in order. */
  readonly positional: readonly TagValue[];
  /** `key="value"` and `key=value`, names in lower case; the first of a name. */
  readonly named: ReadonlyMap<string, string>;
  /** All as written. */
  readonly written: string;
}

/** One value. */
interface TagValue {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Values read of one tag; a tag is at most 2,000 characters long. */
const VALUE =
  /(?:(?<name>[A-Za-z_][\w.-]{0,60})\s{0,10}=\s{0,10})?(?:"(?<double>(?:[^"\\]|\\.){0,2000})"|'(?<single>(?:[^'\\]|\\.){0,2000})'|`(?<tick>[^`]{0,2000})`|(?<bare>[^\s"'`,][^\s"'`]{0,2000}))/gsu;

/** Reads the arguments of Liquid includes, Hexo tags, Hugo and Zola shortcodes: words, quoted texts and named values. */
export function readArguments(written: string): TagArguments {
  const positional: TagValue[] = [];
  const named = new Map<string, string>();
  for (const { groups = {} } of written.matchAll(VALUE)) {
    const value = valueIn(groups);
    const name = groups['name']?.toLowerCase();
    if (name === undefined) positional.push(value);
    else if (!named.has(name)) named.set(name, value.text);
  }
  return { positional, named, written };
}

function valueIn(groups: Readonly<Record<string, string | undefined>>): TagValue {
  const quoted = groups['double'] ?? groups['single'] ?? groups['tick'];
  if (quoted === undefined) return { text: trimmed(groups['bare']), isQuoted: false };
  return { text: quoted.replaceAll(/\\(?<mark>["'\\])/gu, '$<mark>'), isQuoted: true };
}

function trimmed(bare: string | undefined): string {
  return (bare ?? '').replace(/,$/u, '');
}

/** The first of these named values that is not empty; '' when none is. */
export function valueOf({ named }: TagArguments, ...names: readonly string[]): string {
  return names.map((name) => named.get(name) ?? '').find((value) => value !== '') ?? '';
}

/** Whether a value names a picture. */
export function isPicture(value: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico)(?:[?#]\S*)?$/iu.test(value);
}

/** Whether a value is an address of the web. */
export function isAddress(value: string): boolean {
  return /^(?:https?:)?\/\/[^\s/]/iu.test(value);
}

/** Whether a value is words for readers rather than a name, a number, a path or code. */
export function isReadable(value: string): boolean {
  if (isAddress(value) || isPicture(value) || /^[\d\s.,;:%#()/-]*$/u.test(value)) return false;
  return /\p{L}\s+\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    value,
  );
}
