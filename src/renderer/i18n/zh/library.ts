import type { library as english } from '../en/library.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of the sidebar. */
export const library: Translated<typeof english> = {
  archivePane: '档案库',
  switchArchive: '切换档案库',
  hideSidebar: '隐藏边栏',
  showSidebar: '显示边栏',
  postsSoFar_other: '已有{{shown}}篇',
  notReachable: '找不到文件夹',
  allPosts: '全部文章',
  unread: '未读',
  bookmarks: '书签',
  savedPosts: '书签',
  lists: '列表',
  archives: '档案库',
  locate: '重新定位文件夹…',
  rebuild: '重建索引',
  updateIndex: '检查改动',
  closeArchive: '关闭档案库',
  removeArchive: '从列表中移除…',
  removeTitle: '从列表中移除“{{name}}”',
  removeText: '索引将被删除。文件夹及其中的文件保持原样；再次打开该文件夹时，书签会恢复。',
  removeConfirm: '移除',
  indexCurrent: '索引已是最新',
  indexing: '正在建立索引',
  indexingShare: '正在建立索引 {{share}}%',
  indexingPaused: '索引已暂停',
  filtersActive_other: '筛选，{{count}}项已启用',
  filters: '筛选',
  resizeSidebar: '边栏宽度',
  resizeList: '列表宽度',
};
