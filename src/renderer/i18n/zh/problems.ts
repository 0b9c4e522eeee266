import type { problems as english } from '../en/problems.ts';
import type { Translated } from '../translated.ts';

/** Chinese words of `problems`. */
export const problems: Translated<typeof english> = {
  title: '问题',
  line: '{{kind}}：{{text}}',
  groups: '筛选问题',
  group: {
    all: '全部',
    missing: '未收录',
    encoding: '编码',
    dates: '日期',
    frontMatter: '元数据',
    other: '其他',
  },
  retryAll: '全部重试',
  saveList: '保存清单…',
  saved: '已保存到{{file}}',
  bannerErrors_other: '{{shown}}个文件无法读取，未出现在结果中；',
  bannerRest_other: '{{shown}}篇文章可以搜索。原文件未作任何改动。',
  file: '文件',
  problem: '问题',
  size: '大小',
  severity: '严重程度',
  actions: '操作',
  error: '未出现在结果中',
  warning: '已在结果中，需核对',
  open: '打开',
  openNamed: '打开{{path}}',
  showNamed: '在文件夹中显示：{{path}}',
  none: '没有问题',
  noneNote: '档案库中的Markdown、HTML和文本文件均已收录。',
  otherFiles_other: '另有{{shown}}个其他类型的文件不是文章：{{list}}。',
  documents_other: '其中{{shown}}个文档未读取：{{list}}。',
  withEnding: '{{ending}} {{shown}}个',
  noEnding: '无常见扩展名{{shown}}个',
  otherEndings: '其他扩展名{{shown}}个',
  listSign: '、',
  failed: '无法显示清单',
  guessedAs: '不是UTF-8编码，已按{{charset}}读取。核对文字是否正常。',
  mixedAt_other: '{{shown}}行不是UTF-8编码（首处在第{{line}}行），已按{{charset}}读取。',
  damagedAt_other: '{{shown}}处字节不属于{{charset}}，显示为�，首处在第{{line}}行。',
  damagedAtByte_other:
    '{{shown}}处字节不属于{{charset}}，显示为�，首处在第{{line}}行（第{{byte}}字节）。',
  lostAt_other: '文件本身含有{{shown}}个�，原字符已丢失，首处在第{{line}}行。',
  reason: {
    repeated: '有字段重复，以最后一个非空值为准。',
    template: '字段值是{{example}}一类的模板，已略去。',
    name: '有字段的名称无法保留，已略去。',
    cut: '内容过大或嵌套过深，只保留了一部分。',
    lines: '不属于任何字段的行已放在正文开头。',
    longTitle: '标题超过1,000个字符，只显示开头部分。',
    time: '所写时刻不存在，只采用日期。',
  },
  repeatedField: '字段{{field}}重复，以最后一个非空值为准。',
  code: {
    unreadable: {
      title: '无法打开',
      text: '系统拒绝读取该文件。检查权限后重试。',
    },
    vanished: {
      title: '文件已消失',
      text: '扫描时存在，读取时已找不到。可重试。',
    },
    empty: {
      title: '空文件',
      text: '没有可索引的内容。',
    },
    'not-text': {
      title: '不是文本',
      text: '文件内容是二进制数据，不是文章。',
    },
    'too-large': {
      title: '文件过大',
      text: '超出单篇文章的上限。拆分后可建立索引。',
    },
    'took-too-long': {
      title: '处理超时',
      text: '为不影响其他文章，已停止读取该文件。',
    },
    'front-matter-invalid': {
      title: '元数据无法解析',
      text: '无法解析文件开头的元数据，正文已建立索引。',
    },
    'front-matter-recovered': {
      title: '元数据已修复',
      text: '已逐行读取部分元数据。核对标题与日期。',
    },
    'front-matter-unclosed': {
      title: '元数据未结束',
      text: '缺少结束行。核对正文从何处开始。',
    },
    'front-matter-code': {
      title: '元数据含代码',
      text: '以程序代码写成的元数据不会执行，正文已建立索引。',
    },
    'date-invalid': {
      title: '日期有误',
      text: '所写日期不是有效日期。',
    },
    'date-missing': {
      title: '缺少日期',
      text: '元数据和文件名中都没有日期。',
    },
    'title-missing': {
      title: '缺少标题',
      text: '以首个小标题或文件名代替。',
    },
    'nothing-shown': {
      title: '没有可显示的内容',
      text: '页面本身不含文字或图片。可在浏览器中打开。',
    },
    'encoding-guessed': {
      title: '编码为推测',
      text: '文本不是UTF-8编码。核对文字是否正常。',
    },
    'encoding-mixed': {
      title: '混有两种编码',
      text: '部分行与其余内容的UTF-8编码不同。核对文字是否正常。',
    },
    'encoding-damaged': {
      title: '字符损坏',
      text: '部分字节无法识别，显示为�。',
    },
    'link-outside': {
      title: '链接指向外部',
      text: '该文件是指向档案库之外的链接，未跟随。',
    },
    'not-a-file': {
      title: '不是文件',
      text: '这是设备或管道，不是普通文件。',
    },
    'too-deep': {
      title: '文件夹层级过深',
      text: '文件夹嵌套过深，未读取。',
    },
    'name-not-text': {
      title: '文件名无法识别',
      text: '文件名不是有效文本。重命名后即可正常引用。',
    },
  },
};
