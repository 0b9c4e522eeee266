import type { WrittenFormat } from '../export/formats/writers.ts';

/** Browsers take some seconds for a page of so many bytes, and more memory with every byte. */
const LARGE_BYTES = 100_000_000;

const SENTENCES = {
  en: (megabytes: string) =>
    `The file has ${megabytes} MB: browsers open a page of that size slowly, or not at all. An EPUB keeps each post in a file of its own.`,
  zh: (megabytes: string) =>
    `文件有${megabytes} MB：浏览器打开这么大的网页会很慢，甚至打不开。EPUB中每篇文章是单独的文件，可以改用。`,
} as const;

/** PURE. What the reader should know of the size of what was written, in the language of the export; empty when all is well. */
export function sizeWarnings(
  { format, language }: { readonly format: WrittenFormat; readonly language: 'en' | 'zh' },
  byteCount: number,
): readonly string[] {
  if (format !== 'html' || byteCount < LARGE_BYTES) return [];
  return [SENTENCES[language](Math.round(byteCount / 1_000_000).toLocaleString('en'))];
}
