import type { Document, Element } from 'domhandler';
import { removeElement } from 'domutils';
import type { Problem } from '../../shared/model.ts';
import { postFormatOf } from '../../shared/postFiles.ts';
import type { BodyTree } from './bodyTree.ts';
import { makeBodyTree } from './bodyTree.ts';
import { takeClosingLines } from './closingLines.ts';
import type { PathFacts } from './conventions.ts';
import { classifyPath, siteOf } from './conventions.ts';
import { cutText } from './cutText.ts';
import { decodeText } from './decodeText.ts';
import { fieldDefaultsOf } from './fieldDefaults.ts';
import type { FieldReader } from './fieldValues.ts';
import { fieldReader, MAX_FIELD_TEXT } from './fieldValues.ts';
import type { Finding, FrontMatter } from './frontMatter.ts';
import { readFrontMatter } from './frontMatter.ts';
import type { MetadataSources } from './metadata.ts';
import { readUrl } from './metadata.ts';
import { withoutImports } from './moduleLines.ts';
import type { PostFile, SiteConfig } from './parsedPost.ts';
import { linkWikiNames } from './wikiLinks.ts';
import { findByName, firstBlock, lineOf } from './treeQueries.ts';

/** A file read as far as text and HTML have in common. */
export interface ReadPost {
  readonly title: string;
  /** The body without its closing boilerplate and without a first heading that repeats the title. */
  readonly root: Document;
  readonly url: string | null;
  readonly front: FrontMatter;
  readonly sources: MetadataSources;
  readonly findings: readonly Finding[];
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const DEGRADED: Finding = {
  code: 'too-deep',
  message: 'The file is too large or too deeply nested to be laid out; it is shown as plain text.',
};
const BLANK: Finding = {
  code: 'nothing-shown',
  message:
    'The page holds no text or pictures of its own; a script or other files would bring them.',
};
const CUT_TITLE: Finding = {
  code: 'front-matter-recovered',
  message: 'The title is longer than 1,000 characters; only its beginning is shown.',
  details: { reason: 'longTitle' },
};
const UNTITLED: Finding = {
  code: 'title-missing',
  message: 'No title is given in the front matter or as a heading; the file name is shown instead.',
};

/** The one pipeline from bytes to the tree that text, headings and HTML are taken from. Never throws. */
export function readPost(file: PostFile): ReadPost | Problem {
  const decoded = decodeText(file.bytes, {
    utf8: file.utf8,
    readAs: file.readAs,
    lang: file.site.lang,
  });
  if (decoded.outcome !== 'text') return unreadable(file, decoded.outcome);
  const format = postFormatOf(file.path);
  const site = siteOf(file.path, file.site);
  const front = readFrontMatter(decoded.text, site.generator === 'hexo');
  const reader = fieldReader(front.fields, fieldDefaultsOf(file.path, site));
  const body = makeBodyTree(
    withoutSeparator(withoutImports(front.body, file.path), reader, site),
    format,
    {
      site,
      path: file.path,
      title: reader.text(TITLE_KEYS),
      isLiteral: isLiteral(reader),
    },
  );
  if (format === 'markdown' && front.body.includes('[[')) linkWikiNames(body.root);
  const sources: MetadataSources = {
    reader,
    hasBlock: front.hasBlock,
    facts: factsOf({ ...file, site }, reader),
    page: body.page,
    site,
  };
  const named = readUrl(sources);
  const closing = takeClosingLines(body.root, { url: named });
  const title = readTitle(sources, body);
  takeTitleHeading(body.root, title.text);
  const findings = [
    ...decoded.findings,
    ...front.findings,
    ...bodyFindings(body),
    ...(title.isFromName && front.hasBlock && sources.facts.kind === 'post' ? [UNTITLED] : []),
    ...(title.isCut ? [CUT_TITLE] : []),
  ];
  const url = named ?? closing.url ?? pageUrl(body);
  return { title: title.text, root: body.root, url, front, sources, findings };
}

function bodyFindings({ isDegraded, isBlank }: BodyTree): readonly Finding[] {
  return [...(isDegraded ? [DEGRADED] : []), ...(isBlank ? [BLANK] : [])];
}

/** Hexo's `disableNunjucks` and Jekyll's `render_with_liquid: false`: braces are text. */
function isLiteral(reader: FieldReader): boolean {
  return (
    reader.value(['disablenunjucks', 'render_with_liquid']) !== undefined &&
    (reader.text(['disablenunjucks']) === 'true' || reader.text(['render_with_liquid']) === 'false')
  );
}

/** A mark of one's own between excerpt and text is no text; one in HTML's comments is none anyway. */
function withoutSeparator(body: string, reader: FieldReader, site: SiteConfig): string {
  const own = reader.value(['excerpt_separator']);
  const mark = (typeof own === 'string' ? own : (site.excerptSeparator ?? '')).trim();
  if (mark === '' || mark.startsWith('<!--')) return body;
  const at = `\n${body}`.indexOf(`\n${mark}`);
  const end = at + mark.length;
  const isLine = at !== -1 && /^[ \t]*(?:\n|$)/u.test(body.slice(end, end + 200));
  return isLine ? body.slice(0, at) + body.slice(end) : body;
}

/** A problem row about a file. */
export function problemOf(
  file: PostFile,
  finding: Finding,
  severity: Problem['severity'],
): Problem {
  const row = { path: file.path, ...finding, severity, sizeBytes: file.bytes.length };
  return file.pathHex === undefined ? row : { ...row, pathHex: file.pathHex };
}

/**
 * What the path tells, with the kind settled: a file at a Jekyll root is a page when its front matter has the layout of
 * one, or a permalink and no date.
 */
function factsOf(file: PostFile, reader: FieldReader): PathFacts {
  const facts = classifyPath(file.path, file.site, file.isBundled === true);
  if (file.isSitePage === true) return { ...facts, kind: 'page', categories: [] };
  if (!facts.isDoubtfulPost) return facts;
  const layout = reader.text(['layout', 'type']);
  const isPageLayout =
    layout !== null && /^(?:page|home|default|archives?|search|404)$/iu.test(layout);
  const hasDate = facts.date !== null || reader.text(['date']) !== null;
  const hasAddress = !hasDate && reader.text(['permalink']) !== null;
  return isPageLayout || hasAddress ? { ...facts, kind: 'page' } : facts;
}

function unreadable(file: PostFile, outcome: 'not-text' | 'empty'): Problem {
  const finding: Finding =
    outcome === 'empty'
      ? { code: 'empty', message: 'The file is empty (0 bytes); there is nothing to show.' }
      : { code: 'not-text', message: 'The file holds binary content instead of text.' };
  return problemOf(file, finding, 'error');
}

interface Title {
  readonly text: string;
  readonly isFromName: boolean;
  /** True when more was written than is kept. */
  readonly isCut: boolean;
}

const TITLE_KEYS = ['title', '标题'];
/** What is nearly a title: Hugo's short one, and the title of the original in reference lines. */
const OTHER_TITLE_KEYS = ['linktitle', 'subject', 'headline'];

function readTitle({ reader, facts, page }: MetadataSources, { root }: BodyTree): Title {
  const named = reader.text(TITLE_KEYS);
  if (named !== null) return { text: named, isFromName: false, isCut: isCut(reader) };
  const text = titleInBody(root, page) ?? reader.text(OTHER_TITLE_KEYS);
  if (text !== null) return { text, isFromName: false, isCut: false };
  return { text: facts.readableName, isFromName: true, isCut: false };
}

function isCut(reader: FieldReader): boolean {
  const written = reader.value(TITLE_KEYS);
  return typeof written === 'string' && written.trim().length > MAX_FIELD_TEXT;
}

/**
 * The first heading. Of a whole page that is its `<h1>`, then what it calls itself: a smaller heading stands over a part
 * of it, or over something beside it, unless it is that very name without the site's behind it (`Tide | Harbour News`).
 */
function titleInBody(root: Document, page: BodyTree['page']): string | null {
  if (page === null) return findHeading(root, HEADINGS);
  const named = cutText(page.title ?? '', 500);
  const first = findHeading(root, ['h1']);
  if (first !== null) return first;
  const other = findHeading(root, HEADINGS);
  if (named === '' || other === null) return other ?? (named === '' ? null : named);
  return named.startsWith(other) && SITE_NAME.test(named.slice(other.length)) ? other : named;
}

/** What parts a page's name from that of its site. */
const SITE_NAME = /^\s*[-–—|_·:：»›•/]/u;

function findHeading(root: Document, names: readonly string[]): string | null {
  const heading = findByName(root, names);
  const line = heading === null ? '' : cutText(lineOf(heading), 500);
  return line === '' ? null : line;
}

/** The title is shown above the post, so a first heading that repeats it leaves text and HTML. */
function takeTitleHeading(root: Document, title: string): void {
  const first = firstBlock(root);
  if (first !== null && isTitle(first, title)) removeElement(first);
}

function isTitle(element: Element, title: string): boolean {
  return (
    element.name === 'h1' &&
    lineOf(element).replaceAll(/\s+/gu, '') === title.replaceAll(/\s+/gu, '')
  );
}

function pageUrl({ page }: BodyTree): string | null {
  const url = page?.url ?? null;
  return url !== null && /^https?:\/\/[^\s<>"]+$/iu.test(url) ? url : null;
}
