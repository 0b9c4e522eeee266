import type { ExportedPost } from '../../../shared/exportModel.ts';
import type { Post } from '../../../shared/model.ts';
import { readFrontMatter } from '../../post/frontMatter.ts';
import type { ParsedPost } from '../../post/parsedPost.ts';
import type { Fields } from '../../post/plainFields.ts';
import { fieldsYaml, withoutFields } from './yamlFields.ts';

/** The front matter of a page, without its fences. */
export interface PageHead {
  /** YAML, without a line break at its end; empty when there is none. */
  readonly block: string;
  /** Lines of the written front matter that are no fields; they begin the text, as they do for the reader. */
  readonly leftover: string;
  /** All fields that the block holds. */
  readonly fields: Fields;
}

/**
 * The front matter that a post has itself: as written where that is sound YAML, the same fields as YAML where it is TOML,
 * JSON, lines without marks or broken; empty where it has none.
 */
export function headOf({ file, fields }: ExportedPost): PageHead {
  if (file?.frontMatterKind === 'yaml' && file.frontMatter !== null) {
    const block = file.frontMatter.replace(/\s+$/u, '');
    const read = readFrontMatter(`---\n${block}\n---\n`, false);
    const leftover = read.body.trim();
    const isSound = read.hasBlock && leftover === '' && read.findings.length === 0;
    if (isSound) return { block, leftover: '', fields: read.fields };
    return { block: blockOf(fields), leftover, fields };
  }
  return { block: blockOf(fields), leftover: '', fields };
}

const blockOf = (fields: Fields): string => fieldsYaml(fields).trimEnd();

/** A page of front matter and body, which is as it is given. */
export function pageOf({ block }: Pick<PageHead, 'block'>, body: string): string {
  const end = body.endsWith('\n') || body === '' ? '' : '\n';
  return `---\n${block === '' ? '' : `${block}\n`}---\n${body}${end}`;
}

/** What a field of a page stands for: where it differs, the fields by `names` go and `field` comes. */
interface Fact {
  readonly field: string;
  /** Fields that would be read before or besides it. */
  readonly names: readonly string[];
  readonly wanted: unknown;
  readonly found: unknown;
}

/**
 * The head with what it must say besides, so that the page is read as the post is: what came from the name of its file, its
 * folder, its site or its text's own head. Null when nothing is missing. Of a post without any front matter all is written.
 *
 * @param read the page as it is read now
 */
export function completedHead(head: PageHead, post: Post, read: ParsedPost): PageHead | null {
  const isBare = Object.keys(head.fields).length === 0;
  const missing = factsOf(post, read).filter(
    ({ wanted, found }) => isSaid(wanted) && (isBare || !isSame(wanted, found)),
  );
  if (missing.length === 0) return null;
  const names = new Set(missing.flatMap((fact) => [fact.field, ...fact.names]));
  const added = Object.fromEntries(missing.map(({ field, wanted }) => [field, written(wanted)]));
  const kept = Object.entries(head.fields).filter(([name]) => !names.has(name.toLowerCase()));
  const block = [withoutFields(head.block, names).trimEnd(), fieldsYaml(added).trimEnd()];
  return {
    block: block.filter((part) => part !== '').join('\n'),
    leftover: head.leftover,
    fields: { ...Object.fromEntries(kept), ...added },
  };
}

/** The head written anew from its fields, for blocks that no line can be put into. */
export const renewedHead = (head: PageHead): PageHead => ({ ...head, block: blockOf(head.fields) });

function factsOf(post: Post, read: ParsedPost): readonly Fact[] {
  return [
    { field: 'title', names: ['标题'], wanted: post.title, found: read.title },
    { field: 'date', names: [], wanted: post.date, found: read.date },
    { field: 'source', names: [], wanted: post.source, found: read.source },
    { field: 'author', names: [], wanted: post.author, found: read.author },
    {
      field: 'categories',
      names: ['category', '分类'],
      wanted: post.categories,
      found: read.categories,
    },
    { field: 'tags', names: ['tag'], wanted: post.tags, found: read.tags },
    { field: 'original_url', names: [], wanted: post.url, found: read.url },
    // A guess needs no saying where it is made again.
    { field: 'lang', names: [], wanted: langOf(post, read), found: read.lang },
    {
      field: 'draft',
      names: [],
      wanted: post.isDraft ? 'true' : null,
      found: String(read.isDraft),
    },
  ];
}

const langOf = (post: Post, read: ParsedPost): string | null =>
  post.lang === read.lang || post.lang === 'und' ? null : post.lang;

const isSaid = (value: unknown): boolean =>
  value !== null && !(Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Entities are read as their characters. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  return typeof value === 'string' ? value.replaceAll(/&(?=#?\w+;)/gu, '&amp;') : value;
}

/** Whether a page is read as a post with the same facts. */
export function hasSameFacts(post: Post, read: ParsedPost): boolean {
  return factsOf(post, read).every(({ wanted, found }) => !isSaid(wanted) || isSame(wanted, found));
}
