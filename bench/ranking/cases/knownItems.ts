import { about, filler, lines, mention, passers, type JudgedCase } from '../judgedCase.ts';

/** Somebody remembers a headline, or part of one, and wants that post. */
export const KNOWN_ITEMS: readonly JudgedCase[] = [
  {
    id: 'headline-quoted-elsewhere',
    query: '雾港大桥今日合龙',
    need: 'A journalist remembers the headline and wants the report itself.',
    plans: [
      {
        grade: 3,
        why: 'The report: its title is the query.',
        title: '雾港大桥今日合龙',
        body: [filler(4), '最后一节箱梁在上午十点落位，误差三毫米。', filler(24)],
      },
      {
        grade: 2,
        why: 'A follow-up whose title takes the headline up.',
        title: '“雾港大桥今日合龙”之后',
        body: [filler(6), '合龙之后，铺装随即开始。', filler(14)],
      },
      {
        grade: 1,
        why: 'Only quotes the headline, again and again.',
        count: 9,
        title: null,
        body: [
          '本报曾以《雾港大桥今日合龙》为题报道。',
          filler(2),
          '“雾港大桥今日合龙”这行字，后来印上了明信片。',
          filler(1),
        ],
      },
    ],
  },
  {
    id: 'column-name',
    query: '潮声',
    need: 'A reader wants the column called 潮声, then columns with the name in their title.',
    plans: [
      {
        grade: 3,
        why: 'The title is the query and nothing else; a column does not repeat its name.',
        title: '潮声',
        body: [filler(20)],
      },
      {
        grade: 2,
        why: 'The word stands in the title, beside others.',
        count: 4,
        title: '夜里听潮声（{n}）',
        body: [filler(6), '潮声从窗缝里进来。', filler(12)],
      },
      {
        grade: 1,
        why: 'Atmosphere only: the sound of the tide is heard, nothing is said of it.',
        count: 9,
        title: null,
        body: [filler(1), '远处有潮声。', filler(2), '潮声又起。', '潮声渐远。', filler(1)],
      },
    ],
  },
  {
    id: 'two-words-of-a-headline',
    query: '渡轮 改线',
    need: 'Somebody remembers two words of a headline about the ferry that got a new route.',
    plans: [
      {
        grade: 3,
        why: 'Both words stand in the title, and the piece is about that.',
        title: '渡轮航线改线方案公布',
        body: [filler(5), '渡轮改线以后，航程缩短十二分钟。', filler(25)],
      },
      {
        grade: 2,
        why: 'About the ferry; the new route is one paragraph.',
        count: 2,
        title: '渡轮上的四季（{n}）',
        body: [about('渡轮', 3), filler(6), '说到改线，船员们都点头。', filler(6)],
      },
      {
        grade: 1,
        why: 'Both words occur, about different things.',
        count: 9,
        title: null,
        body: [
          '他坐渡轮上班，渡轮误点是常事，渡轮挤也是常事。',
          filler(3),
          '公交改线的牌子立在站旁，改线从周一起，改线不改票价。',
          filler(2),
        ],
      },
    ],
  },
  {
    id: 'english-headline',
    query: 'the quiet printers of mill lane',
    need: 'A reader types an English headline from memory, in lower case and without quotes.',
    plans: [
      {
        grade: 3,
        why: 'The post with that title.',
        title: 'The Quiet Printers of Mill Lane',
        lang: 'en',
        body: [filler(3), 'Three presses stand in a shed that was once a stable.', filler(22)],
      },
      {
        grade: 0,
        why: 'Holds all the words, scattered; has nothing to do with it.',
        count: 10,
        title: null,
        lang: 'en',
        body: [
          'The mill at the end of the lane was quiet, and the lane was quiet too.',
          filler(1),
          'Two printers moved into the mill; the printers of cards, not of books.',
          'The lane led to the mill.',
        ],
      },
    ],
  },
  {
    id: 'question-headline',
    query: '老手艺谁来接班',
    need: 'A reader remembers a headline that ends in a question mark.',
    plans: [
      {
        grade: 3,
        why: 'The post with that headline.',
        title: '老手艺谁来接班？',
        body: [filler(22)],
      },
      passers('老手艺谁来接班', 8, {
        why: 'Uses the words as a figure of speech in passing.',
        body: [
          filler(1),
          '老手艺谁来接班，这句话挂在嘴边。',
          '老手艺谁来接班，没人答得上。',
          filler(2),
        ],
      }),
    ],
  },
  {
    id: 'part-of-a-series',
    query: '船厂旧事之三',
    need: 'A reader follows a series and wants its third part.',
    plans: [
      { grade: 3, why: 'The third part.', title: '船厂旧事之三', body: [filler(26)] },
      {
        grade: 1,
        why: 'Other parts that point to the third, in their contents and at their end.',
        count: 8,
        title: '船厂旧事（合订{n}）',
        body: [
          filler(4),
          '参见船厂旧事之三。',
          filler(2),
          '下期：船厂旧事之三。',
          '目录：船厂旧事之三，第八版。',
        ],
      },
    ],
  },
  {
    id: 'headline-in-other-case',
    query: 'SALT AND ROPE',
    need: 'A reader types the title of an English essay in capitals.',
    plans: [
      {
        grade: 3,
        why: 'The essay with that title.',
        title: 'Salt and Rope',
        lang: 'en',
        body: [filler(20), 'Salt keeps a rope stiff, and stiffness keeps it dry.', filler(4)],
      },
      {
        grade: 1,
        why: 'A shop list that names both goods often.',
        count: 9,
        title: null,
        lang: 'en',
        body: ['Salt and flour, rope and tar.', 'More salt, more rope.', filler(1), 'Rope, salt.'],
      },
    ],
  },
  {
    id: 'headline-and-year-book',
    query: '海岸线测绘记',
    need: 'A researcher wants the long article of that name, not the yearbooks that list it.',
    plans: [
      {
        grade: 3,
        why: 'The article.',
        title: '海岸线测绘记',
        body: [filler(18), about('测绘', 4), filler(18)],
      },
      {
        grade: 0,
        why: 'Tables of contents that list the article.',
        count: 10,
        title: '年刊总目（{n}）',
        body: [lines('海岸线测绘记', 3), lines('防潮门记', 2)],
      },
      {
        grade: 1,
        why: 'Reviews name the article once.',
        count: 4,
        title: null,
        body: [filler(5), mention('海岸线测绘记'), filler(5)],
      },
    ],
  },
];
