import { isTag, type AnyNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ExportedPost, ExportOptions } from '../../../../shared/exportModel.ts';
import type { LinkAnswer } from '../../../../shared/linkModel.ts';
import { isHanText, splitTitle } from '../../../../shared/text/typesetting.ts';
import type { BookTexts } from '../../bookText.ts';
import { markPost, type HitFinder } from '../../marks/postMarks.ts';
import { setForPrint } from '../../typesetting.ts';
import { make, type ChapterElement, type ChapterNode } from './chapterNode.ts';
import { noteSign, notesSection, numberNotes, postNote, wantedHighlights } from './chapterNotes.ts';
import { showMedia, type PictureMaker } from './chapterPictures.ts';
import { shapeContent } from './contentModel.ts';
import { screenWords } from './screenWords.ts';
import { webAddress } from './webAddress.ts';

/** What a chapter of a book on screen is made with. */
export interface ChapterTools {
  readonly options: ExportOptions;
  readonly texts: BookTexts;
  readonly findHits: HitFinder | null;
  /** Begins every id in the chapter; an id itself, the chapter's own. */
  readonly id: string;
  /** Where a post of the book is, by its path; null when it is not in it. */
  readonly addressOf: (path: string) => string | null;
  readonly follow: (postPath: string, href: string) => LinkAnswer;
  readonly picture: PictureMaker;
}

/** Characters of a line on a screen that may be small; wider tables are set in smaller type. */
const ROOM = 40;

/** A post as a chapter: title, facts, note, text, notes, address. Its elements keep the rules of XHTML and of HTML. */
export async function makeChapter(
  exported: ExportedPost,
  tools: ChapterTools,
): Promise<ChapterElement> {
  const { post } = exported;
  const { options, texts, id } = tools;
  const tree = parseDocument(post.html, { decodeEntities: true });
  const wanted = wantedHighlights(exported, options);
  const marked = markPost(tree, { highlights: wanted, findHits: tools.findHits });
  const numbered = numberNotes(marked, options);
  setForPrint(tree, { lang: post.lang, room: { line: ROOM, page: ROOM, isFree: false } });
  const media = await showMedia(tree.children, {
    hasPictures: options.hasPictures,
    texts: { ...texts, refusedImage: screenWords(texts.lang).refusedImage },
    make: tools.picture,
  });
  const ids = ownIds(tree.children, id);
  const body = shapeContent(tree.children, {
    media: (element) => media.get(element) ?? [],
    link: (href) => linkAddress(href, { path: post.path, ids, tools }),
    idOf: (element) => ids.ofElement.get(element) ?? null,
    headingShift: headingShift(tree.children),
    noteSign: (number, isLinked) => noteSign(id, number, isLinked),
  });
  const script = isHanText(post.lang) ? 'cjk' : 'latin';
  const attributes = {
    id,
    class: `chapter ${script}`,
    ...languageAttributes(post.lang),
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
    make('span', {}, [fact ?? '']),
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

/** The ids of a post in the book: by element, and by what its links call them. */
interface OwnIds {
  readonly ofElement: ReadonlyMap<Element, string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** Of two the same, the first counts, as everywhere in HTML. */
function ownIds(nodes: readonly AnyNode[], prefix: string): OwnIds {
  const ofElement = new Map<Element, string>();
  const byName = new Map<string, string>();
  const walk = (children: readonly AnyNode[]): void => {
    for (const node of children) {
      if (!isTag(node)) continue;
      const name = node.attribs['id'];
      if (name !== undefined && !byName.has(name)) {
        const id = `${prefix}i${byName.size + 1}`;
        byName.set(name, id);
        ofElement.set(node, id);
      }
      walk(node.children);
    }
  };
  walk(nodes);
  return { ofElement, byName };
}

interface Linking {
  readonly path: string;
  readonly ids: OwnIds;
  readonly tools: ChapterTools;
}

function linkAddress(href: string, { path, ids, tools }: Linking): string | null {
  if (href.startsWith('#')) return ownPlace(href.slice(1), ids, tools.id);
  const beside = tools.addressOf(pathBeside(path, href));
  if (beside !== null) return beside;
  const answer = tools.follow(path, href);
  switch (answer.kind) {
    case 'post':
      return tools.addressOf(answer.path) ?? webAddress(href);
    case 'fragment':
      return ownPlace(answer.id, ids, tools.id);
    case 'external':
      return webAddress(answer.url);
    case 'missing':
      return webAddress(answer.url ?? href);
    default:
      return webAddress(href);
  }
}

/** The path that a relative address names; most links between posts are such, and need no search in the index. */
function pathBeside(from: string, href: string): string {
  const written = href.replace(/[?#].*$/su, '');
  if (written === '' || /^(?:[a-z][a-z\d+.-]*:|[\\/])/iu.test(written)) return '';
  try {
    const root = 'https://archive.invalid/';
    const base = new URL(from.split('/').map(encodeURIComponent).join('/'), root);
    return decodeURIComponent(new URL(written, base).pathname.slice(1));
  } catch {
    // URIError: a percent sign that belongs to a name.
    return '';
  }
}

/** A place in the same post; one that is not there is its beginning, as the window takes it too. */
function ownPlace(fragment: string, { byName }: OwnIds, id: string): string {
  let name = fragment;
  try {
    name = decodeURIComponent(fragment);
  } catch {
    // URIError: a percent sign that belongs to the name.
  }
  return `#${byName.get(name) ?? byName.get(fragment) ?? id}`;
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
