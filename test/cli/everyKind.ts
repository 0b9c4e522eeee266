import { Buffer } from 'node:buffer';

/** A post that is hard on some format, and what must be read back of it whatever the format. */
export interface HardPost {
  readonly path: string;
  /** The file as it lies in the archive. */
  readonly bytes: Buffer;
  /** As shown. */
  readonly title: string;
  readonly day: string;
  readonly source: string | null;
  readonly tags: readonly string[];
  /** What a reader sees of it from top to bottom, white space aside. */
  readonly pieces: readonly string[];
  /** What stands above, beside or from right to left, so that its place among the rest is the reader's affair. */
  readonly loose: readonly string[];
  /** Number of the post that it links to; null = none. */
  readonly linksTo: number | null;
}

interface Given {
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly pieces: readonly string[];
  readonly loose?: readonly string[];
  readonly source?: string;
  readonly tags?: readonly string[];
  readonly linksTo?: number;
}

/** 港口的旧灯塔 and a sentence, in GBK. */
const GBK_TITLE = [0xb8, 0xdb, 0xbf, 0xda, 0xb5, 0xc4, 0xbe, 0xc9, 0xb5, 0xc6, 0xcb, 0xfe];
const GBK_LINE = [0xb8, 0xdb, 0xbf, 0xda, 0xb5, 0xc4, 0xb5, 0xc6, 0xcb, 0xfe, 0xc1, 0xc1];
const GBK_END = [0xc1, 0xcb, 0xa1, 0xa3];

/** The words that the reader marked, in {@link hardPosts}' last post, and what was written on them. */
export const MARKED = '潮水退到第三级石阶';
export const PASSAGE_NOTE = '问老顾哪一年修的';
export const POST_NOTE = 'Read again before winter';

const LONG = `${'一个没有标点也没有尽头的标题走过了栈桥走过了灯塔走过了鱼市又走回来，'.repeat(4)}Lighthouse keepers of the northern breakwater and their cats 1949–2024`;

/** Each with what joins, letters that are one glyph (لا) and, in Persian, words whose parts do not join. */
const ARABIC = 'منارة في الميناء القديم: لا ينطفئ ضوء الإسلام والآلة كل مساء، هل رأيت ذلك؟';
const PERSIAN =
  'فانوس دریایی هر شب روشن می\u200cشود؛ نگهبان پیر گل\u200cها و پژواک ژاله را می\u200cشنود.';
const UYGHUR =
  'پورتتىكى كونا ماياك ھەر كېچىسى يورۇيدۇ، قېرى كۆزەتچى چىراغنى ئۆچۈرمەڭلار دەيدۇ، ۋاپادار ئىت گۈل ۋە ئوغۇل ژۇرنال ئېيتتى.';

/** Hindi, Thai, Khmer and Burmese: letters that are drawn together, in another order, above and below each other. */
const CLUSTERED = [
  'क्षेत्रीय विद्यार्थी हिन्दी में कविता पढ़ते हैं',
  'น้ำขึ้นที่ท่าเรือเก่า ผู้เฒ่าเล่าเรื่องทะเล',
  'ភ្លើងចាស់ ខ្ញុំស្រឡាញ់សមុទ្រ',
  'မီးပြတိုက်ဟောင်း ကျွန်တော် မြန်မာစာ',
];

const wordsOf = (line: string): readonly string[] => line.match(/[\p{L}\u200c]+/gu) ?? [];

const GIVEN: readonly Given[] = [
  {
    name: 'scripts',
    title: '多种文字 Ελληνικά Русский かな',
    source: '潮声晚报',
    tags: ['文字', 'naïve œuvre', 'C++'],
    body:
      '繁體字與简体字同行，日本語のかなとカタカナも。\n\nThe naïve café’s œuvre cost 3½ € — Ελληνικά, Русский текст, ½ × 4 ≤ 9.\n\n' +
      CLUSTERED.join('\n\n'),
    pieces: [
      '繁體字與简体字同行，日本語のかなとカタカナも。',
      'The naïve café’s œuvre cost 3½ € — Ελληνικά, Русский текст, ½ × 4 ≤ 9.',
    ],
    loose: CLUSTERED.flatMap((line) => line.split(' ')),
  },
  {
    name: 'quotes',
    title: '“引号”与 "quotes" & <b>angles</b>',
    source: '潮声晚报',
    tags: ['标点'],
    body: '他说：“老顾讲过：‘灯亮就回。’”——见《潮声》岸／海版……\n\n> “一句引文，”她写道，“到此为止。”\n\nNobody’s “double” and ‘single’ marks (in brackets), 50%; a_b*c, 1 < 2 & 3 > 2, \\#no heading, $5 and `$x$`.',
    pieces: [
      '他说：“老顾讲过：‘灯亮就回。’”——见《潮声》岸／海版……',
      '“一句引文，”她写道，“到此为止。”',
      'Nobody’s “double” and ‘single’ marks (in brackets), 50%; a_b*c, 1 < 2 & 3 > 2, #no heading, $5 and $x$.',
    ],
  },
  {
    name: 'code',
    title: 'Code 与代码',
    source: 'Harbour Notes',
    tags: ['code'],
    body: 'Before.\n\n```js\nif (a < b && c > "d") {\n  // 注释：<b>不是粗体</b> &amp;\n  return `tide ${level}` ?? null;\n}\n```\n\nInline `a <= b` and `{{ page.url }}`.',
    pieces: [
      'Before.',
      'if (a < b && c > "d") {',
      '// 注释：<b>不是粗体</b> &amp;',
      'return `tide ${level}` ?? null;',
      'Inline a <= b',
    ],
  },
  {
    name: 'table',
    title: 'A table 与表格',
    source: 'Harbour Notes',
    tags: ['table'],
    body: '| 船名 | Knots | Kind, size |\n| --- | ---: | --- |\n| 海鸥号 | 12 | ferry |\n| Tern \\| two | 7 | “small” |\n\nAfter the table.',
    pieces: [
      '船名',
      'Knots',
      'Kind, size',
      '海鸥号',
      '12',
      'ferry',
      'Tern | two',
      '7',
      '“small”',
      'After the table.',
    ],
  },
  {
    name: 'notes',
    title: 'Footnotes 脚注',
    source: 'Harbour Notes',
    tags: ['notes'],
    body: 'A claim[^1] and 另一说[^b].\n\n## A heading below\n\nLast paragraph.\n\n[^1]: The first note says so.\n[^b]: 第二条注释。',
    pieces: [
      'A claim',
      'and 另一说',
      'A heading below',
      'Last paragraph.',
      'The first note says so.',
      '第二条注释。',
    ],
  },
  {
    name: 'ruby',
    title: 'ルビの話',
    source: '潮声晚报',
    tags: ['ruby'],
    body: '始まり。\n\n<p>この<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の<ruby>灯<rp>(</rp><rt>あかり</rt><rp>)</rp></ruby>が消えた。</p>\n\n終わり。',
    pieces: ['始まり。', 'が消えた。', '終わり。'],
    loose: ['港', 'みなと', '灯', 'あかり'],
  },
  {
    name: 'rtl',
    title: 'From right to left',
    source: 'Harbour Notes',
    tags: ['rtl'],
    body: `Before.\n\nמגדלור בנמל\n\n${ARABIC}\n\n**${PERSIAN}**\n\n${UYGHUR}\n\nAfter.`,
    pieces: ['Before.', 'After.'],
    loose: [...wordsOf('מגדלור בנמל'), ...wordsOf(ARABIC), ...wordsOf(PERSIAN), ...wordsOf(UYGHUR)],
  },
  {
    name: 'signs',
    title: 'Signs ☂ → ★',
    tags: ['😀', '→'],
    body: 'A lamp ☀, an arrow →, a star ★, a check ✓ and a face 😀.\n\nFlags 🇨🇳 🏳️‍🌈, a family 👨‍👩‍👧‍👦, a hand 👍🏽 and a key 1️⃣.\n\n- [x] done\n- [ ] open\n\nSuperscript x² and ℃, ①②③, ㈱.',
    pieces: [
      'A lamp ☀, an arrow →, a star ★, a check ✓ and a face 😀.',
      'Flags 🇨🇳 🏳️‍🌈, a family 👨‍👩‍👧‍👦, a hand 👍🏽 and a key 1️⃣.',
      'done',
      'open',
      'Superscript x² and ℃, ①②③, ㈱.',
    ],
  },
  {
    name: 'long',
    title: LONG,
    source: '潮声晚报',
    tags: ['long'],
    body: `正文只有一句。\n\nAn endless word: ${'Leuchtturmwärter'.repeat(12)}.`,
    pieces: ['正文只有一句。', `An endless word: ${'Leuchtturmwärter'.repeat(12)}.`],
  },
  {
    name: 'broken',
    title: 'Broken HTML & entities',
    source: 'Harbour Notes',
    tags: ['html'],
    body: '<p>One <b>bold <i>both</b> italic</i> <div>block <p>in <span>span <div>deep</span> after</div>\n<ul><li>first<li>second</ul>\n<table><tr><td>cell<td>next</table>\n<script>never()</script><p onclick="x()">Ends &copy; &amp; &lt;here&gt;',
    pieces: [
      'One bold both italic',
      'block',
      'in span',
      'deep',
      'after',
      'first',
      'second',
      'cell',
      'next',
      'Ends © & <here>',
    ],
  },
  {
    name: 'twin-a',
    title: '同名 Twins',
    source: '潮声晚报',
    tags: ['twins'],
    body: '双生的第一篇。See [the other](2024-03-12-twin-b.md).',
    pieces: ['双生的第一篇。See the other.'],
    linksTo: 11,
  },
  {
    name: 'twin-b',
    title: '同名 Twins',
    source: '潮声晚报',
    tags: ['twins'],
    body: '双生的第二篇。See [the first](2024-03-02-quotes.md) and [its page](/2024/03/02/quotes.html).',
    pieces: ['双生的第二篇。See the first and its page.'],
    linksTo: 1,
  },
];

const MARKED_POST: Given = {
  name: 'marked',
  title: '石阶',
  source: '潮声晚报',
  tags: ['潮'],
  body: `清晨，${MARKED}，露出了铁环。老顾说那是系船用的。\n\nThe iron ring is older than the pier.`,
  // The number of the note stands behind the marked words.
  pieces: [`清晨，${MARKED}`, '，露出了铁环。', 'The iron ring is older than the pier.'],
};

const dayOf = (at: number): string => `2024-03-${String(at + 1).padStart(2, '0')}`;

function jekyllPost(given: Given, at: number): HardPost {
  const { name, title, body, pieces, loose = [], source, tags = [], linksTo } = given;
  const origin = source === undefined ? '' : `source: ${source}\n`;
  const front = `title: ${JSON.stringify(title)}\ndate: ${dayOf(at)} 08:00:00 +0800\n${origin}tags: ${JSON.stringify(tags)}\n`;
  return {
    path: `_posts/${dayOf(at)}-${name}.md`,
    bytes: Buffer.from(`---\n${front}---\n\n${body}\n`),
    title,
    day: dayOf(at),
    source: source ?? null,
    tags,
    pieces,
    loose,
    linksTo: linksTo ?? null,
  };
}

function bareFile(at: number): HardPost {
  return {
    path: `_posts/${dayOf(at)}-nothing-but-a-body.md`,
    bytes: Buffer.from('只有正文，没有别的。\n\nNothing else is known of it.\n'),
    title: 'nothing but a body',
    day: dayOf(at),
    source: null,
    tags: [],
    pieces: ['只有正文，没有别的。', 'Nothing else is known of it.'],
    loose: [],
    linksTo: null,
  };
}

function gbkFile(at: number): HardPost {
  const lines = Array.from({ length: 12 }, () => [...GBK_LINE, ...GBK_END]).flat();
  return {
    path: `_posts/${dayOf(at)}-gbk.md`,
    bytes: Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from(GBK_TITLE),
      Buffer.from(`\ndate: ${dayOf(at)} 08:00:00 +0800\ntags: [gbk]\n---\n`),
      Buffer.from(lines),
    ]),
    title: '港口的旧灯塔',
    day: dayOf(at),
    source: null,
    tags: ['gbk'],
    pieces: ['港口的灯塔亮了。'.repeat(12)],
    loose: [],
    linksTo: null,
  };
}

/** Fifteen posts, oldest first. Own texts. */
export const hardPosts: readonly HardPost[] = [
  ...GIVEN.map(jekyllPost),
  bareFile(GIVEN.length),
  gbkFile(GIVEN.length + 1),
  jekyllPost(MARKED_POST, GIVEN.length + 2),
];
