import { about, filler, passers, type JudgedCase, type PostPlan } from '../judgedCase.ts';

/** Posts in which the characters stand by chance, across two other words. */
function accident(sentences: readonly string[], count: number): PostPlan {
  return {
    grade: 0,
    why: 'The characters meet by chance, across the border of two words.',
    count,
    title: null,
    body: [filler(1), ...sentences, filler(2)],
  };
}

/** A literal match is kept, but what was asked for stands first. */
export const ACCIDENTS: readonly JudgedCase[] = [
  {
    id: 'accident-city',
    query: '南昌',
    need: 'Somebody looks for the city.',
    plans: [
      {
        grade: 3,
        why: 'A report from the city.',
        count: 3,
        title: '南昌街头的早点（{n}）',
        body: [about('南昌', 2), filler(20)],
      },
      {
        grade: 2,
        why: 'A good part plays there.',
        count: 2,
        title: null,
        body: [
          filler(8),
          '他在南昌住过两年。',
          '南昌的夏天很热。',
          '离开南昌后他去了北方。',
          filler(8),
        ],
      },
      accident(['河南昌盛公司派人来看。', '河南昌盛公司留下样品，河南昌盛公司下周答复。'], 10),
    ],
  },
  {
    id: 'accident-name-lixiang',
    query: '李想',
    need: 'Somebody looks for a person with a short name.',
    plans: [
      {
        grade: 3,
        why: 'A portrait.',
        count: 2,
        title: '修表匠李想（{n}）',
        body: [about('李想', 3), filler(22)],
      },
      accident(['他收拾行李想去看海。', '行李想带的都带上了，行李想丢也丢不掉。'], 10),
      passers('李想', 4, { why: 'Names him once.', body: [filler(3), '李想也在场。', filler(3)] }),
    ],
  },
  {
    id: 'accident-grade',
    query: '高一',
    need: 'A teacher looks for the first year of high school.',
    plans: [
      {
        grade: 3,
        why: 'On the first year.',
        count: 3,
        title: '高一这一年（{n}）',
        body: [about('高一', 2), filler(20)],
      },
      accident(['水位提高一米，票价提高一成。', '门槛要抬高一点，声音要提高一些。'], 11),
    ],
  },
  {
    id: 'accident-peace',
    query: '和平',
    need: 'A reader looks for peace.',
    plans: [
      {
        grade: 3,
        why: 'On peace.',
        count: 2,
        title: '和平钟响了（{n}）',
        body: [filler(2), '和平来之不易。', filler(10), '钟上刻着和平两个字。', filler(10)],
      },
      accident(['他待人温和平稳，做事谦和平实。', '语气平和平静，脾气随和平顺。'], 11),
    ],
  },
  {
    id: 'accident-sea',
    query: '北海',
    need: 'A traveller looks for the city by the sea.',
    plans: [
      {
        grade: 3,
        why: 'A travel report.',
        count: 3,
        title: '在北海看日落（{n}）',
        body: [about('北海', 2), filler(20)],
      },
      accident(['东北海鲜馆开在街角。', '东北海产到货，东北海鲜馆门前排队。'], 11),
    ],
  },
  {
    id: 'accident-university',
    query: '大学',
    need: 'A reader looks for universities.',
    plans: [
      {
        grade: 3,
        why: 'On a university.',
        count: 3,
        title: '大学开了夜校（{n}）',
        body: [about('大学', 2), filler(18)],
      },
      accident(['街道扩大学位供给。', '扩大学额之后，扩大学童接送范围也提上日程。'], 11),
    ],
  },
  {
    id: 'accident-name-wangming',
    query: '王明',
    need: 'Somebody looks for a person with a common name.',
    plans: [
      {
        grade: 3,
        why: 'A portrait.',
        count: 2,
        title: '快递员王明的路（{n}）',
        body: [about('王明', 2), filler(22)],
      },
      accident(['戏里的国王明天退位。', '国王明白得太晚，国王明年再来。'], 11),
    ],
  },
  {
    id: 'accident-by-line',
    query: '苏晚',
    need: 'Somebody looks for a writer whose name hides in the name of a newspaper.',
    plans: [
      {
        grade: 3,
        why: 'On the writer.',
        count: 2,
        title: '苏晚和她的小说（{n}）',
        body: [filler(2), '苏晚坐在窗边。', filler(6), '苏晚写得很慢。', filler(14)],
      },
      accident(['据江苏晚报报道。', '江苏晚报的读者来信很多，江苏晚报一一登出。'], 12),
    ],
  },
];
