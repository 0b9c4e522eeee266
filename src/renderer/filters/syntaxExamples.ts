import type { query } from '../i18n/en/query.ts';

/** A line of the help: what is typed, and which word says what it means. */
export interface SyntaxExample {
  readonly word: keyof (typeof query)['syntax'];
  readonly en: string;
  readonly zh: string;
}

/** The language of queries by example, most used first. */
export const syntaxExamples: readonly SyntaxExample[] = [
  { word: 'all', en: 'harbour ferry', zh: '供应链 江苏' },
  { word: 'phrase', en: '"night ferry"', zh: '"稳定供应链"' },
  { word: 'or', en: 'ferry OR boat', zh: '江苏 OR 上海' },
  { word: 'not', en: '-lighthouse', zh: '-疫情' },
  { word: 'group', en: '(ferry | boat) -night', zh: '(江苏 | 上海) -疫情' },
  { word: 'prefix', en: 'harb*', zh: 'chip*' },
  { word: 'field', en: 'title:ferry', zh: 'title:供应链' },
  { word: 'value', en: 'source:daily', zh: 'source:日报' },
  { word: 'exact', en: 'source:="Harbour Daily"', zh: 'source:=新华日报' },
  { word: 'label', en: 'label:urgent', zh: 'label:待核实' },
  { word: 'any', en: 'tag:*', zh: 'tag:*' },
  { word: 'key', en: '[layout:post]', zh: '[layout:post]' },
  { word: 'date', en: 'date:2022-05', zh: 'date:2022-05' },
  { word: 'after', en: 'after:2022-05-18', zh: 'after:2022-05-18' },
  { word: 'is', en: 'is:bookmarked', zh: 'is:bookmarked' },
  { word: 'has', en: 'has:image', zh: 'has:image' },
  { word: 'near', en: 'ferry NEAR/10 harbour', zh: '供应链 NEAR/10 江苏' },
  { word: 'pattern', en: '/\\d+ boats/i', zh: '/\\d+亿元/' },
  { word: 'sort', en: 'sort:-date', zh: 'sort:-date' },
];
