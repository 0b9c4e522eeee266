import type { PostKind } from '../../shared/model.ts';
import { withoutPostEnding } from '../../shared/postFiles.ts';
import type { FieldReader } from '../post/fieldValues.ts';
import { fieldReader, textOf } from '../post/fieldValues.ts';
import type { CleanPath } from './addressText.ts';
import { cleanPath } from './addressText.ts';
import type { Moment } from './moments.ts';
import { momentsOf } from './moments.ts';

/** What of a post its addresses are made from; all of it stands in the index. */
export interface LinkPost {
  readonly path: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly date: string | null;
  readonly categories: readonly string[];
  /** Address of the original. */
  readonly url: string | null;
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

/**
 * Why a post has an address; the lower, the better. `file` = where the file lies; `own` = its front matter says so;
 * `site` = the configuration says so; `alias` = a former one; `style` = under the generator's other built-in styles.
 */
export const RANKS = { file: 0, own: 1, site: 2, alias: 3, style: 4 } as const;

/** An address of a post within its site. */
export interface Address extends CleanPath {
  readonly rank: number;
}

/** Collects addresses; what cannot be one is left out. */
export class AddressList {
  readonly found: Address[] = [];

  add(rank: number, written: string | null): void {
    if (written === null || written === '') return;
    const path = cleanPath(written);
    if (path !== null) this.found.push({ ...path, rank });
  }
}

/** A post taken apart for its generator's patterns. */
export interface PostParts {
  readonly post: LinkPost;
  readonly fields: FieldReader;
  readonly folders: readonly string[];
  /** File name without ending. */
  readonly stem: string;
  /** The name of the post: the stem, or of a bundle (`name/index.md`) its folder. */
  readonly name: string;
  /** The name without a date before it. */
  readonly undated: string;
  /** Front matter `slug`; null when none. */
  readonly slug: string | null;
  /** Wall clocks that the post may be filed under; see `momentsOf`. */
  readonly moments: () => readonly Moment[];
  /**
   * True where only the last part of each address is wanted, as for the index: whatever differs above it need not be
   * made, and what is made of the file's name alone is known without.
   */
  readonly isNamesOnly: boolean;
}

/** What a post is taken apart for. */
export interface PartsFor {
  /** The site's zone. */
  readonly timezone: string | null;
  readonly isNamesOnly: boolean;
}

const DATED = /^\d{4}[-_.]\d{1,2}[-_.]\d{1,2}[-_.](?=.)/u;
/** `name.en.md`, `name.zh-cn.md`: Hugo's and Zola's translations. */
const LANGUAGE = /\.[a-z]{2}(?:[-_][a-z]{2,4})?$/iu;

/** Takes a post apart. */
export function partsOfPost(post: LinkPost, { timezone, isNamesOnly }: PartsFor): PostParts {
  const folders = post.path.split('/');
  const stem = withoutPostEnding(folders.pop() ?? '');
  const isBundle = /^_?index$/iu.test(stem.replace(LANGUAGE, ''));
  const name = isBundle ? (folders.at(-1) ?? stem) : stem;
  const fields = fieldReader(post.frontMatter);
  let moments: readonly Moment[] | null = null;
  return {
    post,
    fields,
    isNamesOnly,
    moments: () => (moments ??= momentsOf(post.date, timezone)),
    folders,
    stem,
    name,
    undated: name.replace(DATED, ''),
    slug: fields.text(['slug']),
  };
}

/** A name without the language that a translation ends in. */
export function withoutLanguage(name: string): string {
  return name.replace(LANGUAGE, '');
}

/** Every text of a field that holds one or several. */
export function textsOf(value: unknown): readonly string[] {
  const written = Array.isArray(value) ? value.slice(0, 100).map(textOf) : [textOf(value)];
  return written.filter((text) => text !== null);
}

/**
 * Every address that a pattern gives a post, one for each wall clock it may be filed under; only their last parts where
 * only names are wanted.
 */
export function fillPattern(
  pattern: string,
  { moments, isNamesOnly }: PostParts,
  valueOf: (name: string, moment: Moment | null) => string | null,
): readonly string[] {
  const wanted = isNamesOnly ? lastOf(pattern) : pattern;
  const clocks: readonly (Moment | null)[] = HAS_DATE.test(wanted) ? moments() : [null];
  const filled = clocks.map((moment) => expandPattern(wanted, (name) => valueOf(name, moment)));
  return filled.filter((address) => address !== null);
}

/** A pattern that ends in the file's name or the slug, which Jekyll and Hexo call title. */
export const ENDS_IN_NAME = /(?:^|\/):(?:title|slug|name)(?:\.html|:output_ext)?\/?$/u;

const HAS_DATE =
  /:(?:\w*(?:year|month|day|week)|hour|minute|second|timestamp|hash|2006|0?[12]|Jan|Mon)/u;

function lastOf(pattern: string): string {
  const bare = pattern.replace(/(?:\/|\/index\.html?)+$/iu, '');
  return bare.slice(bare.lastIndexOf('/') + 1);
}

/**
 * Puts values in the place of `:name`; null when one of them is unknown, for a made-up address is worse than none.
 * A placeholder ends where its letters do; `[…]` belongs to it.
 */
function expandPattern(pattern: string, valueOf: (name: string) => string | null): string | null {
  let isKnown = true;
  const expanded = pattern.replaceAll(PLACEHOLDER, (_whole, name: string) => {
    const value = valueOf(name);
    isKnown &&= value !== null;
    return value ?? '';
  });
  return isKnown ? expanded : null;
}

const PLACEHOLDER = /:(?<name>[a-z]\w*(?:\[[^\]]{1,20}\])?|2006|01|02|1|2)/giu;
