import { about, filler, mention, passers, together, type JudgedCase } from '../judgedCase.ts';

/** Queries with operators and fields. */
export const OPERATORS: readonly JudgedCase[] = [
  {
    id: 'or-two-topics',
    query: '纸鸢 OR 灯彩',
    need: 'A curator collects pieces on either craft.',
    plans: [
      {
        grade: 3,
        why: 'On one of the two.',
        count: 2,
        title: '纸鸢匠人（{n}）',
        body: [about('纸鸢', 3), filler(18)],
      },
      {
        grade: 3,
        why: 'On the other one.',
        count: 2,
        title: '灯彩铺子（{n}）',
        body: [about('灯彩', 3), filler(18)],
      },
      passers('纸鸢', 8, { body: [filler(1), mention('纸鸢'), filler(1)] }),
      passers('灯彩', 8, { body: [filler(1), mention('灯彩'), filler(1)] }),
    ],
  },
  {
    id: 'or-and-group',
    query: '(蜜柚 OR 脐橙) 保鲜',
    need: 'A trader looks for keeping either fruit fresh.',
    plans: [
      {
        grade: 3,
        why: 'On keeping one of them fresh.',
        count: 2,
        title: '蜜柚保鲜有新招（{n}）',
        body: [filler(2), together(['蜜柚', '保鲜'], 2), filler(16)],
      },
      {
        grade: 3,
        why: 'On keeping the other fresh, under a title that says neither.',
        count: 2,
        title: null,
        body: [filler(2), together(['脐橙', '保鲜'], 2), filler(14)],
      },
      {
        grade: 0,
        why: 'Fruit in one paragraph, fish in another.',
        count: 10,
        title: null,
        body: ['蜜柚上市，脐橙上市，蜜柚甜，脐橙酸。', filler(6), '鱼要保鲜，虾要保鲜。'],
      },
    ],
  },
  {
    id: 'or-synonyms',
    query: '土豆 OR 马铃薯',
    need: 'A researcher asks for both names of one thing; a post with both is no better than one with one.',
    plans: [
      {
        grade: 3,
        why: 'A study that uses the one name only.',
        count: 2,
        title: '马铃薯留种记（{n}）',
        body: [about('马铃薯', 4), filler(20)],
      },
      {
        grade: 3,
        why: 'A report that uses the other name only.',
        title: '土豆丰收之后',
        body: [about('土豆', 4), filler(18)],
      },
      {
        grade: 1,
        why: 'A recipe list with both names.',
        count: 9,
        title: null,
        body: [filler(2), '土豆（马铃薯）两个，切丝；土豆泥一份。', filler(2)],
      },
    ],
  },
  {
    id: 'not-farming',
    query: '裙带菜 -养殖',
    need: 'A cook looks for the sea vegetable without reports on farming it.',
    plans: [
      {
        grade: 3,
        why: 'On cooking it.',
        count: 2,
        title: '一碗裙带菜汤（{n}）',
        body: [filler(1), about('裙带菜', 2), filler(18)],
      },
      passers('裙带菜', 10, { body: [filler(1), mention('裙带菜'), filler(1)] }),
    ],
  },
  {
    id: 'tag-and-term',
    query: 'tag:渔业 休渔',
    need: 'Somebody knows the tag and looks for the fishing ban within it.',
    plans: [
      {
        grade: 3,
        why: 'On the ban.',
        count: 2,
        title: '休渔第{n}天',
        body: [filler(2), about('休渔', 2), filler(22)],
        tags: ['渔业'],
      },
      passers('休渔', 10, { tags: ['渔业'], body: [filler(1), mention('休渔'), filler(1)] }),
    ],
  },
  {
    id: 'source-and-term',
    query: 'source:鹭洲晚报 空置房',
    need: 'A journalist knows the newspaper and looks for vacant flats in it.',
    plans: [
      {
        grade: 3,
        why: 'A report on them.',
        count: 2,
        title: '空置房里的灯（{n}）',
        body: [filler(2), about('空置房', 2), filler(22)],
        source: '鹭洲晚报',
      },
      passers('空置房', 10, {
        source: '鹭洲晚报',
        body: [filler(1), '空置房一套，另有空置房两套。', filler(1)],
        why: 'Small advertisements.',
      }),
    ],
  },
  {
    id: 'field-body',
    query: 'body:榫卯',
    need: 'Somebody asks for texts that treat joints of wood, whatever their title.',
    plans: [
      {
        grade: 3,
        why: 'Lead and text are about it.',
        count: 3,
        title: '木头咬木头（{n}）',
        body: [about('榫卯', 3), filler(8), about('榫卯', 3), filler(8)],
      },
      passers('榫卯', 10, { body: [filler(2), mention('榫卯'), filler(1)] }),
    ],
  },
  {
    id: 'term-and-dates',
    query: '旧城 拓宽 date:2022',
    need: 'A researcher looks for the widening of roads in the old town in one year.',
    plans: [
      {
        grade: 3,
        why: 'On that.',
        count: 3,
        title: '旧城拓宽第{n}段',
        body: [filler(3), '旧城拓宽不砍树。', filler(18)],
        day: '2022-03-0{n}',
      },
      {
        grade: 0,
        why: 'A digest: a festival in the old town, a canal somewhere else.',
        count: 10,
        title: null,
        body: ['旧城办灯节，旧城人多，旧城热闹。', filler(5), '运河拓宽，航道拓宽。'],
        day: '2022-10-1{n}',
      },
    ],
  },
];
