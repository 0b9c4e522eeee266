/** Words a PDF carries besides the posts' own. */
export interface ExportTexts {
  /** BCP 47 tag of these words. */
  readonly lang: string;
  readonly contents: string;
  readonly original: string;
  readonly remoteImage: string;
  readonly largeImage: string;
  readonly missingImage: string;
  readonly draft: string;
  /** "12 posts, 5 sources". */
  readonly summary: (postCount: number, sourceCount: number) => string;
  /** Day and time as the post's own front matter wrote them; the text itself when it is no date. */
  readonly formatDate: (isoDate: string) => string;
}

/** The words in one of the app's languages. */
export function exportTexts(language: 'en' | 'zh'): ExportTexts {
  return language === 'zh' ? chinese : english;
}

const english: ExportTexts = {
  lang: 'en',
  contents: 'Contents',
  original: 'Original:',
  remoteImage: 'Picture on the web, not loaded:',
  largeImage: 'Picture inside the post, too large to show:',
  missingImage: 'Picture not found in the archive',
  draft: 'Draft',
  summary: (postCount, sourceCount) =>
    [plural(postCount, 'post'), ...(sourceCount === 0 ? [] : [plural(sourceCount, 'source')])].join(
      ', ',
    ),
  formatDate: (isoDate) => formatWritten(isoDate, englishDay),
};

const chinese: ExportTexts = {
  lang: 'zh-Hans',
  contents: '目录',
  original: '原文：',
  remoteImage: '网络图片，未加载：',
  largeImage: '文章内嵌的图片，过大，未显示：',
  missingImage: '档案库中没有这张图片',
  draft: '草稿',
  summary: (postCount, sourceCount) =>
    sourceCount === 0 ? `${postCount}篇文章` : `${postCount}篇文章，${sourceCount}个来源`,
  formatDate: (isoDate) => formatWritten(isoDate, chineseDay),
};

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

// Made once: each takes 30 kB beside the heap, where nothing tells V8 to let go of them. One for each post of a book of
// 10,000 took 3 GB and the process with it.
const longDay = { dateStyle: 'long', timeZone: 'UTC' } as const;
const englishDay = new Intl.DateTimeFormat('en-GB', longDay);
const chineseDay = new Intl.DateTimeFormat('zh-Hans', longDay);

/** Formats the wall clock as written: read as UTC and shown as UTC, so that no zone ever moves it to another day. */
function formatWritten(isoDate: string, day: Intl.DateTimeFormat): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(isoDate);
  const wall = match === null ? NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00'}:00Z`);
  if (Number.isNaN(wall)) return isoDate;
  const written = day.format(wall);
  return match?.[2] === undefined ? written : `${written} ${match[2]}`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
