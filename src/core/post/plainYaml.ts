/** Longer blocks are left to the YAML reader. */
const MAX_LENGTH = 20_000;
const KEY = /^[A-Za-z][\w-]{0,60}$/u;

/** What a UTF-16 unit may mean to YAML. */
const DOUBTFUL = 0;
/** Never anything but text, wherever it stands. */
const TEXT = 1;
/** Text, unless a value begins with it. */
const MARK = 2;
const CLASSES = makeClasses();

/**
 * Reads a block of YAML that holds nothing but `key: value` lines with plain, quoted or `[a, b]` values and lists of
 * them, as most front matter does: a fortieth of the time of a whole YAML reader. Null for everything that could possibly mean more (nested
 * values, comments, anchors, escapes, empty values, repeated keys, unusual characters …), also for what is broken. When
 * it answers, it answers what `readYaml` does: every value as written.
 */
export function readPlainYaml(block: string): ReadonlyMap<string, unknown> | null {
  if (block.length > MAX_LENGTH) return null;
  const fields = new Map<string, unknown>();
  const lines = block.split('\n');
  // The block ends with a line feed.
  if (block.endsWith('\n')) lines.pop();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const colon = line.indexOf(':');
    const key = line.slice(0, colon);
    if (!KEY.test(key) || fields.has(key)) return null;
    const entries = colon === line.length - 1 ? readEntries(lines, at + 1) : null;
    const value = entries ?? readValue(line.slice(colon + 1));
    if (value === null) return null;
    fields.set(key, value);
    at += entries?.length ?? 0;
  }
  return fields;
}

/** The `  - entry` lines of a list below its key, all indented by two spaces or none; null when there are none. */
function readEntries(lines: readonly string[], from: number): readonly string[] | null {
  const lead = lines[from]?.startsWith('- ') === true ? '- ' : '  - ';
  const entries: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!line.startsWith(lead)) break;
    const written = line.slice(lead.length);
    const entry = written.startsWith('"') ? readQuoted(written) : plainOrNull(written);
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries.length > 0 ? entries : null;
}

/** `behind` is what stands behind the colon. */
function readValue(behind: string): string | readonly string[] | null {
  if (!behind.startsWith(' ')) return null;
  const written = behind.slice(1);
  if (written.startsWith('"')) return readQuoted(written);
  if (written.startsWith('[')) return readList(written);
  return plainOrNull(written);
}

function plainOrNull(written: string): string | null {
  return isPlain(written) ? written : null;
}

function readQuoted(written: string): string | null {
  const last = written.length - 1;
  if (last < 1 || written.indexOf('"', 1) !== last || written.includes('\\')) return null;
  for (let at = 1; at < last; at += 1) if (classAt(written, at) === DOUBTFUL) return null;
  return written.slice(1, last);
}

function readList(written: string): readonly string[] | null {
  if (!written.endsWith(']')) return null;
  const entries = written
    .slice(1, -1)
    .split(',')
    .map((entry) => (entry.startsWith(' ') ? entry.slice(1) : entry));
  return entries.every(isListEntry) ? entries : null;
}

/** Inside brackets the marks mean more, so words with single spaces are all that is believed. */
function isListEntry(entry: string): boolean {
  if (!isPlain(entry)) return false;
  for (let at = 0; at < entry.length; at += 1) {
    if (classAt(entry, at) !== TEXT && entry.charAt(at) !== ' ') return false;
  }
  return true;
}

/** True for a scalar without quotes that ends where the line ends and cannot be taken for a map, comment or reference. */
function isPlain(written: string): boolean {
  if (classAt(written, 0) !== TEXT || written.endsWith(' ')) return false;
  for (let at = 1; at < written.length; at += 1) {
    const kind = classAt(written, at);
    if (kind === DOUBTFUL) return false;
    if (kind === TEXT) continue;
    const mark = written.charAt(at);
    if (mark === '#' || (mark === ':' && isBlankAt(written, at + 1))) return false;
  }
  return true;
}

/** True where a colon before it would make a map. */
function isBlankAt(written: string, at: number): boolean {
  return at >= written.length || written.charAt(at) === ' ';
}

/** Past the end everything is doubtful. */
function classAt(text: string, at: number): number {
  return CLASSES[text.charCodeAt(at)] ?? DOUBTFUL;
}

/**
 * ASCII letters and digits, and the scripts and punctuation that Chinese, Japanese, Korean and European posts are
 * written in, are text; other printable ASCII is a mark. Controls, unusual spaces, surrogates, line separators and
 * the byte order mark stay doubtful.
 */
function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  classes.fill(MARK, 0x20, 0x7f);
  classes.fill(TEXT, 0x30, 0x3a).fill(TEXT, 0x41, 0x5b).fill(TEXT, 0x61, 0x7b);
  classes.fill(TEXT, 0xc0, 0x250).fill(TEXT, 0x2010, 0x2028).fill(TEXT, 0x2030, 0x205f);
  classes.fill(TEXT, 0x3001, 0x3100).fill(TEXT, 0x3400, 0xa000).fill(TEXT, 0xac00, 0xd7a4);
  return classes.fill(TEXT, 0xff01, 0xffef);
}
