import { exportTexts, type ExportTexts } from '../exportText.ts';

/** Words that a book carries besides those of every export. */
export interface BookTexts extends ExportTexts {
  /** What a cover says above the title. */
  readonly clippings: string;
  readonly cover: string;
  readonly posts: string;
  readonly sources: string;
  readonly dates: string;
  readonly archive: string;
  readonly search: string;
  /** "Made 2 January 2024". */
  readonly made: (day: string) => string;
  readonly postCount: (count: number) => string;
  readonly sourceCount: (count: number) => string;
  /** "and 12 more" sources. */
  readonly more: (count: number) => string;
  readonly noSource: string;
  readonly noDate: string;
  /** Name of a month, `2024-05`. */
  readonly month: (isoMonth: string) => string;
  /** A day, or a range of days when they differ; ISO. */
  readonly days: (from: string, to: string) => string;
  readonly notes: string;
  readonly noteOnPost: string;
  /** Above highlights whose words are gone. */
  readonly lostHighlights: string;
  readonly addresses: string;
  /** Before the number of the address at the end. */
  readonly addressAt: string;
  readonly sourceIndex: string;
  readonly problemTitle: string;
  readonly problemFile: string;
  readonly problemReason: string;
  readonly problemAdvice: string;
}

/** The words of a book in one of the app's languages. */
export function bookTexts(language: 'en' | 'zh'): BookTexts {
  return language === 'zh' ? chinese : english;
}

const english: BookTexts = {
  ...exportTexts('en'),
  clippings: 'Clippings',
  cover: 'Cover',
  posts: 'Posts',
  sources: 'Sources',
  dates: 'Dates',
  archive: 'Archive',
  search: 'Search',
  made: (day) => `Made ${day}`,
  postCount: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`,
  sourceCount: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'source' : 'sources'}`,
  more: (count) => `and ${count.toLocaleString('en')} more`,
  noSource: 'Without a source',
  noDate: 'Without a date',
  month: (isoMonth) => monthName(isoMonth, 'en-GB'),
  days: (from, to) => dayRange(from, to, 'en-GB'),
  notes: 'Notes',
  noteOnPost: 'Note',
  lostHighlights: 'Marked in an earlier text of this post:',
  addresses: 'Addresses of the originals',
  addressAt: 'Address: note',
  sourceIndex: 'Index of sources',
  problemTitle: 'This post could not be read',
  problemFile: 'File',
  problemReason: 'Why',
  problemAdvice:
    'All other posts of this book are complete. Look at the file in its folder, then update the index and export again.',
};

const chinese: BookTexts = {
  ...exportTexts('zh'),
  clippings: '剪报',
  cover: '封面',
  posts: '文章',
  sources: '来源',
  dates: '日期',
  archive: '档案库',
  search: '搜索',
  made: (day) => `${day}制`,
  postCount: (count) => `${count}篇`,
  sourceCount: (count) => `${count}个`,
  more: (count) => `另有${count}个`,
  noSource: '无来源',
  noDate: '无日期',
  month: (isoMonth) => monthName(isoMonth, 'zh-Hans'),
  days: (from, to) => dayRange(from, to, 'zh-Hans'),
  notes: '批注',
  noteOnPost: '批注',
  lostHighlights: '标记于本文旧稿的文字：',
  addresses: '原文地址',
  addressAt: '原文地址见',
  sourceIndex: '来源索引',
  problemTitle: '这篇文章未能读取',
  problemFile: '文件',
  problemReason: '原因',
  problemAdvice: '本书其余文章完整。检查该文件，更新索引后重新导出。',
};

/** What a part of a book is called, by its source or month (`2024-05`); empty for posts without one. */
export function partTitle(key: string, by: 'source' | 'month', texts: BookTexts): string {
  if (by === 'source') return key === '' ? texts.noSource : key;
  return key === '' ? texts.noDate : texts.month(key);
}

function monthName(isoMonth: string, locale: string): string {
  const instant = Date.parse(`${isoMonth}-01T00:00:00Z`);
  if (Number.isNaN(instant)) return isoMonth;
  const format = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(instant);
}

function dayRange(from: string, to: string, locale: string): string {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (Number.isNaN(start) || Number.isNaN(end)) return from === to ? from : `${from} – ${to}`;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  if (start === end) return format.format(start);
  return locale.startsWith('zh')
    ? `${format.format(start)}至${format.format(end)}`
    : format.formatRange(start, end).replaceAll('\u2009', ' ');
}
