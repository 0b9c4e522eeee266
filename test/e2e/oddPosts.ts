import { picture } from './readingPosts.ts';

/** Posts that break layouts: nothing in them, or far too much. */

const LONG_TITLE =
  '一个长到六十个字的标题要在三十四个字宽的栏里好好断行而不在词的当中断开也不把工具栏和日期挤到看不见的地方去才算数呢对吧';
export const MANY_TAGS = 'A post with three hundred tags';
export const LONG_WORDS = 'Words and addresses without an end';
export const HEADINGS = 'Huge headings';
const NESTED = 'Lists in lists in lists';
export const BIG_TABLE = 'Two thousand rows';
const EMOJI = 'Signs 👩‍👩‍👧‍👦 and flags 🇯🇵';
export const NOTES = 'Fifty notes';
export const WIDE_PICTURE = 'A very wide picture';
const BARE_NAME = 'bare';

const endless = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenband'.repeat(6);
const address = `https://example.org/${'a-very-long-path-without-a-space/'.repeat(12)}?q=${'x'.repeat(300)}`;

const front = (title: string, rest = ''): string =>
  `---\ntitle: "${title}"\ndate: 2024-02-01\n${rest}---\n`;

const tags = Array.from({ length: 300 }, (_, at) => `tag-${at + 1}`);

/** Files by path. */
export const oddFiles: Readonly<Record<string, string | Uint8Array>> = {
  '_posts/a.md': `${front(LONG_TITLE)}正文只有一句话。\n`,
  '_posts/b.md': `${front(MANY_TAGS, `tags: [${tags.join(', ')}]\n`)}Tags enough.\n`,
  '_posts/c.md': `${front(LONG_WORDS)}A word: ${endless}\n\nAn address: ${address}\n\n\`${'x'.repeat(400)}\`\n\n> ${endless}\n\n| ${endless} | b |\n|---|---|\n| 1 | ${endless} |\n`,
  '_posts/d.md': `${front(HEADINGS)}# ${'A heading that goes on '.repeat(30)}\n\ntext\n\n## ${endless}\n\ntext\n\n### Small\n\nend\n`,
  '_posts/e.md': `${front(NESTED)}${Array.from({ length: 10 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth + 1}: some words that need room to be read in a line`).join('\n')}\n`,
  '_posts/f.md': `${front(BIG_TABLE)}| Row | Name | Value | ${Array.from({ length: 8 }, (_, at) => `Column ${at}`).join(' | ')} |\n|${'---|'.repeat(11)}\n${Array.from({ length: 2000 }, (_, row) => `| ${row} | name ${row} | ${row * row} |${' some words |'.repeat(8)}`).join('\n')}\n\n\`\`\`\n${'a line of code that is much too long for the column '.repeat(6)}\n\`\`\`\n`,
  '_posts/g.md': `${front(EMOJI)}👩‍👩‍👧‍👦 🏳️‍🌈 🇯🇵 ☔️ 中文里的emoji 😀 也要排好。${'😀'.repeat(200)}\n`,
  '_posts/h.md': `${front(NOTES)}${Array.from({ length: 50 }, (_, at) => `A sentence with a note[^${at + 1}].`).join(' ')}\n\n${Array.from({ length: 50 }, (_, at) => `[^${at + 1}]: Note number ${at + 1} says this.`).join('\n')}\n`,
  [`_posts/${BARE_NAME}.md`]: 'Only a body, nothing else is known of it.\n',
  '_posts/empty-body.md': '---\ntitle: Nothing below\n---\n',
  '_posts/wide.png': picture(3000, 400, [90, 120, 60]),
  '_posts/i.md': `${front(WIDE_PICTURE)}![wide](wide.png)\n\nText ![inline](wide.png) beside.\n`,
};
