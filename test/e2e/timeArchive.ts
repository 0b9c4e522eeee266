/** Posts of {@link timeArchive} that speak of 供应链, by source and month: the months of the first row are 2021-01 to 2022-07. */
export const MENTIONS: Readonly<Record<string, readonly number[]>> = {
  江亭日报: [2, 1, 2, 2, 3, 2, 3, 3, 4, 5, 4, 4, 4, 3, 10, 18, 15, 9, 6],
  港湾晨报: [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 8, 7, 4, 3, 2],
  北岸经济报: [4, 3, 4, 4, 5, 4, 5, 5, 6, 8, 7, 6, 6, 5, 8, 13, 11, 8, 7],
  南山周刊: [1, 1, 2, 1, 2, 1, 2, 2, 2, 3, 3, 2, 2, 2, 3, 7, 8, 5, 4],
  'Harbour Daily': [1, 0, 0, 0, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2, 3, 6, 5, 4, 3],
  渡口通讯: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0],
};

/** The month at a place of {@link MENTIONS}. */
export const monthAt = (place: number): string =>
  `${2021 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;

/** Posts of a month that speak of 供应链, of all sources. */
export const mentionsAt = (place: number): number =>
  Object.values(MENTIONS).reduce((sum, counts) => sum + (counts[place] ?? 0), 0);

interface Told {
  readonly day: string | null;
  readonly source: string;
  readonly body: string;
  readonly title: string;
}

const fileOf = ({ day, source, body, title }: Told): string =>
  [
    '---',
    `title: ${title}`,
    ...(day === null ? [] : [`date: ${day} 08:00:00 +0800`]),
    `source: ${source}`,
    '---',
    body,
    '',
  ].join('\n');

const dayIn = (month: string, at: number): string =>
  `${month}-${String((at % 28) + 1).padStart(2, '0')}`;

/**
 * Files of an archive for everything about time: nineteen months of six newspapers, most of them speaking of 供应链, some of
 * 白名单; as many again that speak of neither; 18 May in several years; three posts without a date.
 */
export function timeArchive(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [source, counts] of Object.entries(MENTIONS)) {
    counts.forEach((count, place) => {
      for (let at = 0; at < count * 2 + 1; at += 1) {
        const isMention = at < count;
        const number = `${place}-${at}`;
        files[`_posts/${source}/${number}.md`] = fileOf({
          day: dayIn(monthAt(place), at + place),
          source,
          title: isMention ? `码头供应链运转 ${number}` : `渡轮清晨开航 ${number}`,
          body: isMention
            ? `江亭港的供应链昼夜运转。${at % 3 === 0 ? '白名单企业先行复工。' : ''}`
            : '晨雾散去，渡轮按时开航。',
        });
      }
    });
  }
  for (const year of [2019, 2021, 2022]) {
    files[`_posts/day/${year}.md`] = fileOf({
      day: `${year}-05-18`,
      source: '江亭日报',
      title: `灯塔点亮 ${year}`,
      body: '灯塔在傍晚点亮。',
    });
  }
  for (const at of [1, 2, 3]) {
    files[`notes/undated-${at}.md`] = fileOf({
      day: null,
      source: '港湾晨报',
      title: `未注日期 ${at}`,
      body: '供应链笔记，没有日期。',
    });
  }
  return files;
}
