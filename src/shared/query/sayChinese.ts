import type { Sort } from '../searchModel.ts';
import type { QueryExplanation } from './explainQuery.ts';
import type { PhraseKey, QueryPhrase } from './queryPhrase.ts';

/** What is said of posts, and how it is denied; `X` stands for the values. */
type Words = readonly [affirmed: string, denied: string];

type SimpleKey = Exclude<
  PhraseKey,
  'every' | 'any' | 'near-text' | 'near-title' | 'near-body' | 'front-matter'
>;

const WORDS: Readonly<Record<SimpleKey, Words>> = {
  all: ['任意', '没有'],
  none: ['没有', '任意'],
  text: ['含X', '不含X'],
  title: ['标题含X', '标题不含X'],
  body: ['正文含X', '正文不含X'],
  'pattern-text': ['匹配表达式X', '不匹配表达式X'],
  'pattern-title': ['标题匹配表达式X', '标题不匹配表达式X'],
  'pattern-body': ['正文匹配表达式X', '正文不匹配表达式X'],
  tag: ['标签含X', '标签不含X'],
  category: ['分类含X', '分类不含X'],
  source: ['来源含X', '来源不含X'],
  'is-tag': ['标签为X', '标签不为X'],
  'is-category': ['分类为X', '分类不为X'],
  'is-source': ['来源为X', '来源不为X'],
  'is-label': ['书签标记为X', '书签标记不为X'],
  author: ['作者含X', '作者不含X'],
  path: ['路径含X', '路径不含X'],
  url: ['网址含X', '网址不含X'],
  note: ['批注含X', '批注不含X'],
  highlight: ['高亮含X', '高亮不含X'],
  label: ['书签标记含X', '书签标记不含X'],
  'any-title': ['有标题', '无标题'],
  'any-body': ['有正文', '无正文'],
  'any-tag': ['有标签', '无标签'],
  'any-category': ['有分类', '无分类'],
  'any-source': ['有来源', '无来源'],
  'any-author': ['有作者', '无作者'],
  'any-path': ['有路径', '无路径'],
  'any-url': ['有网址', '无网址'],
  'any-note': ['有批注', '无批注'],
  'any-highlight': ['有高亮', '无高亮'],
  'any-label': ['有书签标记', '无书签标记'],
  'any-date': ['有日期', '无日期'],
  'any-front-matter': ['元数据有X', '元数据无X'],
  bookmarked: ['已加书签', '未加书签'],
  unread: ['未读', '并非未读'],
  read: ['已读', '并非已读'],
  draft: ['为草稿', '非草稿'],
  page: ['为页面', '非页面'],
  duplicate: ['有重复', '无重复'],
  problem: ['有问题', '无问题'],
  'has-image': ['有图片', '无图片'],
  'has-highlight': ['有高亮', '无高亮'],
  'has-note': ['有批注', '无批注'],
  'has-code': ['有代码', '无代码'],
  'has-table': ['有表格', '无表格'],
  days: ['日期为X', '日期不为X'],
  day: ['日期为X', '日期不为X'],
  from: ['日期不早于X', '日期不是不早于X'],
  to: ['日期不晚于X', '日期不是不晚于X'],
  'last-days': ['在最近X天内', '不在最近X天内'],
  'last-months': ['在最近X个月内', '不在最近X个月内'],
  'last-years': ['在最近X年内', '不在最近X年内'],
};

const ORDERS: Readonly<Record<Sort, string>> = {
  newest: '，最新在前',
  oldest: '，最早在前',
  relevance: '，最相关在前',
};

const THINGS = { posts: '文章', pages: '页面', both: '文章与页面' } as const;

/** A query in a Chinese sentence without its full stop. */
export function sayInChinese({ phrase, things: kind, sort }: QueryExplanation): string {
  const order = sort === null ? '' : ORDERS[sort];
  const things = THINGS[kind];
  if (phrase.key === 'none') return `没有${things}`;
  if (phrase.key === 'all') return `全部${things}${order}`;
  return `${sayPhrase(phrase)}的${things}${order}`;
}

/** One phrase in Chinese, as it stands before “的文章”. */
function sayPhrase(said: QueryPhrase): string {
  const { key, isNegated, values, parts, joint } = said;
  switch (key) {
    case 'every':
    case 'any': {
      const all = parts.map(sayPart).join(joint === 'and' ? '，且' : '，或');
      return isNegated ? `不符合（${all}）` : all;
    }
    case 'near-text':
    case 'near-title':
    case 'near-body':
      return `${NEAR_PLACES[key]}${isNegated ? '不含' : '含'}${sayNear(values)}`;
    case 'front-matter':
      return `元数据${values.map((value) => `“${value}”`).join(isNegated ? '不含' : '含')}`;
    default:
      return WORDS[key][isNegated ? 1 : 0].replace('X', () => sayValues(said));
  }
}

/** A group inside a group stands in parentheses. */
function sayPart(part: QueryPhrase): string {
  const isGroup = (part.key === 'every' || part.key === 'any') && !part.isNegated;
  return isGroup ? `（${sayPhrase(part)}）` : sayPhrase(part);
}

function sayValues({ key, values, joint }: QueryPhrase): string {
  if (key === 'days') return values.join('至');
  const isBare = /^(day|from|to|last-|pattern-)/.test(key);
  const shown = isBare ? values : values.map((value) => `“${value}”`);
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join('、')}${joint === 'and' ? '和' : '或'}${shown.at(-1) ?? ''}`;
}

const NEAR_PLACES = { 'near-text': '', 'near-title': '标题', 'near-body': '正文' } as const;

function sayNear(values: readonly string[]): string {
  const [first = '', ...rest] = values;
  let text = `“${first}”`;
  for (let at = 0; at + 1 < rest.length; at += 2) {
    text += `与“${rest[at + 1] ?? ''}”（相距不超过${rest[at] ?? ''}字）`;
  }
  return text;
}
