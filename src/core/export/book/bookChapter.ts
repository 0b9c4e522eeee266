import type { ExportedPost } from '../../../shared/exportModel.ts';
import type { LinkAnswer } from '../../../shared/linkModel.ts';
import { isHanText, splitTitle } from '../../../shared/text/typesetting.ts';
import { countPosts } from './bookCount.ts';
import { addressId, type BookFacts } from './bookFacts.ts';
import {
  chapterId,
  linkedPlaceId,
  placeAddress,
  placeLinks,
  type BodyRequest,
  type BookPost,
  type ChapterContent,
  type EndNote,
  type PrintedDocument,
} from './bookModel.ts';
import { chapterNotes } from './bookNotes.ts';
import { bookPage } from './bookPage.ts';
import { directionOf } from '../direction.ts';
import { escapeHtml } from '../exportText.ts';
import type { OutlineEntry } from '../pdf/pdfOutline.ts';
import { prepareBody } from './postBody.ts';
import { shortAddress } from './shortAddress.ts';
import { titleSegments } from '../titleSegments.ts';

/** What one piece of the body is made of. */
interface DrawnPiece {
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
  readonly section: string;
  readonly places: readonly string[];
  readonly endNotes: readonly EndNote[];
}

/** The document of some pieces of the body, in order. */
export function bodyDocument(
  facts: BookFacts,
  { from, to, contents }: BodyRequest,
): PrintedDocument {
  const pieces = facts.pieces
    .slice(from, to)
    .map((piece) =>
      piece.kind === 'opener'
        ? drawOpener(piece.id, facts)
        : drawPost(piece.post, contents.get(piece.post), facts),
    );
  const outline = facts.options.hasOutline ? pieces.flatMap((piece) => piece.outline) : [];
  const sections = pieces.map(({ section }) => section);
  const places = pieces.flatMap((piece) => piece.places);
  const ids = new Set([...outline.map(({ id }) => id), ...sections, ...places]);
  const html = bookPage(facts, pieces.map((piece) => piece.html).join('\n') + placeLinks([...ids]));
  return { html, outline, sections, places, endNotes: pieces.flatMap((piece) => piece.endNotes) };
}

function drawOpener(id: string, { parts, texts, input }: BookFacts): DrawnPiece {
  const part = (parts ?? []).find((each) => each.id === id);
  const posts = (part?.posts ?? []).flatMap((post) => input.posts[post] ?? []);
  const { firstDay, lastDay } = countPosts(posts);
  const facts = [
    texts.postCount(posts.length),
    ...(firstDay === null || lastDay === null ? [] : [texts.days(firstDay, lastDay)]),
  ];
  const title = part?.title ?? '';
  const html =
    `<section class="opener" id="${id}"><h1 lang="${escapeHtml(part?.lang ?? 'und')}">${escapeHtml(title)}</h1>` +
    `<hr class="rule"><p class="meta" lang="${texts.lang}">${spans(facts)}</p></section>`;
  return { html, outline: [{ level: 1, title, id }], section: id, places: [], endNotes: [] };
}

/** A problem page stands in for what the pipeline could not give. */
function drawPost(post: number, content: ChapterContent | undefined, facts: BookFacts): DrawnPiece {
  const known = facts.input.posts[post];
  const level = facts.parts === null ? 1 : 2;
  if (content?.kind === 'problem') return drawProblem({ post, ...content, level }, facts);
  if (known === undefined || content === undefined) {
    return drawProblem({ post, path: known?.path ?? '', message: '', level }, facts);
  }
  return drawChapter(post, content.exported, { known, level, facts });
}

interface Drawn {
  readonly known: BookPost;
  /** In the outline. */
  readonly level: number;
  readonly facts: BookFacts;
}

function drawChapter(
  post: number,
  exported: ExportedPost,
  { known, level, facts }: Drawn,
): DrawnPiece {
  const notes = chapterNotes(post, exported, facts);
  const body = prepareBody(exported.post, {
    index: post,
    postOfPath: facts.postOfPath,
    postOfUrl: facts.postOfUrl,
    follow: facts.input.follow ?? followNone,
    linked: facts.input.placesLinkedTo?.(known.path) ?? new Set(),
    texts: facts.texts,
    room: () => (notes.hasMargin() ? facts.roomBesideNotes : facts.room),
    hasPictures: facts.options.hasPictures,
    highlights: notes.highlights,
    findHits: facts.findHits,
    // Without the index nothing is known of places: posts have none then.
    placeOf: facts.input.placesLinkedTo === undefined ? chapterId : linkedPlaceId,
    addressOf: placeAddress,
    annotate: notes.annotate,
  });
  const endNote = notes.endNote();
  const id = chapterId(post);
  const isTurned = directionOf(known.title + exported.text) === 'rtl';
  const html =
    `<article id="${id}" class="chapter ${scriptOf(known)}${notes.hasMargin() ? ' has-notes' : ''}" ` +
    `lang="${escapeHtml(known.lang)}"${isTurned ? ' dir="rtl"' : ''}>` +
    `${chapterHead(post, known, facts)}${notes.head()}<div class="body">${body.html}</div>` +
    `${chapterFoot(known, facts)}${notes.foot()}</article>`;
  const below = body.headings.map((each) => ({ ...each, level: each.level + level - 1 }));
  return {
    html,
    outline: [{ level, title: known.title, id }, ...below],
    section: id,
    places: [
      ...notes.places(),
      ...body.places,
      ...(facts.addressNumbers.has(post) ? [backId(post)] : []),
    ],
    endNotes: endNote === null ? [] : [{ post, html: endNote }],
  };
}

interface ProblemPage {
  readonly post: number;
  readonly path: string;
  readonly message: string;
  readonly level: number;
}

function drawProblem({ post, path, message, level }: ProblemPage, facts: BookFacts): DrawnPiece {
  const { texts, input } = facts;
  const id = chapterId(post);
  const known = input.posts[post];
  const title = known?.title ?? path;
  const html =
    `<article id="${id}" class="chapter problem" lang="${texts.lang}">` +
    `<h1 lang="${escapeHtml(known?.lang ?? 'und')}">${escapeHtml(title)}</h1><hr class="rule">` +
    `<p class="problem-title">${escapeHtml(texts.problemTitle)}</p><dl>` +
    `<dt>${escapeHtml(texts.problemFile)}</dt><dd class="path">${escapeHtml(path)}</dd>` +
    (message === ''
      ? ''
      : `<dt>${escapeHtml(texts.problemReason)}</dt><dd>${escapeHtml(message)}</dd>`) +
    `</dl><p>${escapeHtml(texts.problemAdvice)}</p></article>`;
  return { html, outline: [{ level, title, id }], section: id, places: [], endNotes: [] };
}

/** `cjk` is set by the rules of Chinese: filled lines, an indent; everything else is `latin`. */
const scriptOf = ({ lang }: Pick<BookPost, 'lang'>): 'cjk' | 'latin' =>
  isHanText(lang) ? 'cjk' : 'latin';

function chapterHead(post: number, known: BookPost, facts: BookFacts): string {
  const { headline, deck } = splitTitle(known.title);
  const titled =
    `<h1>${titleSegments(headline, known.lang)}` +
    (deck === '' ? '' : ` <span class="deck">${escapeHtml(deck)}</span>`) +
    '</h1><hr class="rule">';
  const facing = [...(facts.options.hasMetadata ? metadataOf(known, facts) : [])];
  const number = facts.addressNumbers.get(post);
  if (number !== undefined) {
    facing.push(
      `${escapeHtml(facts.texts.addressAt)} <a id="${backId(post)}" href="${placeAddress(addressId(post))}">${number}</a>`,
    );
  }
  const meta = facing.map((part) => `<span>${part}</span>`).join('');
  return titled + (meta === '' ? '' : `<p class="meta">${meta}</p>`);
}

const followNone = (): LinkAnswer => ({ kind: 'none' });

/** Where the list of addresses leads back to. */
export const backId = (post: number): string => `${chapterId(post)}-address`;

/** As HTML. */
function metadataOf(post: BookPost, { texts }: BookFacts): readonly string[] {
  return [
    post.source === null ? null : escapeHtml(post.source),
    post.author === null ? null : escapeHtml(post.author),
    post.date === null
      ? null
      : `<span class="day">${escapeHtml(texts.formatDate(post.date))}</span>`,
    post.isDraft ? escapeHtml(texts.draft) : null,
  ].flatMap((part) => (part === null || part === '' ? [] : [part]));
}

const spans = (parts: readonly string[]): string =>
  parts.map((part) => `<span>${escapeHtml(part)}</span>`).join('');

/** The address below a post; one that has no list of addresses at its end shows it here. */
function chapterFoot({ url }: BookPost, { options, texts, isSingle }: BookFacts): string {
  const isShown = options.hasOriginalLink || (options.hasEndnotes && isSingle);
  return url === null || !isShown
    ? ''
    : `<p class="original">${escapeHtml(texts.original)} <a href="${escapeHtml(url)}">${escapeHtml(shortAddress(url))}</a></p>`;
}
