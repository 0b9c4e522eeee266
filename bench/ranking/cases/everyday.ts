import { about, filler, mention, together, type JudgedCase, type PostPlan } from '../judgedCase.ts';

/*
 * Ordinary queries, without any trap: what an archive is asked every day. A ranking that is clever elsewhere and
 * worse here is no gain. Lengths are drawn alike for all grades.
 */

/** Lengths in sentences of the posts of one plan: from brief to feature. */
const LENGTHS = [5, 9, 14, 20, 27, 12, 7, 17, 24, 10];

/** One plan for each length, so that no grade has a length of its own. */
function inLengths(
  count: number,
  offset: number,
  planOf: (length: number) => PostPlan,
): readonly PostPlan[] {
  return Array.from({ length: count }, (_, at) => {
    const length = LENGTHS[(at * 3 + offset) % LENGTHS.length] ?? 10;
    return planOf(length);
  });
}

interface Topic {
  readonly id: string;
  readonly query: string;
  readonly titles: readonly string[];
  readonly lang?: 'zh' | 'en';
}

/** One word: pieces on it, pieces with a part on it, pieces that name it. */
function topicCase({ id, query, titles, lang = 'zh' }: Topic, offset: number): JudgedCase {
  return {
    id,
    query,
    need: 'Somebody collects what there is on one topic.',
    plans: [
      ...titles.flatMap((title, at) =>
        inLengths(1, offset + at * 4, (length) => ({
          grade: 3,
          why: 'About it: title, beginning and end.',
          title,
          lang,
          body: [about(query, 3), filler(length), about(query, 1)],
        })),
      ),
      ...inLengths(3, offset, (length) => ({
        grade: 2,
        why: 'A part of it is about that.',
        title: null,
        lang,
        body: [filler(Math.ceil(length / 2)), about(query, 3), filler(Math.ceil(length / 2))],
      })),
      ...inLengths(12, offset, (length) => ({
        grade: 1,
        why: 'Names it once.',
        title: null,
        lang,
        body: [filler(Math.ceil(length / 2)), mention(query), filler(Math.ceil(length / 2))],
      })),
    ],
  };
}

interface Pair {
  readonly id: string;
  readonly words: readonly [string, string];
  readonly titles: readonly string[];
  readonly lang?: 'zh' | 'en';
}

/** Two words: pieces on both, pieces on one that name the other, pieces that name both. */
function pairCase({ id, words, titles, lang = 'zh' }: Pair, offset: number): JudgedCase {
  const [first, second] = words;
  return {
    id,
    query: `${first} ${second}`,
    need: 'Somebody looks for what two things have to do with each other.',
    plans: [
      ...titles.flatMap((title, at) =>
        inLengths(1, offset + at * 4, (length) => ({
          grade: 3,
          why: 'About both.',
          title,
          lang,
          body: [together(words, 3), filler(length), about(second, 1)],
        })),
      ),
      ...inLengths(4, offset, (length) => ({
        grade: 2,
        why: 'About the one, with a passage on the other.',
        title: null,
        lang,
        body: [about(first, 2), filler(length), together(words, 1)],
      })),
      ...inLengths(10, offset, (length) => ({
        grade: 0,
        why: 'Names each once, in other matters.',
        title: null,
        lang,
        body: [mention(first), filler(length), mention(second)],
      })),
    ],
  };
}

const WORDS: readonly Topic[] = [
  { id: 'everyday-noodles', query: '手擀面', titles: ['手擀面馆的凌晨', '一碗手擀面'] },
  { id: 'everyday-rent', query: '廉租房', titles: ['廉租房的钥匙', '谁住进了廉租房'] },
  { id: 'everyday-wind', query: '风电场', titles: ['海上风电场并网', '风电场下的渔村'] },
  { id: 'everyday-opera', query: '皮影戏', titles: ['皮影戏进课堂', '夜里的皮影戏'] },
  { id: 'everyday-bees', query: '养蜂人', titles: ['追花的养蜂人', '养蜂人的地图'] },
  { id: 'everyday-bank', query: '农信社', titles: ['农信社搬家', '农信社的小贷款'] },
  { id: 'everyday-metro', query: '地铁', titles: ['地铁末班车晚开', '地铁里的画'] },
  { id: 'everyday-vaccine', query: '疫苗', titles: ['疫苗送到村口', '疫苗是怎样冷藏的'] },
  { id: 'everyday-exam', query: '中考', titles: ['中考前的夜晚', '中考改期'] },
  { id: 'everyday-chips', query: '芯片', titles: ['芯片厂招工', '国产芯片装进水表'] },
  { id: 'everyday-drought', query: '旱情', titles: ['旱情缓解', '旱情下的稻田'] },
  { id: 'everyday-lychee', query: '荔枝', titles: ['荔枝上了高铁', '荔枝红了'] },
  {
    id: 'everyday-greenhouse',
    query: 'greenhouse',
    titles: ['The Greenhouse on the Roof', 'A Greenhouse for Saltby'],
    lang: 'en',
  },
  {
    id: 'everyday-windmill',
    query: 'windmill',
    titles: ['The Windmill Turns Again', 'Who Pays for the Windmill'],
    lang: 'en',
  },
];

const PAIRS: readonly Pair[] = [
  {
    id: 'everyday-hospital-parking',
    words: ['医院', '停车'],
    titles: ['医院停车先让病人', '去医院停车有多难'],
  },
  {
    id: 'everyday-fishing-boats',
    words: ['渔船', '卫星'],
    titles: ['渔船装上卫星电话', '卫星看见的渔船'],
  },
  {
    id: 'everyday-kindergarten',
    words: ['幼儿园', '摇号'],
    titles: ['幼儿园摇号结果公布', '幼儿园为什么摇号'],
  },
  {
    id: 'everyday-tea-frost',
    words: ['茶农', '霜冻'],
    titles: ['茶农怕霜冻', '霜冻之后，茶农补苗'],
  },
  {
    id: 'everyday-elevator',
    words: ['电梯', '加装'],
    titles: ['电梯加装到九楼', '老楼加装电梯算笔账'],
  },
  {
    id: 'everyday-library-roof',
    words: ['library', 'roof'],
    titles: ['The Library Roof', 'Library Waits for a Roof'],
    lang: 'en',
  },
];

export const EVERYDAY: readonly JudgedCase[] = [
  ...WORDS.map((topic, at) => topicCase(topic, at)),
  ...PAIRS.map((pair, at) => pairCase(pair, at)),
];
