import { about, filler, passers, type JudgedCase } from '../judgedCase.ts';

/** Where in a post a word stands, and whom a name belongs to. */
export const PLACES: readonly JudgedCase[] = [
  {
    id: 'lead-or-footer',
    query: '观星社',
    need: 'A reader looks for what the star-gazers do; every notice of theirs ends with their name.',
    plans: [
      {
        grade: 3,
        why: 'About them from the first sentence on.',
        count: 3,
        title: null,
        body: ['观星社在山顶守了一夜。', filler(4), '这是观星社成立以来的第一次。', filler(22)],
      },
      {
        grade: 0,
        why: 'Boilerplate: the last line of a notice on something else.',
        count: 12,
        title: null,
        body: [filler(6), '（本栏由观星社协办）'],
      },
    ],
  },
  {
    id: 'lead-or-hotline',
    query: '青鸟热线',
    need: 'A journalist looks for reports on the hotline; its number stands under every notice.',
    plans: [
      {
        grade: 3,
        why: 'The lead and the piece are about the hotline.',
        count: 3,
        title: '接电话的人（{n}）',
        body: ['青鸟热线的第一通电话来自半夜。', filler(8), about('青鸟热线', 2), filler(22)],
      },
      {
        grade: 0,
        why: 'Boilerplate: call the hotline, twice, at the end.',
        count: 12,
        title: null,
        body: [filler(4), '咨询请拨青鸟热线。', '（青鸟热线全天有人接听）'],
      },
    ],
  },
  {
    id: 'lead-or-follow-us',
    query: '潮间带',
    need: 'A biologist looks for the shore between tides, which is also what an account is called.',
    plans: [
      {
        grade: 3,
        why: 'On the shore between the tides.',
        count: 2,
        title: '退潮以后（{n}）',
        body: [about('潮间带', 2), filler(10), about('潮间带', 1), filler(14)],
      },
      {
        grade: 2,
        why: 'The first paragraph describes it, then the piece goes elsewhere.',
        count: 2,
        title: null,
        body: [about('潮间带', 1), filler(20)],
      },
      {
        grade: 0,
        why: 'Boilerplate of an account with that name.',
        count: 12,
        title: null,
        body: [filler(5), '更多内容请关注“潮间带”，转载请注明来自“潮间带”。'],
      },
    ],
  },
  {
    id: 'english-lead-or-sponsor',
    query: 'Ropewalk Trust',
    need: 'A historian looks for the trust; it also sponsors the paper.',
    plans: [
      {
        grade: 3,
        why: 'About the trust.',
        count: 3,
        title: null,
        lang: 'en',
        body: ['The Ropewalk Trust bought the long shed for one pound.', filler(24)],
      },
      {
        grade: 0,
        why: 'Boilerplate at the end.',
        count: 10,
        title: null,
        lang: 'en',
        body: [filler(5), 'Printed with the help of the Ropewalk Trust.'],
      },
    ],
  },
  {
    id: 'name-in-credits',
    query: '陈牧之',
    need: 'Somebody looks for a person who is also the desk editor named under many posts.',
    plans: [
      {
        grade: 3,
        why: 'A portrait of him.',
        title: '陈牧之：三十年只做一张版',
        body: [about('陈牧之', 2), filler(30), about('陈牧之', 1)],
      },
      {
        grade: 3,
        why: 'An obituary; the lead names him, the title does not.',
        title: '送别一位老编辑',
        body: ['陈牧之走了，桌上的红笔还没有盖帽。', filler(20), about('陈牧之', 2), filler(4)],
      },
      {
        grade: 0,
        why: 'Credit lines.',
        count: 14,
        title: null,
        body: [filler(5), '（责任编辑：陈牧之）'],
      },
    ],
  },
  {
    id: 'name-as-byline',
    query: '林晓渡',
    need: 'Somebody wants pieces about her, before the many that she wrote.',
    plans: [
      {
        grade: 3,
        why: 'A portrait of her.',
        count: 2,
        title: '记录者林晓渡（{n}）',
        body: [filler(1), about('林晓渡', 3), filler(24)],
      },
      {
        grade: 1,
        why: 'Her by-line at the top, her photo credit at the end.',
        count: 12,
        title: null,
        body: ['本报林晓渡报道', filler(6), '（林晓渡摄）'],
      },
    ],
  },
  {
    id: 'name-quoted-once',
    query: '方以舟',
    need: 'Somebody wants to know what the expert thinks: interviews before single quotations.',
    plans: [
      {
        grade: 3,
        why: 'An interview.',
        count: 2,
        title: '对话方以舟：慢一点才稳（{n}）',
        body: [filler(2), '方以舟：我不同意。', filler(6), '方以舟：看十年再说。', filler(20)],
      },
      {
        grade: 2,
        why: 'His opinion is a third of the piece.',
        count: 2,
        title: null,
        body: [filler(8), about('方以舟', 4), filler(8)],
      },
      passers('方以舟', 12, {
        why: 'Quotes him once.',
        body: [filler(2), '“可以试试。”方以舟说。', filler(1)],
      }),
    ],
  },
  {
    id: 'numbered-hotline',
    query: '12388 投诉',
    need: 'A journalist looks for reports on complaints to that number.',
    plans: [
      {
        grade: 3,
        why: 'On complaints to the number.',
        count: 2,
        title: '打进12388的第{n}个投诉',
        body: [filler(3), '接到12388投诉后，当天就有人上门。', filler(22)],
      },
      {
        grade: 0,
        why: 'A notice on something else; the number stands at its end, the other word at its top.',
        count: 10,
        title: null,
        body: ['投诉与建议栏目。', filler(5), '电话：12388。', '短信：12388。'],
      },
    ],
  },
];
