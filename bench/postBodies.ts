import { assertNever } from '../src/shared/result.ts';
import { englishSentence } from './english.ts';
import { OBJECTS, SUBHEADS } from './lexicon.ts';
import { below, pick } from './random.ts';
import type { Random } from './random.ts';
import { chineseClause, chineseSentence, figure } from './sentences.ts';

/** How a body is written; real archives hold several layouts, because scrapers change. */
export type BodyShape = 'html-lines' | 'digest-one-line' | 'plain' | 'markdown' | 'english';

/** The Han share of a generated Chinese sentence; the rest is punctuation, figures and markup. */
const HAN_SHARE = 0.83;

/**
 * A post's body without its closing lines.
 * `hanTarget` is the wanted number of Han characters (for English: six times the number of words);
 * the body ends with the paragraph that reaches it.
 */
export function writeBody(random: Random, shape: BodyShape, hanTarget: number): string {
  switch (shape) {
    case 'html-lines':
      return htmlParagraphs(random, hanTarget).join('\n ');
    case 'digest-one-line':
      return `> ${chineseSentence(random)}\n\n${htmlParagraphs(random, hanTarget).join('')}`;
    case 'plain':
      return chineseParagraph(random, Math.min(hanTarget, 220));
    case 'markdown':
      return markdownBody(random, hanTarget);
    case 'english':
      return englishBody(random, hanTarget);
    default:
      return assertNever(shape);
  }
}

function htmlParagraphs(random: Random, hanTarget: number): readonly string[] {
  const lines: string[] = [];
  let written = 0;
  while (written < hanTarget / HAN_SHARE) {
    const chance = random();
    if (chance < 0.06) lines.push(`<p><strong>${pick(random, SUBHEADS)}</strong></p>`);
    else if (chance < 0.075) lines.push(remoteImage(random));
    const text = paragraphText(random);
    written += text.length;
    lines.push(`<p>${decorated(random, text)}</p>`);
  }
  return lines;
}

/** Small things that scraped paragraphs hold: entities, links, styles, comments, hidden text. */
function decorated(random: Random, text: string): string {
  const chance = random();
  if (chance > 0.1) return text;
  if (chance < 0.03) return `&nbsp;&nbsp;${text}`;
  if (chance < 0.05) return `<!-- IMG_MARK_${below(random, 9999)} -->${text}`;
  if (chance < 0.06) return `<span style="display:none">${below(random, 999999)}</span>${text}`;
  if (chance < 0.08) return `<span style="font-size:14px">${text}</span>`;
  const link = `<a href="//news.jiangting.example/quote/${below(random, 999999)}.html">详情</a>`;
  return text.replace('，', `，${link}，`);
}

function remoteImage(random: Random): string {
  const id = below(random, 999999);
  return `<center><img src="https://img.jiangting.example/chart/${id}.png" width="580" height="320" alt="图 ${id}"></center>`;
}

function markdownBody(random: Random, hanTarget: number): string {
  const blocks: string[] = [];
  let written = 0;
  while (written < hanTarget / HAN_SHARE) {
    const block = markdownBlock(random);
    written += block.length;
    blocks.push(block);
  }
  return blocks.join('\n\n');
}

function markdownBlock(random: Random): string {
  const chance = random();
  if (chance < 0.1) return `## ${pick(random, SUBHEADS)}\n\n${paragraphText(random)}`;
  if (chance < 0.15) return `> ${chineseSentence(random)}`;
  if (chance < 0.2)
    return `- ${chineseClause(random)}\n- **${chineseClause(random)}**\n- ${chineseClause(random)}`;
  if (chance < 0.23) return markdownTable(random);
  if (chance < 0.25)
    return `![${pick(random, OBJECTS)}](https://img.jiangting.example/${below(random, 99999)}.jpg)`;
  return paragraphText(random);
}

function markdownTable(random: Random): string {
  const rows = Array.from(
    { length: 3 + below(random, 5) },
    () => `| ${pick(random, OBJECTS)} | ${figure(random)} | ${figure(random)} |`,
  );
  return `| 项目 | 本月 | 上月 |\n| --- | ---: | ---: |\n${rows.join('\n')}`;
}

function englishBody(random: Random, hanTarget: number): string {
  const paragraphs: string[] = [];
  let written = 0;
  while (written < hanTarget) {
    let paragraph = englishSentence(random);
    for (let more = 1 + below(random, 4); more > 0; more -= 1)
      paragraph += ` ${englishSentence(random)}`;
    written += paragraph.length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}

function chineseParagraph(random: Random, hanTarget: number): string {
  let text = '';
  while (text.length < hanTarget / HAN_SHARE) text += chineseSentence(random);
  return text;
}

function paragraphText(random: Random): string {
  let text = chineseSentence(random);
  for (let more = below(random, 4); more > 0; more -= 1) text += chineseSentence(random);
  return text;
}
