import { about, filler, passers, type JudgedCase } from '../judgedCase.ts';

/** Age: of two that are equally good the newer one is a little better; nothing more. */
export const DATES: readonly JudgedCase[] = [
  {
    id: 'yearly-event',
    query: '开茶节',
    need: 'A reader looks for the yearly tea festival: all reports, the latest first.',
    plans: [
      {
        grade: 3,
        why: 'The latest report.',
        title: '开茶节今起三天',
        keepsLength: true,
        body: [about('开茶节', 3), filler(8)],
        day: '2025-11-20',
      },
      {
        grade: 2,
        why: 'The same report of an earlier year, the same in length and kind.',
        count: 3,
        title: '开茶节今起三天',
        keepsLength: true,
        body: [about('开茶节', 3), filler(8)],
        day: '2021-04-0{n}',
      },
      {
        grade: 2,
        why: 'The same report of many years ago.',
        count: 3,
        title: '开茶节今起三天',
        keepsLength: true,
        body: [about('开茶节', 3), filler(8)],
        day: '2016-04-0{n}',
      },
      passers('开茶节', 8, { day: '2025-12-0{n}' }),
    ],
  },
  {
    id: 'yearly-notice',
    query: '封航通告',
    need: 'A skipper looks for the notice that holds now; the older ones have the same words.',
    plans: [
      {
        grade: 3,
        why: 'The latest notice.',
        title: '封航通告',
        keepsLength: true,
        body: ['封航通告如下，请各船遵照。', filler(6)],
        day: '2025-12-18',
      },
      {
        grade: 2,
        why: 'Earlier notices.',
        count: 6,
        title: '封航通告',
        keepsLength: true,
        body: ['封航通告如下，请各船遵照。', filler(6)],
        day: '2019-0{n}-12',
      },
    ],
  },
  {
    id: 'old-title-new-body',
    query: '缫丝',
    need: 'A historian looks for reeling silk; the best piece is old.',
    plans: [
      {
        grade: 3,
        why: 'The standard piece on it, twelve years old.',
        count: 2,
        title: '缫丝间的蒸汽（{n}）',
        body: [about('缫丝', 3), filler(20)],
        day: '2013-05-1{n}',
      },
      passers('缫丝', 12, {
        day: '2025-11-1{n}',
        body: [filler(1), '那条街从前缫丝。', filler(1)],
      }),
    ],
  },
  {
    id: 'old-topic-new-mention',
    query: '摆渡人',
    need: 'A reader looks for the ferryman; age does not matter.',
    plans: [
      {
        grade: 3,
        why: 'The portrait, old.',
        title: '最后的摆渡人',
        body: [filler(2), about('摆渡人', 4), filler(20)],
        day: '2011-09-03',
      },
      {
        grade: 2,
        why: 'A later visit: a part of a piece on the river.',
        count: 2,
        title: null,
        body: [filler(8), about('摆渡人', 3), filler(8)],
        day: '2018-09-0{n}',
      },
      passers('摆渡人', 12, {
        why: 'Uses the word as a figure of speech, this month.',
        day: '2025-12-1{n}',
        body: [filler(2), '老师是学生的摆渡人。', filler(1)],
      }),
    ],
  },
  {
    id: 'undated-deeds',
    query: '地契',
    need: 'A historian looks for land deeds; transcripts carry no date.',
    plans: [
      {
        grade: 3,
        why: 'Transcripts and their explanation, undated.',
        count: 3,
        title: '地契释读（{n}）',
        body: [about('地契', 4), filler(18)],
        day: null,
      },
      passers('地契', 12, { body: [filler(1), '抽屉里压着一张地契。', filler(2)] }),
    ],
  },
  {
    id: 'news-and-echo',
    query: '免票渡江',
    need: 'A journalist wants the decision and what followed, not later remarks.',
    plans: [
      {
        grade: 3,
        why: 'The decision.',
        title: '免票渡江下月起施行',
        body: [filler(2), about('免票渡江', 3), filler(16)],
        day: '2017-03-02',
      },
      {
        grade: 3,
        why: 'The analysis after a year.',
        title: '免票渡江一年账',
        body: [filler(3), about('免票渡江', 3), filler(22)],
        day: '2018-03-02',
      },
      passers('免票渡江', 12, {
        day: '2025-10-1{n}',
        body: [filler(2), '自从免票渡江，摊子多了。', filler(1)],
      }),
    ],
  },
  {
    id: 'two-words-new-and-old',
    query: '冬泳 救生',
    need: 'A swimmer looks for life saving in winter swimming; a newer text on other things is no help.',
    plans: [
      {
        grade: 3,
        why: 'On both together, old.',
        count: 3,
        title: '冬泳队的救生员（{n}）',
        body: [filler(3), '冬泳救生靠的是绳和哨。', filler(18)],
        day: '2014-01-0{n}',
      },
      {
        grade: 0,
        why: 'New, both words, different stories.',
        count: 9,
        title: null,
        body: [about('冬泳', 2), filler(5), about('救生', 2)],
        day: '2025-12-2{n}',
      },
    ],
  },
];
