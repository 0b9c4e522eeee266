import type { indexing as english } from '../en/indexing.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of `indexing`. */
export const indexing: Translated<typeof english> = {
  indexing: '建立索引',
  strip: '进行中的工作',
  scanning: '正在查找文件',
  working: '正在建立索引',
  finishing: '即将完成',
  paused: '已暂停',
  unit_other: '篇',
  rate: '篇/秒',
  about: '约',
  secondsLeft_other: '{{shown}}秒后完成',
  minutesLeft_other: '{{shown}}分钟后完成',
  readNow: '现在即可搜索和阅读',
  pause: '暂停',
  resume: '继续',
  cancel: '取消',
  cancelName: '取消建立索引',
  announce: '正在建立索引，{{total}}篇中的第{{done}}篇',
};
