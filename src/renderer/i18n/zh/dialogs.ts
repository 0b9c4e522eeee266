import type { dialogs as english } from '../en/dialogs.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of `dialogs`. */
export const dialogs: Translated<typeof english> = {
  about: '关于Broadsheet',
  version: '版本{{version}}',
  tagline: '大型文章档案的阅读器',
  runtime: '运行环境',
  runtimeShown: 'Electron {{electron}}，Chromium {{chromium}}，Node {{node}}',
  dataFolder: '索引与书签',
  copyDetails: '复制详情',
  copied: '已复制',
  offline: '离线运行',
  offlineFact: 'Broadsheet不发出任何网络请求。只有点击链接时，才会在浏览器中打开。',
  files: '原文件',
  filesFact: '只读取文章，不会改动、移动或上传。',
  registryRuntime: '当前使用软件包仓库中的运行环境，仅供开发和测试。正式发布版使用官方Electron。',
  shortcuts: '键盘快捷键',
  either: '或',
  keyMove: '在列表中移动',
  keyExtend: '移动并选择',
  keyEnds: '第一篇、最后一篇',
  keyRead: '阅读文章',
  keyTick: '选择或取消选择文章',
  keyClose: '关闭最上层',
};
