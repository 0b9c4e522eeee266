import { about, filler, lines, mention, passers, type JudgedCase } from '../judgedCase.ts';

/** Somebody wants to read about one thing: pieces on it before pieces that name it, and before lists. */
export const TOPICS: readonly JudgedCase[] = [
  {
    id: 'topic-long-feature',
    query: '海水淡化',
    need: 'A researcher collects what was written about desalination.',
    plans: [
      {
        grade: 3,
        why: 'Long features on it: title, lead and body.',
        count: 3,
        title: '海水淡化走到第{n}年',
        body: [about('海水淡化', 2), filler(22), about('海水淡化', 2), filler(12)],
      },
      {
        grade: 2,
        why: 'A section of a wider report treats it.',
        count: 3,
        title: null,
        body: [filler(12), about('海水淡化', 3), filler(12)],
      },
      passers('海水淡化', 14),
    ],
  },
  {
    id: 'topic-short-mentions-win-length',
    query: '盐碱地',
    need: 'A journalist looks for reports on saline soil, of any length.',
    plans: [
      {
        grade: 3,
        why: 'Reports on it; the word is in the title and in few sentences of a long text.',
        count: 3,
        title: '盐碱地上的{n}个春天',
        body: [filler(2), about('盐碱地', 3), filler(34)],
      },
      passers('盐碱地', 14, { body: [filler(1), mention('盐碱地'), filler(1)] }),
    ],
  },
  {
    id: 'topic-figurative-title',
    query: '古籍修复',
    need: 'A researcher wants pieces on the repair of old books, whatever they are called.',
    plans: [
      {
        grade: 3,
        why: 'A focused piece under a figurative title; lead and every section are about it.',
        count: 2,
        title: '一页纸的性命（{n}）',
        body: [
          about('古籍修复', 3),
          filler(4),
          about('古籍修复', 4),
          filler(4),
          about('古籍修复', 3),
        ],
      },
      {
        grade: 3,
        why: 'A focused piece with the topic in its title.',
        title: '古籍修复师的冬天',
        body: [about('古籍修复', 2), filler(14), about('古籍修复', 2)],
      },
      passers('古籍修复', 12),
    ],
  },
  {
    id: 'topic-brief-or-feature',
    query: '口琴',
    need: 'A reader is interested in harmonicas.',
    plans: [
      {
        grade: 3,
        why: 'A short piece, all of it about the harmonica.',
        title: '口琴课',
        body: [about('口琴', 4)],
      },
      {
        grade: 3,
        why: 'A feature on harmonicas.',
        title: '修口琴的人',
        body: [filler(2), about('口琴', 5), filler(20)],
      },
      {
        grade: 1,
        why: 'A long talent show report that names the instrument of many players.',
        count: 5,
        title: null,
        body: [filler(6), lines('口琴', 6), filler(3), lines('口琴', 6), filler(6)],
      },
      passers('口琴', 8),
    ],
  },
  {
    id: 'topic-one-character',
    query: '鲸',
    need: 'A reader types a single character: whales.',
    plans: [
      {
        grade: 3,
        why: 'Reports on whales.',
        count: 2,
        title: '搁浅的鲸（{n}）',
        body: [about('鲸', 4), filler(22)],
      },
      {
        grade: 1,
        why: 'A restaurant and a street are named after the animal.',
        count: 10,
        title: null,
        body: ['鲸记饭馆在鲸街，鲸记的老板姓方。', filler(2), '鲸街短，鲸记小。'],
      },
    ],
  },
  {
    id: 'topic-two-characters',
    query: '候鸟',
    need: 'The usual query: two characters, a topic.',
    plans: [
      {
        grade: 3,
        why: 'In the title, in the lead, and throughout.',
        count: 3,
        title: '候鸟又回来了（{n}）',
        body: [about('候鸟', 3), filler(18), about('候鸟', 2), filler(8)],
      },
      {
        grade: 2,
        why: 'A weekend guide with a good section on them.',
        count: 3,
        title: null,
        body: [filler(10), about('候鸟', 4), filler(10)],
      },
      passers('候鸟', 12, { body: [filler(1), mention('候鸟'), filler(2)] }),
    ],
  },
  {
    id: 'round-up-lighthouse',
    query: '灯塔',
    need: 'A researcher wants pieces on lighthouses, not the weekly round-ups.',
    plans: [
      {
        grade: 3,
        why: 'A focused short piece.',
        count: 3,
        title: '守灯塔的第{n}代人',
        body: [about('灯塔', 3), filler(10)],
      },
      {
        grade: 1,
        why: 'Weekly round-ups: a dozen headlines with the word, no content.',
        count: 9,
        title: '一周要目（{n}）',
        body: [lines('灯塔', 7), filler(8), lines('灯塔', 6), filler(6)],
      },
    ],
  },
  {
    id: 'tag-list-page',
    query: '陨石',
    need: 'A pupil looks for articles on meteorites.',
    plans: [
      {
        grade: 3,
        why: 'Articles on it.',
        count: 3,
        title: '陨石从哪里来（{n}）',
        body: [about('陨石', 3), filler(16)],
      },
      {
        grade: 0,
        why: 'Stuffed list pages: the word over and over, nothing to read.',
        count: 9,
        title: '标签页{n}',
        body: ['陨石 陨石 陨石 陨石 陨石 陨石 陨石 陨石 陨石 陨石 陨石 陨石', lines('陨石', 4)],
      },
    ],
  },
  {
    id: 'price-tables',
    query: '蓝莓',
    need: 'A grower wants reports on growing blueberries.',
    plans: [
      {
        grade: 3,
        why: 'Reports on growing them.',
        count: 3,
        title: '蓝莓园里的第{n}季',
        body: [filler(2), about('蓝莓', 3), filler(20)],
      },
      {
        grade: 0,
        why: 'Daily quotations: one line a size.',
        count: 10,
        title: '批发行情第{n}号',
        body: ['蓝莓大果九元，蓝莓中果七元，蓝莓小果五元，蓝莓次果两元。', lines('蓝莓', 3)],
      },
    ],
  },
  {
    id: 'results-lists',
    query: '羽毛球',
    need: 'A reader wants reports on badminton.',
    plans: [
      {
        grade: 3,
        why: 'A report on a club.',
        count: 2,
        title: '羽毛球馆夜里不关灯（{n}）',
        body: [about('羽毛球', 4), filler(16)],
      },
      {
        grade: 2,
        why: 'A feature on sport in the quarter; badminton is one of its parts.',
        count: 2,
        title: null,
        body: [filler(8), about('羽毛球', 4), filler(8)],
      },
      {
        grade: 0,
        why: 'Result lists.',
        count: 9,
        title: '赛果（{n}）',
        body: [lines('羽毛球', 14)],
      },
    ],
  },
  {
    id: 'place-name-timetables',
    query: '白石滩',
    need: 'A travel writer wants pieces on the place.',
    plans: [
      {
        grade: 3,
        why: 'A piece on the place.',
        count: 3,
        title: '到白石滩去（{n}）',
        body: [about('白石滩', 2), filler(18)],
      },
      {
        grade: 0,
        why: 'Timetables: the place is a stop.',
        count: 9,
        title: '班次表（{n}）',
        body: [
          '白石滩 7:10，白石滩 8:40，白石滩 10:20，白石滩 12:05，白石滩 14:30，白石滩 17:00。',
        ],
      },
      passers('白石滩', 4),
    ],
  },
  {
    id: 'field-title',
    query: 'title:潮汐',
    need: 'Somebody asks for titles only; the shorter the title, the more it is about the word.',
    plans: [
      {
        grade: 3,
        why: 'The title is the word, and the piece explains it.',
        title: '潮汐',
        body: [about('潮汐', 5), filler(20)],
      },
      {
        grade: 3,
        why: 'The title asks about it, the piece answers.',
        title: '潮汐是怎么来的',
        body: [about('潮汐', 5), filler(16)],
      },
      {
        grade: 1,
        why: 'The name of a café in a long title.',
        count: 9,
        title: '柳荫街老店搬迁之后第{n}家新铺潮汐咖啡与邻居们的周末',
        body: [filler(4)],
      },
    ],
  },
];
