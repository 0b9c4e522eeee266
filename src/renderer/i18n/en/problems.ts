/** Words of the problems room. */
export const problems = {
  title: 'Problems',
  /** A problem in one line, over its post. */
  line: '{{kind}}: {{text}}',
  groups: 'Show problems',
  group: {
    all: 'All',
    missing: 'Not in results',
    encoding: 'Encoding',
    dates: 'Dates',
    frontMatter: 'Front matter',
    other: 'Other',
  },
  retryAll: 'Retry all',
  saveList: 'Save list…',
  saved: 'Saved to {{file}}',
  bannerErrors_one: '{{shown}} file could not be read and is missing from results.',
  bannerErrors_other: '{{shown}} files could not be read and are missing from results.',
  bannerRest_one: '{{shown}} post is searchable. Your files have not been changed.',
  bannerRest_other: '{{shown}} posts are searchable. Your files have not been changed.',
  file: 'File',
  problem: 'Problem',
  size: 'Size',
  severity: 'Severity',
  actions: 'Actions',
  error: 'Not in results',
  warning: 'In results, check it',
  open: 'Open',
  openNamed: 'Open {{path}}',
  showNamed: 'Show in folder: {{path}}',
  none: 'No problems',
  noneNote: 'Every Markdown, HTML and text file of this archive became a post.',
  otherFiles_one: '{{shown}} file of another kind is not a post: {{list}}.',
  otherFiles_other: '{{shown}} files of other kinds are not posts: {{list}}.',
  documents_one: '{{shown}} of them is a document that is not read: {{list}}.',
  documents_other: '{{shown}} of them are documents that are not read: {{list}}.',
  withEnding: '{{shown}} {{ending}}',
  noEnding: '{{shown}} without a usual ending',
  otherEndings: '{{shown}} with other endings',
  listSign: ', ',
  failed: 'The list cannot be shown',
  guessedAs: 'Not UTF-8; read as {{charset}}. Check that it reads well.',
  mixedAt_one: 'Line {{line}} is not UTF-8 as the rest is; read as {{charset}}.',
  mixedAt_other:
    '{{shown}} lines are not UTF-8 as the rest is, first line {{line}}; read as {{charset}}.',
  damagedAt_one: 'One place in line {{line}} is not valid {{charset}} and shows as �.',
  damagedAt_other:
    '{{shown}} places are not valid {{charset}} and show as �, first in line {{line}}.',
  damagedAtByte_one:
    'One place in line {{line}} (byte {{byte}}) is not valid {{charset}} and shows as �.',
  damagedAtByte_other:
    '{{shown}} places are not valid {{charset}} and show as �, first in line {{line}} (byte {{byte}}).',
  lostAt_one: 'The file itself holds one � for a lost character, in line {{line}}.',
  lostAt_other: 'The file itself holds {{shown}} � for lost characters, first in line {{line}}.',
  reason: {
    repeated: 'A field is given more than once. The last value that is not empty counts.',
    template: 'A template such as {{example}} stands for a value. It was left out.',
    name: 'A field has a name that cannot be kept. It was left out.',
    cut: 'It is very large or deeply nested. Only a part of it was kept.',
    lines: 'Lines that are not fields were put at the beginning of the text.',
    longTitle: 'The title is longer than 1,000 characters. Only its beginning is shown.',
    time: 'The time of day as written does not exist. Only the day is used.',
  },
  repeatedField:
    'The field {{field}} is given more than once. The last value that is not empty counts.',
  code: {
    unreadable: {
      title: 'Cannot open',
      text: 'The system refused to read the file. Check its permissions, then retry.',
    },
    vanished: {
      title: 'File gone',
      text: 'The file was there at first and could not be found later. Retry to look again.',
    },
    empty: {
      title: 'Empty file',
      text: 'There is nothing to index.',
    },
    'not-text': {
      title: 'Not text',
      text: 'The file holds binary data, not a post.',
    },
    'too-large': {
      title: 'Too large',
      text: 'The file is larger than a post can be. Split it to index it.',
    },
    'took-too-long': {
      title: 'Took too long',
      text: 'Reading this post was stopped so that the others could go on.',
    },
    'front-matter-invalid': {
      title: 'Front matter unreadable',
      text: 'The block at the top could not be understood. The text is indexed without it.',
    },
    'front-matter-recovered': {
      title: 'Front matter repaired',
      text: 'Some lines were read one by one. Check title and date.',
    },
    'front-matter-unclosed': {
      title: 'Front matter not closed',
      text: 'The closing line is missing. Check where the text begins.',
    },
    'front-matter-code': {
      title: 'Code in front matter',
      text: 'Front matter written as program code is never run. The text is indexed without it.',
    },
    'date-invalid': {
      title: 'Date unclear',
      text: 'The date as written does not exist.',
    },
    'date-missing': {
      title: 'No date',
      text: 'Neither the front matter nor the file name has one.',
    },
    'title-missing': {
      title: 'No title',
      text: 'The first heading or the file name is shown instead.',
    },
    'nothing-shown': {
      title: 'Nothing to show',
      text: 'The page holds no text or pictures of its own. Open it in a browser.',
    },
    'encoding-guessed': {
      title: 'Encoding guessed',
      text: 'The text is not UTF-8. Check that it reads well.',
    },
    'encoding-mixed': {
      title: 'Two encodings in one file',
      text: 'Some lines are not UTF-8 as the rest is. Check that they read well.',
    },
    'encoding-damaged': {
      title: 'Damaged characters',
      text: 'Some bytes belong to no character and show as �.',
    },
    'link-outside': {
      title: 'Link out of the archive',
      text: 'The file is a link that leads outside the folder and was not followed.',
    },
    'not-a-file': {
      title: 'Not a file',
      text: 'This is a device or a pipe, not a file.',
    },
    'too-deep': {
      title: 'Folders too deep',
      text: 'Folders nested this deep are not read.',
    },
    'name-not-text': {
      title: 'Name not text',
      text: 'The file name is not valid text on this system. Rename the file to link to it.',
    },
  },
} as const;
