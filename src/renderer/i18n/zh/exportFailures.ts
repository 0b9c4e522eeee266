/** What a sentence in English of the core says in Chinese; `found` = what the pattern caught. */
type Translation = readonly [pattern: RegExp, words: (...found: readonly string[]) => string];

/** Why a target cannot be used, after its path. */
const places: Readonly<Record<string, string>> = {
  'is not there': '不存在',
  'is a file, not a folder': '是文件，不是文件夹',
  'cannot be written to': '无法写入',
  'has a name that is too long': '名称过长',
  'is neither a file nor a folder': '既不是文件也不是文件夹',
  'is a folder; the export needs a file name': '是文件夹，需要指定文件名',
  'is a file, and this export is a folder': '是文件，而这种导出是文件夹',
  'holds files already; this export makes a folder of its own': '里已有文件，这种导出需要新文件夹',
};

/** Why a file could not be written. */
const writing: Readonly<Record<string, string>> = {
  'the disk is full': '磁盘已满',
  'the disk takes no file of that size': '磁盘不支持这么大的文件',
  'the folder cannot be written to': '文件夹无法写入',
  'another program has it open': '另一个程序正在使用它',
  'the disk cannot be written to': '磁盘无法写入',
  'its folder is gone': '所在文件夹已不存在',
  'its name is too long': '名称过长',
  'a folder of that name is in its place': '已有同名文件夹',
  'a folder of that name with other files is in its place': '已有同名文件夹，其中有其他文件',
  'a file is in the place of a folder': '应为文件夹之处是文件',
  'something of that name is in its place': '已有同名项目',
};

const alternatives = (words: Readonly<Record<string, string>>): string =>
  Object.keys(words).join('|');

const table: readonly Translation[] = [
  [
    new RegExp(`^(.+?) (${alternatives(places)})\\. Choose another place\\.$`, 's'),
    (path = '', reason = '') => `${path}${places[reason] ?? reason}。换个位置。`,
  ],
  [
    new RegExp(`^(.+) could not be written: (${alternatives(writing)})\\.$`, 's'),
    (path = '', reason = '') => `无法写入${path}：${writing[reason] ?? reason}。`,
  ],
  [
    /^The disk of (.+) has (.+?) free, and this export needs about (.+?)\. Make room or choose another place\.$/s,
    (folder = '', free = '', needed = '') =>
      `${folder}所在磁盘剩余${free}，此次导出约需${needed}。腾出空间，或换个位置。`,
  ],
  [
    /^None of the chosen posts could be exported\.(?: (.+?): (.+))?$/s,
    (path = '', reason = '') =>
      path === ''
        ? '所选文章无一能导出。'
        : `所选文章无一能导出。${path}：${exportFailureZh(reason)}`,
  ],
  [/^None of the chosen posts is in the index any more\.$/, () => '所选文章都已不在索引中。'],
  [/^This post is not in the index any more\.$/, () => '这篇文章已不在索引中。'],
  [/^The page that draws the PDF ran out of memory\.$/, () => '绘制PDF的页面内存不足。'],
  [
    /^The page that draws the PDF stopped \((.+)\)\.$/,
    (reason = '') => `绘制PDF的页面中断（${reason}）。`,
  ],
  [/^Drawing took longer than (.+) seconds\.$/, (seconds = '') => `绘制用时超过${seconds}秒。`],
  [
    /^It cannot be put into this format: (.+)\.$/s,
    (reason = '') => `无法转成这种格式：${reason}。`,
  ],
  [/^Its page could not be laid out\.$/, () => '无法排版。'],
  [/^Its pages could not be printed: (.+)\.$/s, (reason = '') => `无法生成页面：${reason}。`],
  [/^The contents of this book never came out equally long\.$/, () => '目录的页数始终定不下来。'],
  [/^This post is not in the list of the export\.$/, () => '这篇文章不在导出的文章之列。'],
  [/^This archive has no index yet\.$/, () => '这个档案库还没有索引。'],
  [/^This archive is not in the library\.$/, () => '资料库里没有这个档案库。'],
  [/^The export stopped\.$/, () => '导出中断。'],
];

/** PURE. A sentence of an export that failed, in Chinese where it is a known one; else as it is. */
export function exportFailureZh(message: string): string {
  for (const [pattern, words] of table) {
    const found = pattern.exec(message);
    if (found !== null) return words(...found.slice(1).map((part) => part ?? ''));
  }
  return message;
}
