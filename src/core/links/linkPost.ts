import type { PostKind } from '../../shared/model.ts';
import type { FieldReader } from '../post/fieldValues.ts';
import { fieldReader, textOf } from '../post/fieldValues.ts';
import type { CleanPath } from './addressText.ts';
import { cleanPath } from './addressText.ts';

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
}

const DATED = /^\d{4}[-_.]\d{1,2}[-_.]\d{1,2}[-_.](?=.)/u;
const FILE_ENDING = /\.(?:md|markdown|mkd|mdx|html?|txt)$/iu;
/** `name.en.md`, `name.zh-cn.md`: Hugo's and Zola's translations. */
const LANGUAGE = /\.[a-z]{2}(?:[-_][a-z]{2,4})?$/iu;

/** Takes a post apart. */
export function partsOfPost(post: LinkPost): PostParts {
  const folders = post.path.split('/');
  const stem = (folders.pop() ?? '').replace(FILE_ENDING, '');
  const isBundle = /^_?index$/iu.test(stem.replace(LANGUAGE, ''));
  const name = isBundle ? (folders.at(-1) ?? stem) : stem;
  const fields = fieldReader(post.frontMatter);
  return {
    post,
    fields,
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
 * Puts values in the place of `:name`; null when one of them is unknown, for a made-up address is worse than none.
 * A placeholder ends where its letters do; `[…]` belongs to it.
 */
export function expandPattern(
  pattern: string,
  valueOf: (name: string) => string | null,
): string | null {
  let isKnown = true;
  const expanded = pattern.replaceAll(PLACEHOLDER, (_whole, name: string) => {
    const value = valueOf(name);
    isKnown &&= value !== null;
    return value ?? '';
  });
  return isKnown ? expanded : null;
}

const PLACEHOLDER = /:(?<name>[a-z]\w*(?:\[[^\]]{1,20}\])?|2006|01|02|1|2)/giu;
