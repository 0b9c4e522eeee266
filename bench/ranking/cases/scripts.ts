import { about, filler, mention, passers, together, type JudgedCase } from '../judgedCase.ts';

/** Latin letters, digits, and both beside Chinese. */
export const SCRIPTS: readonly JudgedCase[] = [
  {
    id: 'case-lighthouse',
    query: 'lanternfish',
    need: 'A reader types a word in lower case; texts have it in any case.',
    plans: [
      {
        grade: 3,
        why: 'About the fish, with a capital in the title.',
        count: 2,
        title: 'Lanternfish at Dawn, {n}',
        lang: 'en',
        body: [about('lanternfish', 2), filler(18)],
      },
      {
        grade: 3,
        why: 'About the fish, in capitals.',
        title: 'LANTERNFISH: A CATCH',
        lang: 'en',
        body: [filler(2), about('Lanternfish', 3), filler(16)],
      },
      passers('LANTERNFISH', 10, {
        lang: 'en',
        why: 'The name of a boat, in a list.',
        body: [filler(1), 'In port: the Heron, the LANTERNFISH, the Tern.', filler(1)],
      }),
    ],
  },
  {
    id: 'case-acronym',
    query: 'ARM',
    need: 'An engineer types the name of a chip family in capitals; limbs are spelt the same.',
    plans: [
      {
        grade: 3,
        why: 'On the chips.',
        count: 3,
        title: null,
        lang: 'en',
        body: [filler(3), 'The board carries an ARM core, and the ARM core runs cool.', filler(16)],
      },
      {
        grade: 0,
        why: 'Limbs and chairs.',
        count: 10,
        title: null,
        lang: 'en',
        body: ['He broke an arm; the arm healed.', filler(1), 'The arm of the chair was loose.'],
      },
    ],
  },
  {
    id: 'mixed-base-stations',
    query: '5G 基站',
    need: 'A journalist looks for 5G base stations.',
    plans: [
      {
        grade: 3,
        why: 'On them; the words stand together.',
        count: 2,
        title: '5G基站上了山（{n}）',
        body: [filler(2), '5G基站一共十二座。', filler(22)],
      },
      {
        grade: 2,
        why: 'A paragraph on them.',
        count: 3,
        title: null,
        body: [filler(8), '5G 基站的电费由三家分摊。', filler(10)],
      },
      {
        grade: 0,
        why: 'Telephones of the one kind, masts of another.',
        count: 9,
        title: null,
        body: ['5G手机打折，5G套餐降价，5G卡免费。', filler(5), '对讲机基站搬家，广播基站除锈。'],
      },
    ],
  },
  {
    id: 'mixed-shares',
    query: 'B股',
    need: 'A reader looks for B shares.',
    plans: [
      {
        grade: 3,
        why: 'On B shares.',
        count: 3,
        title: 'B股还剩多少（{n}）',
        body: [about('B股', 2), filler(20)],
      },
      {
        grade: 0,
        why: 'Quotation tables.',
        count: 10,
        title: '收市表第{n}号',
        body: ['甲 B股 3.2，乙 B股 4.1，丙 B股 2.7，丁 B股 5.5。'],
      },
    ],
  },
  {
    id: 'mixed-ai-diagnosis',
    query: 'AI 读片',
    need: 'A doctor looks for AI that reads X-rays.',
    plans: [
      {
        grade: 3,
        why: 'On that.',
        count: 2,
        title: 'AI读片进了社区医院（{n}）',
        body: [filler(3), together(['AI', '读片'], 2), filler(18)],
      },
      {
        grade: 2,
        why: 'One section is on that.',
        count: 2,
        title: null,
        body: [filler(9), 'AI读片快，但要人复核。', filler(9)],
      },
      {
        grade: 0,
        why: 'Different news on one page.',
        count: 10,
        title: null,
        body: ['AI写诗，AI下棋，AI唱歌。', filler(5), '老医生读片凭经验，读片要静。'],
      },
    ],
  },
  {
    id: 'mixed-fine-dust',
    query: 'PM2.5',
    need: 'A researcher looks for pieces on fine dust, not the daily figures.',
    plans: [
      {
        grade: 3,
        why: 'On fine dust.',
        count: 3,
        title: 'PM2.5从哪里来（{n}）',
        body: [about('PM2.5', 2), filler(22)],
      },
      {
        grade: 0,
        why: 'Daily figures.',
        count: 11,
        title: '空气日报第{n}号',
        body: ['东站 PM2.5 31，西站 PM2.5 28，南站 PM2.5 35，北站 PM2.5 27。'],
      },
    ],
  },
  {
    id: 'number-year',
    query: '2035',
    need: 'A planner looks for the plan up to that year.',
    plans: [
      {
        grade: 3,
        why: 'The plan.',
        count: 2,
        title: '面向2035的街区（{n}）',
        body: [filler(2), '到2035年，街区将有三座桥。', filler(22)],
      },
      {
        grade: 0,
        why: 'The figure by chance: serial numbers and sums.',
        count: 11,
        title: null,
        body: ['编号 2035，余额 2035 元。', filler(3), '发票 2035。'],
      },
    ],
  },
  {
    id: 'english-two-words',
    query: 'harbour strike',
    need: 'A historian looks for the strike in the harbour.',
    plans: [
      {
        grade: 3,
        why: 'On the strike.',
        count: 2,
        title: 'Harbour Strike: Week {n}',
        lang: 'en',
        body: [filler(2), together(['harbour', 'strike'], 2), filler(18)],
      },
      {
        grade: 2,
        why: 'A chapter of a longer history is on the strike.',
        count: 2,
        title: null,
        lang: 'en',
        body: [filler(10), 'The harbour strike lasted nine days.', filler(10)],
      },
      {
        grade: 0,
        why: 'Boats in the one story, a clock in the other.',
        count: 10,
        title: null,
        lang: 'en',
        body: [
          'The harbour froze, the harbour thawed, the harbour filled.',
          filler(5),
          'Clocks strike twelve; they strike even when nobody counts.',
        ],
      },
    ],
  },
  {
    id: 'latin-in-chinese',
    query: 'LNG 加注',
    need: 'A shipper looks for refuelling with LNG.',
    plans: [
      {
        grade: 3,
        why: 'On refuelling with it.',
        count: 3,
        title: null,
        body: [filler(4), 'LNG加注船首次靠泊。', filler(8), 'LNG加注用了六小时。', filler(14)],
      },
      {
        grade: 1,
        why: 'Names the fuel; something else is filled up.',
        count: 10,
        title: null,
        body: [mention('LNG'), 'LNG涨价。', filler(6), '水车加注清水，加注两次。'],
      },
    ],
  },
];
