import { PNG } from '../core/export/formats/hostilePosts.ts';

/** A post of the book, and what must be read back of it. */
export interface BookPostFile {
  readonly path: string;
  readonly file: string;
  readonly title: string;
  readonly source: string;
  readonly day: string;
  /** Paragraphs, headings and cells in order, as shown. */
  readonly pieces: readonly string[];
  readonly headings: readonly string[];
  /** Number of the post that it links to; null = none. */
  readonly linksTo: number | null;
}

const DAY_MS = 86_400_000;
const SOURCES = ['潮声晚报', 'The Sluice Letter', '梅岭周刊', 'Harbour Notes'];

/** The picture of every twentieth post. */
export const bookPictures: Readonly<Record<string, Buffer>> = { '_posts/pier.png': PNG };

/**
 * So many posts, oldest first: two in Chinese and one in English in turn, of half a page to three pages, with headings, lists, tables,
 * quotations, pictures and links to each other. `remote` is an address that nobody may ask.
 */
export function bookPosts(count: number, remote: string): readonly BookPostFile[] {
  return Array.from({ length: count }, (_, at) => bookPost(at, { count, remote }));
}

function bookPost(
  at: number,
  { count, remote }: { readonly count: number; readonly remote: string },
): BookPostFile {
  const isChinese = at % 3 !== 2;
  const day = new Date(Date.UTC(2019, 0, 1) + at * DAY_MS).toISOString().slice(0, 10);
  const source = SOURCES[at % SOURCES.length] ?? '';
  const title = isChinese
    ? `码头记事（${hanNumber(at)}）`
    : `Notes from the pier, no. ${at} of them`;
  const paragraphs = Array.from({ length: 3 + (at % 7) * 4 }, (_unused, line) =>
    isChinese ? chineseLine(at, line) : englishLine(at, line),
  );
  const linksTo = at % 5 === 3 ? (at * 7 + 1) % count : null;
  const heading = isChinese ? `第${hanNumber(at)}班船` : `What the tide of day ${at} left`;
  const rest = at % 4 === 0 ? [heading] : [];
  const blocks: readonly (readonly [markdown: string, pieces: readonly string[]])[] = [
    ...paragraphs.map((text) => [text, [text]] as const),
    ...rest.map((text) => [`## ${text}`, [text]] as const),
    ...(at % 6 === 1 ? [tableOf(at)] : []),
    ...(at % 6 === 2
      ? [[`> 旧报上写：“灯”不灭${at}。`, [`旧报上写：“灯”不灭${at}。`]] as const]
      : []),
    ...(at % 6 === 3
      ? [[`- first of ${at}\n- second of ${at}`, [`first of ${at}`, `second of ${at}`]] as const]
      : []),
    ...(at % 20 === 7 ? [['![A pier](pier.png)', []] as const] : []),
    ...(at % 20 === 9 ? [[`![](${remote}/${at}.png)`, []] as const] : []),
    ...(linksTo === null
      ? []
      : [
          [
            `[see no. ${linksTo}](${pathOf(linksTo).slice('_posts/'.length)})`,
            [`see no. ${linksTo}`],
          ] as const,
        ]),
  ];
  const front = `---\ntitle: "${title}"\ndate: ${day} 08:00:00 +0800\nsource: ${source}\ntags: [pier, 码头]\n---\n`;
  return {
    path: pathOf(at),
    file: `${front}\n${blocks.map(([markdown]) => markdown).join('\n\n')}\n`,
    title,
    source,
    day,
    pieces: blocks.flatMap(([, pieces]) => pieces),
    headings: rest,
    linksTo,
  };
}

function pathOf(at: number): string {
  const day = new Date(Date.UTC(2019, 0, 1) + at * DAY_MS).toISOString().slice(0, 10);
  return `_posts/${day}-pier-${at}.md`;
}

function chineseLine(at: number, line: number): string {
  return `第${at}天第${line}条：渡轮从车站旁的码头开出，风浪不大，船员把行李、长椅与见闻——一样一样记下；“灯塔”亮了，岸上的人说：“今天里程${at * 31 + line}米，明天再见。”`;
}

function englishLine(at: number, line: number): string {
  return `Entry ${line} of day ${at}: the office filed five different offers—“affinity”, flour and fish—before the first ferry left; nobody's umbrella survived the ${at * 17 + line}th gust.`;
}

function tableOf(at: number): readonly [string, readonly string[]] {
  const rows = [1, 2, 3].map((row) => [`货物${at}之${row}`, `${at * 100 + row}`, `crate ${row}`]);
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return [
    `| 项目 | Count | Kind |\n| --- | ---: | --- |\n${lines}`,
    ['项目', 'Count', 'Kind', ...rows.flat()],
  ];
}

function hanNumber(at: number): string {
  return Array.from(String(at), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
}
