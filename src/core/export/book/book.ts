import { backDocument } from './bookBack.ts';
import { bodyDocument } from './bookChapter.ts';
import { contentsLineCount, frontDocument } from './bookContents.ts';
import { countOf } from './bookCount.ts';
import { bookFacts, type BookFacts } from './bookFacts.ts';
import { furnitureDocument } from './bookFurniture.ts';
import type { BookInput, BookPlan, PdfMetadata } from './bookModel.ts';

/**
 * Plans a book: cover and contents, posts and the pages that open their parts, notes, addresses and index behind them,
 * heads and feet. The look is in `resources/print.css`, the paper in `pageGeometry.ts`.
 */
export function planBook(input: BookInput): BookPlan {
  const facts = bookFacts(input);
  return {
    metadata: metadataOf(facts),
    pieces: facts.pieces,
    bodyDocument: (request) => bodyDocument(facts, request),
    contentsLines: contentsLineCount(facts),
    frontDocument: (pages, lines) => frontDocument(facts, pages, lines),
    backDocument: (request) => backDocument(facts, request),
    furnitureDocument: (request) => furnitureDocument(facts, request),
  };
}

function metadataOf({ input, options, title, texts, lang }: BookFacts): PdfMetadata {
  const authors = new Set(input.posts.map(({ author }) => author));
  const [author = null] = authors.size === 1 ? [...authors] : [];
  const { posts, sources } = countOf(input);
  const subtitle = options.subtitle.trim();
  const summary = posts === 1 ? null : texts.summary(posts, sources.length);
  return {
    title,
    author,
    subject: subtitle === '' ? (input.query ?? summary) : subtitle,
    lang,
    createdAt: input.madeAt,
  };
}
