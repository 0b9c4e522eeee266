import {
  about,
  filler,
  mention,
  passers,
  together,
  type JudgedCase,
  type PostPlan,
} from '../judgedCase.ts';

/** Posts that hold both words many times, in parts that have nothing to do with each other. */
function apart(first: string, second: string, count: number): PostPlan {
  return {
    grade: 0,
    why: 'A digest: one part holds the first word, another the second, with nothing in common.',
    count,
    title: null,
    body: [about(first, 3), filler(7), about(second, 3)],
  };
}

/** Posts that name one word in their first and the other in their last lines. */
function passing(first: string, second: string, count: number): PostPlan {
  return {
    grade: 0,
    why: 'Names each word once, far apart, in a short piece on something else.',
    count,
    title: null,
    body: [mention(first), filler(4), mention(second)],
  };
}

/** Several words: those that stand together mean something that the words alone do not. */
export const TOGETHER: readonly JudgedCase[] = [
  {
    id: 'near-typhoon-schools',
    query: '台风 停课',
    need: 'A journalist wants reports on schools that closed for a typhoon.',
    plans: [
      {
        grade: 3,
        why: 'Reports on it: both words in the title.',
        count: 2,
        title: '台风将至 全市停课（{n}）',
        body: [together(['台风', '停课'], 2), filler(22)],
      },
      {
        grade: 2,
        why: 'A paragraph treats both together.',
        count: 3,
        title: null,
        body: [filler(10), together(['台风', '停课'], 2), filler(10)],
      },
      apart('台风', '停课', 10),
    ],
  },
  {
    id: 'near-dam-leak',
    query: '堤坝 渗漏',
    need: 'An engineer looks for leaks of embankments.',
    plans: [
      {
        grade: 3,
        why: 'Treats the leak of an embankment, in a long report.',
        count: 4,
        title: null,
        body: [filler(8), together(['堤坝', '渗漏'], 2), filler(24)],
      },
      apart('堤坝', '渗漏', 10),
    ],
  },
  {
    id: 'near-bus-fuel',
    query: '校车 油耗',
    need: 'Somebody looks for what school buses burn.',
    plans: [
      {
        grade: 3,
        why: 'One sentence says exactly that, in a long report.',
        count: 3,
        title: null,
        body: [filler(12), '今年校车油耗比去年低一成。', filler(16)],
      },
      passing('校车', '油耗', 12),
    ],
  },
  {
    id: 'phrase-port-reform',
    query: '码头 改制',
    need: 'An economist types two words that form a phrase in the texts he wants.',
    plans: [
      {
        grade: 3,
        why: 'The two words stand together as one phrase.',
        count: 4,
        title: null,
        body: [
          filler(4),
          '码头改制从去年三月算起。',
          filler(10),
          '码头改制还差最后一步。',
          filler(10),
        ],
      },
      apart('码头', '改制', 10),
    ],
  },
  {
    id: 'phrase-digital-records',
    query: '影像 存档',
    need: 'An archivist looks for the archiving of images.',
    plans: [
      {
        grade: 3,
        why: 'Title and text have the phrase.',
        count: 2,
        title: '影像存档的规矩（{n}）',
        body: [filler(3), '影像存档有三道手续。', filler(20)],
      },
      {
        grade: 2,
        why: 'The phrase stands in the text.',
        count: 3,
        title: null,
        body: [filler(10), '影像存档照旧例办。', filler(12)],
      },
      apart('影像', '存档', 9),
    ],
  },
  {
    id: 'phrase-in-other-order',
    query: '夜场 剧院',
    need: 'Somebody types the words in the other order than the texts have them.',
    plans: [
      {
        grade: 3,
        why: 'About the evening shows of the theatre.',
        count: 3,
        title: '剧院夜场加座（{n}）',
        body: [together(['剧院', '夜场'], 2), filler(20)],
      },
      apart('剧院', '夜场', 10),
    ],
  },
  {
    id: 'three-words',
    query: '长者 饭堂 津贴',
    need: 'A social worker looks for subsidies of canteens for the elderly.',
    plans: [
      {
        grade: 3,
        why: 'All three in one sentence; the report is about it.',
        count: 3,
        title: '长者饭堂开饭（{n}）',
        body: [filler(2), '长者饭堂的津贴每餐四元，由街道结算。', filler(20), about('长者饭堂', 2)],
      },
      {
        grade: 1,
        why: 'Two of them together, the third elsewhere.',
        count: 4,
        title: null,
        body: ['单位饭堂的津贴停发。', filler(10), '他敬重长者。', filler(4)],
      },
      {
        grade: 0,
        why: 'All three, in parts that have nothing to do with each other.',
        count: 8,
        title: null,
        body: [about('长者', 2), filler(5), about('饭堂', 2), filler(5), about('津贴', 2)],
      },
    ],
  },
  {
    id: 'three-words-scattered',
    query: '山火 航拍 测距',
    need: 'Somebody looks for how the distance of a wildfire is measured from the air.',
    plans: [
      {
        grade: 3,
        why: 'One paragraph has it all.',
        count: 3,
        title: null,
        body: [filler(9), '山火逼近时，航拍画面用来测距，误差在五米内。', filler(18)],
      },
      {
        grade: 0,
        why: 'Holds all three often, never together.',
        count: 9,
        title: null,
        body: [about('山火', 3), filler(6), about('航拍', 3), filler(6), about('测距', 3)],
      },
    ],
  },
  {
    id: 'english-near',
    query: 'night ferry',
    need: 'A traveller wants to read about the night ferry.',
    plans: [
      {
        grade: 3,
        why: 'About it.',
        count: 2,
        title: 'The Night Ferry, Part {n}',
        lang: 'en',
        body: [about('night ferry', 2), filler(16)],
      },
      {
        grade: 2,
        why: 'A paragraph of a long travel piece is about it.',
        count: 2,
        title: null,
        lang: 'en',
        body: [filler(10), about('night ferry', 2), filler(10)],
      },
      {
        grade: 0,
        why: 'The words in different stories.',
        count: 10,
        title: null,
        lang: 'en',
        body: [
          'The ferry was late and the ferry was full; a ferry is a ferry.',
          filler(4),
          'At night the bakery smells of rye, and at night the street belongs to cats.',
        ],
      },
    ],
  },
  {
    id: 'english-quoted',
    query: '"harvest supper"',
    need: 'Somebody quotes a phrase and wants pieces on it.',
    plans: [
      {
        grade: 3,
        why: 'The piece is about it.',
        count: 2,
        title: 'Harvest Supper at the Hall ({n})',
        lang: 'en',
        body: [about('harvest supper', 2), filler(14)],
      },
      passers('harvest supper', 10, {
        lang: 'en',
        body: [filler(1), mention('harvest supper'), filler(2)],
      }),
    ],
  },
  {
    id: 'rare-and-common',
    query: '街坊 硝石',
    need: 'A historian cares about the rare word; the common one narrows it.',
    plans: [
      {
        grade: 3,
        why: 'About saltpetre in the neighbourhood; the common word stands beside it once.',
        count: 3,
        title: '街坊熬硝石（{n}）',
        body: [about('硝石', 4), filler(14)],
      },
      {
        grade: 1,
        why: 'Much on neighbours; saltpetre is one word in a list.',
        count: 9,
        title: null,
        body: [about('街坊', 6), mention('硝石')],
      },
      {
        grade: 0,
        why: 'Long letters pages about neighbours; saltpetre stands in a remark at the end.',
        count: 4,
        title: null,
        body: [about('街坊', 8), filler(20), mention('硝石')],
      },
    ],
  },
];
