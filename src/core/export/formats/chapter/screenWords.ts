/** Words that only books for screens carry. */
export interface ScreenWords {
  readonly accessibilityPlain: string;
  readonly accessibilityPictures: string;
  /** Before the path of a picture that the book cannot hold. */
  readonly refusedImage: string;
  /** "2 pictures are left out: …", by reason. */
  readonly unknownPictures: (count: number, example: string) => string;
  readonly missingPictures: (count: number, example: string) => string;
}

/** The words in the language of a tag. */
export function screenWords(lang: string): ScreenWords {
  return lang.startsWith('zh') ? chinese : english;
}

const plural = (count: number): string =>
  count === 1 ? '1 picture' : `${count.toLocaleString('en')} pictures`;

const english: ScreenWords = {
  accessibilityPlain:
    'Text that can be read aloud, set in any size and searched, with contents and headings.',
  accessibilityPictures:
    'Text that can be read aloud, set in any size and searched, with contents and headings. Pictures have the descriptions of their posts; some may have none.',
  refusedImage: 'Picture left out, damaged or of a type that books cannot hold:',
  unknownPictures: (count, example) =>
    `${plural(count)} left out: damaged, or of a type that books cannot hold. The first: ${example}`,
  missingPictures: (count, example) =>
    `${plural(count)} not found in the archive. The first: ${example}`,
};

const chinese: ScreenWords = {
  accessibilityPlain: '文字可朗读、可放大、可搜索，有目录和标题层级。',
  accessibilityPictures:
    '文字可朗读、可放大、可搜索，有目录和标题层级。图片的说明来自原文，部分图片没有说明。',
  refusedImage: '图片未收入，文件损坏或格式不能放入电子书：',
  unknownPictures: (count, example) =>
    `${count}张图片未收入：文件损坏，或格式不能放入电子书。第一张：${example}`,
  missingPictures: (count, example) => `${count}张图片不在档案库中。第一张：${example}`,
};
