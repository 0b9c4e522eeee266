import type { palette as english } from '../en/palette.ts';
import type { Translated } from '../translated.ts';

/** The command palette, the shortcut sheet and the keyboard settings, in Chinese. */
export const palette: Translated<typeof english> = {
  title: '命令面板',
  button: '命令',
  placeholder: '命令、档案库、来源、标签、已存搜索或文章',
  groups: {
    recent: '最近用过的命令',
    posts: '文章',
    searches: '已存搜索',
    archives: '档案库',
    commands: '命令',
    sources: '来源',
    tags: '标签',
    search: '搜索',
  },
  searchAll: '在全部文章中搜索“{{text}}”',
  findInPost: '在本文中查找“{{text}}”',
  none: {
    all: '没有匹配的命令。可改为搜索全部文章。',
    commands: '没有匹配的命令。可改为搜索全部文章。',
    sources: '没有匹配的来源。可改为搜索全部文章。',
    tags: '没有匹配的标签。可改为搜索全部文章。',
  },
  more_other: '另有{{shown}}项…',
  lines_other: '{{shown}}项',
  selected_other: '已选{{shown}}篇',
  move: '选择',
  run: '执行',
  onlyCommands: '仅命令',
  onlySources: '来源',
  onlyTags: '标签',
  pairThen: '先按{{key}}，再按',
  reasons: {
    'no-archive': '先打开档案库',
    'no-post': '先打开一篇文章',
    'no-such-archive': '没有这么多档案库',
    'archive-away': '所在文件夹未连接',
  },
};
