import { escapeHtml } from '../exportText.ts';

/** Words such as a book will have. */
export interface SampleWords {
  readonly typeface: 'serif' | 'sans';
  readonly sample: string;
}

/**
 * PURE. The `<body>` of a document that takes the faces which a book of such words does: headline, line of facts, text and
 * stress, in the setting of Chinese where there are Chinese characters and in that of other scripts where there are letters.
 */
export function sampleBody({ typeface, sample }: SampleWords): string {
  const words = escapeHtml(sample);
  const chapter = (script: string, lang: string): string =>
    `<article class="chapter ${script}" lang="${lang}"><h1>${words}</h1><p class="meta"><span>${words}</span></p>` +
    `<div class="body"><p>${words} <b>${words}</b></p></div></article>`;
  const drawn = [
    /\p{sc=Han}/u.test(sample) ? chapter('cjk', 'zh-Hans') : '',
    /\p{sc=Latin}/u.test(sample) ? chapter('latin', 'en') : '',
  ];
  return `<body class="book ${typeface}">${drawn.join('')}</body>`;
}
