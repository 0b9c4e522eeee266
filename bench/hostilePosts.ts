import { encodeGbk } from './gbk.ts';
import type { GeneratedPost } from './generatedPost.ts';
import { mixSeeds, pick, seededRandom } from './random.ts';

/** What can be wrong with a post; every one of these was met in the wild or is a known attack. */
export type Oddity = keyof typeof SPOILERS;

/** One post in this many is odd. */
const ODD_ONE_IN = 100;
/** Keeps the choice of odd posts apart from the stream that writes them. */
const ODDITY_SALT = 0x0dd;

/** Which oddity post `index` of a hostile archive has; null for the 99 % that stay sound. */
export function oddityOf(seed: number, index: number): Oddity | null {
  const random = seededRandom(mixSeeds(seed ^ ODDITY_SALT, index));
  return random() * ODD_ONE_IN < 1 ? pick(random, ODDITIES) : null;
}

/** `post` with one oddity. `index` keeps changed file names unique. */
export function madeOdd(post: GeneratedPost, oddity: Oddity, index: number): GeneratedPost {
  return { ...post, oddity, ...SPOILERS[oddity](post, index) };
}

type Spoiler = (post: GeneratedPost, index: number) => Partial<GeneratedPost>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const field = (name: string): RegExp => new RegExp(`^${name}: .*$`, 'mu');
/** The front matter is the text up to the second `---` line. */
const bodyStart = (text: string): number => text.indexOf('\n---\n') + 5;
const withBody = (text: string, body: string): string => text.slice(0, bodyStart(text)) + body;

const SPOILERS = {
  'ascii-quotes-in-title': ({ text }) => ({
    text: text.replace(field('title'), 'title: "港口的 "慢" 船与 "快" 信"'),
  }),
  'empty-title': ({ text }) => ({ text: text.replace(field('title'), 'title: ""') }),
  'no-title': ({ text }) => ({ text: text.replace(/^title: .*\n/mu, '') }),
  'no-date': ({ text }) => ({ text: text.replace(/^date: .*\n/mu, '') }),
  'offset-only-date': ({ text }) => ({ text: text.replace(field('date'), 'date:  +0800') }),
  'impossible-date': ({ text }) => ({
    text: text.replace(field('date'), 'date: 2022-13-45 25:61:00 +0800'),
  }),
  'broken-file-name': ({ path }) => ({ path: path.replace(/\d{4}-\d\d-\d\d-/u, '-') }),
  'empty-file': () => ({ text: '', bytes: new Uint8Array() }),
  'only-front-matter': ({ text }) => ({ text: text.slice(0, bodyStart(text)) }),
  'no-front-matter': ({ text }) => ({ text: text.slice(bodyStart(text)) }),
  'unclosed-front-matter': ({ text }) => ({ text: text.replace('\n---\n', '\n') }),
  'duplicate-keys': ({ text }) => ({ text: text.replace('---\n', '---\ntitle: 先写的标题\n') }),
  'tab-in-yaml': ({ text }) => ({ text: text.replace('---\n', '---\nauthor:\n\tname: 佚名\n') }),
  'script-front-matter': ({ text }) => ({
    text: text.replace('---\n', '---js\n{ title: (globalThis.wasRun = "yes") }\n'),
  }),
  'alias-bomb': ({ text }) => ({ text: text.replace('---\n', `---\n${ALIAS_BOMB}`) }),
  gbk: ({ text }) => ({ bytes: encodeGbk(text) }),
  'gbk-file-name': ({ path }, index) => ({
    nameBytes: encodeGbk(
      `${path.slice('_posts/'.length, '_posts/2020-01-01'.length)}-江汀${index}.md`,
    ),
  }),
  'utf16-with-mark': ({ text }) => ({
    bytes: new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
  }),
  'invalid-utf8': ({ text }) => ({
    bytes: Uint8Array.of(...utf8(text), 0xff, 0xc0, 0x80, 0xe6, 0x0a),
  }),
  'null-bytes': ({ text }) => ({ bytes: utf8(text.replaceAll('，', '，\0')) }),
  crlf: ({ text }) => ({ text: text.replaceAll('\n', '\r\n') }),
  'byte-order-mark': ({ text }) => ({ text: `\ufeff${text}` }),
  'script-in-body': ({ text }) => ({
    text: withBody(
      text,
      `<script>globalThis.wasRun=1</script><img src=x onerror="globalThis.wasRun=1"><p>正文还在。</p>\n`,
    ),
  }),
  'deep-nesting': ({ text }) => ({
    text: withBody(text, `${'<div>'.repeat(5000)}<p>最里面的一句。</p>\n`),
  }),
  'one-long-line': ({ text }) => ({ text: withBody(text, `${'潮水来了又退，'.repeat(40_000)}\n`) }),
  'path-escape-image': ({ text }) => ({
    text: withBody(text, '![外面的图](../../../../etc/passwd)\n\n正文还在。\n'),
  }),
} as const satisfies Readonly<Record<string, Spoiler>>;

const ODDITIES: readonly Oddity[] = Object.keys(SPOILERS).filter(isOddity);

function isOddity(name: string): name is Oddity {
  return Object.hasOwn(SPOILERS, name);
}

/** Nine levels of nine: 387 million nodes for a reader that copies what an alias points to. */
const ALIAS_BOMB = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map((name, level, names) => {
    const previous = names[level - 1];
    const value = previous === undefined ? 'lol' : `*${previous}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => value).join(', ')}]\n`;
  })
  .join('');
