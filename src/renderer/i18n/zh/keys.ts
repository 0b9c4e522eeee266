import type { keys as english } from '../en/keys.ts';
import type { Translated } from '../translated.ts';

/** Words of the shortcut sheet and of the keyboard settings, in Chinese. */
export const keys: Translated<typeof english> = {
  groups: {
    archive: '档案库与文件',
    search: '搜索',
    list: '列表',
    read: '阅读',
    mark: '标注',
    go: '前往',
    view: '显示',
    help: '帮助',
  },
  singleKeys: '单键执行命令',
  singleKeysNote:
    '指字母、数字与符号，如J或/。输入文字时本来就不起作用。带Ctrl或Command的键、空格键与功能键始终有效。',
  searchCommands: '搜索命令与按键',
  resetAll: '全部恢复默认',
  noCommand: '没有这个名称或按键的命令。',
  addFor: '为“{{name}}”添加按键',
  recordFor: '按下“{{name}}”的新按键，按Esc放弃',
  press: '按下按键…',
  orSecond: '或再按一键',
  remove: '从“{{name}}”移除{{key}}',
  resetFor: '恢复“{{name}}”的默认按键',
  quoted: '“{{name}}”',
  and: '和',
  taken: '{{key}}已用于{{names}}。',
  takeHere: '改用于此',
  leave: '保持不变',
  understood: '好',
  reserved: {
    moves: '{{key}}用于在列表和输入框中移动，或关闭已打开的内容。',
    edits: '{{key}}用于编辑或复制文字。',
    system: '{{key}}由系统使用。',
    app: '{{key}}留给开发使用。',
  },
  change: '更改按键…',
  print: '打印',
  single: '单键已在设置中关闭。',
  lists: '列表中',
  either: '或',
};
