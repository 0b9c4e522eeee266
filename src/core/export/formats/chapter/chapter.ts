import { isTag, type AnyNode, type Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ExportedPost, ExportOptions } from '../../../../shared/exportModel.ts';
import { isHanText, splitTitle } from '../../../../shared/text/typesetting.ts';
import type { BookTexts } from '../../book/bookText.ts';
import { directionOf } from '../../direction.ts';
import { markPost, type HitFinder } from '../../marks/postMarks.ts';
import type { PostLookup } from '../formatWriter.ts';
import { chapterIds, idsIn, setForScreen } from './chapterIds.ts';
import {
  createPlaceFinder,
  linkAddresses,
  mendLinks,
  type Linking,
  type PlaceFinder,
} from './chapterLinks.ts';
import { make, type ChapterElement, type ChapterNode } from './chapterNode.ts';
import { noteSign, notesSection, numberNotes, postNote, wantedHighlights } from './chapterNotes.ts';
import { showMedia, type PictureMaker, type ShownMedia } from './chapterPictures.ts';
import { shapeContent } from './contentModel.ts';
import type { ScreenBook } from './screenBook.ts';
import { screenWords } from './screenWords.ts';
import { webAddress } from './webAddress.ts';

/** What chapters are made with besides what is known of their book. */
export interface ChapterMaking {
  readonly lookup: Pick<PostLookup, 'follow' | 'articleAt'>;
  readonly addressOf: Linking['addressOf'];
  readonly picture: PictureMaker;
}

interface ChapterTools extends ChapterMaking {
  readonly options: ExportOptions;
  readonly texts: BookTexts;
  readonly findHits: HitFinder | null;
  /** Begins every id in the chapter; an id itself, the chapter's own. */
  readonly id: string;
  readonly placesIn: PlaceFinder;
}

/**
 * Makes posts chapters of a book, each under an id of its own that begins every id in it: title, facts, note, text, notes,
 * address. Their elements keep the rules of XHTML and of HTML.
 */
export function chapterMaker(
  { options, texts, findHits }: ScreenBook,
  making: ChapterMaking,
): (exported: ExportedPost, id: string) => Promise<ChapterElement> {
  const placesIn = createPlaceFinder(making.lookup, options.hasPictures);
  return (exported, id) =>
    makeChapter(exported, { ...making, options, texts, findHits, placesIn, id });
}

async function makeChapter(exported: ExportedPost, tools: ChapterTools): Promise<ChapterElement> {
  const { post } = exported;
  const { options, texts, id } = tools;
  const tree = parseDocument(post.html, { decodeEntities: true });
  const wanted = wantedHighlights(exported, options);
  const marked = markPost(tree, { highlights: wanted, findHits: tools.findHits });
  const numbered = numberNotes(marked, options);
  setForScreen(tree, post.lang);
  const media = await showMedia(tree.children, {
    hasPictures: options.hasPictures,
    texts: { ...texts, refusedImage: screenWords(texts.lang).refusedImage },
    make: tools.picture,
  });
  const body = await shapedBody(tree, post.path, { media, tools });
  const script = isHanText(post.lang) ? 'cjk' : 'latin';
  const attributes = {
    id,
    class: `chapter ${script}`,
    ...languageAttributes(post.lang),
    ...(directionOf(post.title + exported.text) === 'rtl' ? { dir: 'rtl' } : {}),
    'epub:type': 'chapter',
    role: 'doc-chapter',
  };
  return make('section', attributes, [
    ...heading(exported, tools),
    ...postNote(exported, options, texts),
    make('div', { class: 'body' }, body),
    ...notesSection({ prefix: id, numbered, lost: marked.lost, options, texts }),
    ...original(exported, tools),
  ]);
}

interface BodyTools {
  readonly media: ShownMedia;
  readonly tools: ChapterTools;
}

/** A tree as the body of a chapter, its ids and links those of the book. */
async function shapedBody(
  tree: Document,
  path: string,
  { media, tools }: BodyTools,
): Promise<Iterable<ChapterNode>> {
  const { id, addressOf, placesIn } = tools;
  const { follow } = tools.lookup;
  const ids = chapterIds(tree.children);
  const linking = { path, id, own: ids.byName, addressOf, follow, placesIn };
  const links = await linkAddresses(tree.children, linking);
  const shaped = shapeContent(tree.children, {
    media: (element) => media.get(element) ?? [],
    link: (href) => links.get(href) ?? null,
    idOf: (element) => prefixed(id, ids.ofElement.get(element)),
    headingShift: headingShift(tree.children),
    noteSign: (number, isLinked) => noteSign(id, number, isLinked),
  });
  const standing = idsIn(shaped);
  const own = Array.from(ids.byName.values(), (place) => `${id}${place}`);
  return mendLinks(shaped, { lost: new Set(own.filter((each) => !standing.has(each))), id });
}

const prefixed = (id: string, place: string | undefined): string | null =>
  place === undefined ? null : `${id}${place}`;

/** `lang` and `xml:lang`; nothing for a language that is not known. */
export function languageAttributes(lang: string): Readonly<Record<string, string>> {
  return lang === 'und' || lang === '' ? {} : { lang, 'xml:lang': lang };
}

function heading({ post }: ExportedPost, { options, texts }: ChapterTools): readonly ChapterNode[] {
  const { headline, gap, deck } = splitTitle(post.title);
  const title = make('h1', { class: 'title', dir: 'auto' }, [
    make('span', { class: 'headline' }, [headline]),
    ...(deck === '' ? [] : [gap, make('span', { class: 'deck' }, [deck])]),
  ]);
  const facts = [
    post.source,
    post.author,
    post.date === null ? null : texts.formatDate(post.date),
    post.isDraft ? texts.draft : null,
  ].filter((fact) => fact !== null && fact.trim() !== '');
  if (!options.hasMetadata || facts.length === 0) return [title];
  const spans = facts.flatMap((fact, at) => [
    ...(at === 0 ? [] : ['\u2003']),
    make('bdi', {}, [fact ?? '']),
  ]);
  return [title, make('p', { class: 'meta' }, spans)];
}

function original(
  { post }: ExportedPost,
  { options, texts }: ChapterTools,
): readonly ChapterNode[] {
  if (!options.hasOriginalLink || post.url === null) return [];
  const address = webAddress(post.url);
  const words = address === null ? post.url : make('a', { href: address }, [post.url]);
  return [make('p', { class: 'original' }, [`${texts.original} `, words])];
}

/** How far headings move so that the highest of a post stands right below its title. */
function headingShift(nodes: readonly AnyNode[]): number {
  const levels = headingLevels(nodes);
  return levels.length === 0 ? 0 : 2 - Math.min(...levels);
}

function headingLevels(nodes: readonly AnyNode[]): readonly number[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return [];
    const level = /^h([1-6])$/u.exec(node.name)?.[1];
    return [...(level === undefined ? [] : [Number(level)]), ...headingLevels(node.children)];
  });
}
