import type { welcome as english } from '../en/welcome.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of `welcome`. */
export const welcome: Translated<typeof english> = {
  motto: '大型文章档案的阅读器',
  offline: '完全离线运行',
  language: '语言',
  dropArea: '拖放区',
  heading: '打开一个文章文件夹',
  hint: '将文件夹拖到这里。首次建立索引后，即可随时快速搜索。',
  release: '松开即可打开',
  rejected: '这是文件，改为拖入其所在文件夹。',
  open: '打开文件夹…',
  formats: '支持Markdown、HTML和纯文本（UTF-8、GB18030、Big5）。不会改动、移动或上传原文件。',
  recent: '最近打开',
  noRecent: '打开过的档案库会列在这里。',
  notIndexed: '尚未建立索引',
  neverOpened: '尚未打开',
  openedToday: '今天打开',
  openedYesterday: '昨天打开',
  openedOn: '{{day}}打开',
  join: '{{posts}}，{{opened}}',
  missing: '磁盘未连接',
  locate: '重新定位…',
  remove: '移除',
  locateNamed: '重新定位{{name}}…',
  removeNamed: '从列表中移除{{name}}',
  sample_other: '打开示例档案库（{{shown}}篇）',
};
