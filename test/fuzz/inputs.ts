import * as fc from 'fast-check';
import { readSiteConfig } from '../../src/core/post/siteConfig.ts';
import type { PostFile, SiteConfig } from '../../src/core/post/parsedPost.ts';
import { CONFIGS, FRAGMENT, FRONT_MATTERS, HTML, MARKDOWN, postTexts } from './corpus.ts';
import { mutated, mutatedBytes } from './mutate.ts';
import { FRONT_PIECES, HTML_PIECES, MARKDOWN_PIECES } from './pieces.ts';

const ALL_PIECES = [...FRONT_PIECES, ...MARKDOWN_PIECES, ...HTML_PIECES];
const TEXTS = postTexts();

/** Pieces thrown together, some of them many times over, so that what nests is nested deeply. */
export function thrown(pieces: readonly string[], maxLength = 50): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...pieces), fc.constantFrom(3, 30, 300, 2_000))
        .map(([one, times]) => one.repeat(times)),
    },
  );
  return fc.array(piece, { maxLength }).map((parts) => parts.join(''));
}

const body = fc.oneof(thrown(MARKDOWN_PIECES, 20), fc.constantFrom(MARKDOWN, FRAGMENT, ''));

/** Files that are mostly front matter: broken, nested, of every syntax. */
export const frontMatterText = fc.oneof(
  mutated({ texts: FRONT_MATTERS, pieces: FRONT_PIECES }),
  fc
    .tuple(
      fc.constantFrom('---\n', '+++\n', ';;;\n', '{', ''),
      thrown(FRONT_PIECES),
      fc.constantFrom('\n---\n', '\n+++\n', '\n...\n', '\n;;;\n', '}', ''),
      body,
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.jsonValue({ maxDepth: 6 }), body)
    .map(([value, text]) => `${JSON.stringify(value)}\n${text}`),
);

const HTML_NAMES =
  `p div span b i a ul ol li table tbody tr td th caption pre code blockquote h1 h2 details summary figure
  figcaption ruby rb rt rp section main article aside nav header footer form label button select option svg math mi mtext
  foreignObject style script noscript template iframe video audio source img br hr input textarea title xmp dl dt dd center
  font x-y constructor`.split(/\s+/u);
const attribute = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...HTML_PIECES.filter((piece) => piece.startsWith(' ') && piece.length > 2)),
  fc
    .tuple(
      fc.constantFrom('id', 'href', 'src', 'class', 'style', 'title', 'alt', 'lang'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '')}"`),
);
/** Elements in elements in elements, all closed: what nests as HTML does not allow is nested all the same. */
const nested = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'large', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom('words', ' ', '\n', '潮', '&amp;', '&lt;b&gt;'),
      fc.string({ maxLength: 6 }),
    ),
    fc
      .tuple(fc.constantFrom(...HTML_NAMES), attribute, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, written, inner]) => `<${name}${written}>${inner.join('')}</${name}>`),
  ),
})).node;

/** Pages and parts of pages. */
export const htmlText = fc.oneof(
  thrown(HTML_PIECES),
  nested,
  mutated({ texts: [HTML, FRAGMENT], pieces: HTML_PIECES }),
);

/** Markdown as written by nobody, and as broken by somebody. */
export const markdownText = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: T\n---\n'),
    fc.oneof(
      thrown(MARKDOWN_PIECES),
      fc
        .tuple(thrown(MARKDOWN_PIECES, 12), nested, thrown(MARKDOWN_PIECES, 12))
        .map((parts) => parts.join('')),
      mutated({ texts: [MARKDOWN, ...TEXTS], pieces: [...MARKDOWN_PIECES, ...HTML_PIECES] }),
    ),
  )
  .map((parts) => parts.join(''));

/** Any post with any change. */
export const anyText = mutated({ texts: [...TEXTS, HTML, MARKDOWN], pieces: ALL_PIECES });

/** What a generator's configuration says once it is broken. */
const site: fc.Arbitrary<SiteConfig> = fc
  .constantFrom(...CONFIGS)
  .chain(([configName, text]) =>
    fc
      .oneof(fc.constant(text), mutated({ texts: [text], pieces: FRONT_PIECES }))
      .map((configText) => readSiteConfig({ configName, configText })),
  );

/** Paths whose every part decides something. */
const path = fc.oneof(
  fc.constantFrom(
    '_posts/2020-01-01-a.md',
    'a.html',
    'a.txt',
    'notes/a.markdown',
    'content/posts/x/index.md',
    'content/x/_index.md',
    'source/_drafts/b.md',
    '_posts/2020-02-30-.md',
  ),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('_posts', '_drafts', 'content', '__proto__', '..', '2021-13-45-x', '新闻'),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .filter((parts) => parts.every((part) => !/^\/*$|\//u.test(part)))
    .chain((parts) =>
      fc.constantFrom('.md', '.html', '.txt', '').map((end) => parts.join('/') + end),
    ),
);

/** A file of a text. The text is what reports show of it. */
export function fileOf(text: fc.Arbitrary<string>): fc.Arbitrary<PostFile> {
  return fc.tuple(text, path, site).map(([written, at, config]) => ({
    path: at,
    bytes: Buffer.from(written, 'utf8'),
    site: config,
  }));
}

const latin1 = fc.constantFrom(...TEXTS, MARKDOWN).map((text) => Buffer.from(text, 'latin1'));
const encoded = fc.oneof(
  latin1,
  fc.constantFrom(...TEXTS, MARKDOWN).map((text) => Buffer.from(text, 'utf16le')),
  fc.constantFrom(...TEXTS, HTML).map((text) => Buffer.from(text.slice(0, 2_000), 'utf8')),
);
/** GBK, Big5, Shift_JIS and EUC-KR as bytes of two, without meaning but in their ranges. */
const legacy = fc
  .array(
    fc.oneof(
      fc.tuple(fc.integer({ min: 0x81, max: 0xfe }), fc.integer({ min: 0x40, max: 0xfe })),
      fc.tuple(fc.integer({ min: 0xb0, max: 0xd7 }), fc.integer({ min: 0xa1, max: 0xfe })),
      fc.tuple(fc.integer({ min: 0x20, max: 0x7e }), fc.constantFrom(0x20, 0x0a, 0x61)),
    ),
    { maxLength: 300 },
  )
  .map((pairs) => Uint8Array.from(pairs.flat()));

/** Bytes of every charset, broken. */
export const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  mutatedBytes(encoded),
  mutatedBytes(legacy),
  fc.tuple(legacy, encoded).map(([one, other]) => Uint8Array.from([...one, ...other])),
);
