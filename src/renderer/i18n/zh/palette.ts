import type { palette as english } from '../en/palette.ts';
import type { Translated } from '../translated.ts';

/** 命令面板、快捷键一览与键盘设置 */
export const palette: Translated<typeof english> = {
  pairThen: '先按{{key}}，再按',
  reasons: {
    'no-archive': '先打开档案库',
    'no-post': '先打开一篇文章',
    'no-such-archive': '没有这么多档案库',
    'archive-away': '所在文件夹未连接',
  },
};
