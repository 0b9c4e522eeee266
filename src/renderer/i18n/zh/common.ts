import type { common as english } from '../en/common.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of `common`. */
export const common: Translated<typeof english> = {
  appName: 'Broadsheet',
  cancel: '取消',
  close: '关闭',
  clear: '清除',
  remove: '移除',
  undo: '撤销',
  dismiss: '关闭提示',
  more: '更多',
  retry: '重试',
  coreRestarted: '读取书签与索引的部分停止后已重新启动。已保存的内容完好。',
  coreLeft:
    '读取书签与索引的部分反复停止，暂不再启动。已保存的内容完好。关闭Broadsheet，一分钟后重新打开。',
  linkMissing: '此链接指向{{path}}，档案库中没有该文件。',
  linkSearch: '搜索',
  linkOutside: '在浏览器中打开',
  posts_other: '{{shown}}篇文章',
  problems_other: '{{shown}}个问题',
  milliseconds: '{{shown}}毫秒',
  openFolder: '打开文件夹…',
  showInFolder: '在文件夹中显示',
  crashTitle: '窗口无法显示',
  crashText: '档案库未作任何改动。重新载入窗口即可继续。',
  reload: '重新载入窗口',
  failure: {
    'bad-input': '无法理解该请求。{{message}}',
    'not-found': '索引中已没有这篇文章，文件可能已移动或删除。',
    'archive-missing': '无法访问档案库的文件夹。连接所在磁盘，或重新定位文件夹。',
    'archive-unreadable': '无法读取此文件夹。{{message}}',
    'index-busy': '另一个进程正在写入索引，待其结束后重试。',
    'index-outdated': '索引属于另一版本的Broadsheet，可在档案库菜单中重建。',
    'library-unreadable': '无法读取书签与设置。{{message}}',
    'storage-failed': '无法使用数据文件夹。{{message}}',
    'export-failed': '无法写入PDF。{{message}}',
    cancelled: '已取消。',
    internal: 'Broadsheet内部出错。{{message}}',
  },
};
