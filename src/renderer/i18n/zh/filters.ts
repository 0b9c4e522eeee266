import type { filters as english } from '../en/filters.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of search field, chips and facets. */
export const filters: Translated<typeof english> = {
  searchLabel: '搜索文章',
  placeholder_other: '搜索{{shown}}篇文章',
  clearSearch: '清除搜索',
  searching: '正在搜索',
  date: '日期',
  source: '来源',
  category: '分类',
  tag: '标签',
  list: '列表',
  moreValues_other: '另外{{shown}}项…',
  clearFacet: '清除{{facet}}',
  filterValues: '筛选{{facet}}',
  noValues: '没有相符的项',
  removeFilter: '移除筛选：{{filter}}',
  activeFilters: '已启用的筛选',
  fromMonth: '起始月份（YYYY-MM）',
  toMonth: '截止月份（YYYY-MM）',
  monthPosts_other: '{{month}}：{{shown}}篇',
  histogram: '按月文章数',
  noDates: '没有带日期的文章',
  hint: {
    'unknown-field': '“{{part}}”不是字段，已按文字搜索',
    'bad-date': '“{{part}}”不是日期，已按文字搜索',
    'unbalanced-quote': '引号不成对，“{{part}}”已按文字搜索',
    'unbalanced-parenthesis': '括号不成对，“{{part}}”已按文字搜索',
    'too-long': '搜索内容过长，未能执行',
  },
};
