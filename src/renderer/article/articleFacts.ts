import { readArticleText } from './articleText.ts';
import { readingLength, type ReadingLength } from './readingLength.ts';

/** What the window reads off a post once its nodes are there. */
export interface ArticleFacts {
  /** Addresses of pictures, sound and film on the web, in order, each once; none of them is ever asked for. */
  readonly remote: readonly string[];
  readonly length: ReadingLength;
}

/** Reads them from the body of a post. */
export function readFacts(body: HTMLElement): ArticleFacts {
  const away = body.querySelectorAll<HTMLElement>('.picture-away[data-remote]');
  return {
    remote: [...new Set(Array.from(away, ({ dataset }) => dataset['address'] ?? ''))],
    length: readingLength(readArticleText(body).text),
  };
}
