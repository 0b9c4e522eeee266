/** Where the parser stands in the typed text. */
export class QueryText {
  readonly text: string;
  index = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.index >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.index);
  }

  /** The end of what was taken, without white space after it. */
  get lastEnd(): number {
    let end = this.index;
    while (end > 0 && isSpace(this.text.charAt(end - 1))) end -= 1;
    return end;
  }

  skipSpace(): void {
    while (!this.isAtEnd && isSpace(this.next)) this.index += 1;
  }

  /** True when the word `word` stands here alone. */
  isWord(word: string): boolean {
    if (!this.text.startsWith(word, this.index)) return false;
    const end = this.index + word.length;
    return end >= this.text.length || isSpace(this.text.charAt(end));
  }

  /** The rest of the word from here: up to white space, or to a `)` that closes a group opened before the word. */
  takeWord(openGroups: number): string {
    const start = this.index;
    this.index = this.wordEnd(openGroups);
    return this.text.slice(start, this.index);
  }

  /** A quoted phrase that starts here and is closed; null (and nothing taken) otherwise. */
  takePhrase(): string | null {
    const closers = CLOSERS.get(this.next);
    if (closers === undefined) return null;
    const start = this.index + 1;
    // The engine's own search: a query of nothing but open quotes would cost seconds otherwise.
    const ends = Array.from(closers, (closer) => this.text.indexOf(closer, start));
    const end = Math.min(...ends.filter((place) => place >= 0));
    if (!Number.isFinite(end)) return null;
    this.index = end + 1;
    return this.text.slice(start, end);
  }

  /** A phrase in plain quotes with `\"` and `\\` inside, as exact values are written; else as {@link takePhrase}. */
  takeExactPhrase(): string | null {
    const match = this.next === '"' ? this.take(EXACT_PHRASE) : null;
    return match === null ? this.takePhrase() : (match[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
  }

  /** What a sticky expression matches here, taken; null (and nothing taken) otherwise. */
  take(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.index;
    const match = expression.exec(this.text);
    if (match !== null) this.index += match[0].length;
    return match;
  }

  /** True at the end, before white space, and before a `)` that closes a group. */
  isWordEnd(openGroups: number): boolean {
    return this.isAtEnd || isSpace(this.next) || (openGroups > 0 && this.next === ')');
  }

  get isAtQuote(): boolean {
    return CLOSERS.has(this.next);
  }

  private wordEnd(openGroups: number): number {
    let depth = 0;
    for (let at = this.index; at < this.text.length; at += 1) {
      const character = this.text.charAt(at);
      if (isSpace(character)) return at;
      if (character === '(') depth += 1;
      if (character !== ')') continue;
      if (depth === 0 && openGroups > 0) return at;
      depth = Math.max(0, depth - 1);
    }
    return this.text.length;
  }
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"\uff02'],
  ['\uff02', '"\uff02'],
  ['\u201c', '\u201d\u201c'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
]);

const EXACT_PHRASE = /"((?:[^"\\]|\\[^])*)"/y;

const SPACE = /\p{White_Space}/u;

/** White space of any kind, the ideographic space included. */
function isSpace(character: string): boolean {
  return character === ' ' || SPACE.test(character);
}
