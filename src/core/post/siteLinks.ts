import { assertNever } from '../../shared/result.ts';
import type { SiteLinks } from './parsedPost.ts';
import type { Fields } from './plainFields.ts';

/** Whose folder a configuration is for. */
type Generator = 'jekyll' | 'hugo' | 'hexo' | 'zola' | 'none';

/** A site that says nothing about its addresses. */
export const plainLinks: SiteLinks = {
  basePath: '',
  permalink: null,
  permalinkOf: {},
  permalinkDefaults: {},
  listFolders: {},
  isUgly: false,
};

/** Longest pattern read, in UTF-16 units; real ones are one line. */
const MAX_PATTERN = 300;
/** Patterns, folders and defaults read of each kind; real sites have a handful. */
const MAX_ENTRIES = 100;

/**
 * What a configuration says about the addresses of its posts. Keys of `fields` are in lower case.
 *
 * Jekyll (jekyllrb.com/docs/permalinks): `permalink`, `collections.<name>.permalink`, `baseurl`. Hugo (gohugo.io/configuration/permalinks, /urls): `permalinks` by section or by page kind, `uglyURLs`,
 * `taxonomies`, the path of `baseURL`. Hexo (hexo.io/docs/permalinks): `permalink`, `permalink_defaults`, `root`, `tag_dir`, `category_dir`. Zola: the path of `base_url`.
 */
export function readSiteLinks(generator: Generator, fields: Fields): SiteLinks {
  switch (generator) {
    case 'jekyll':
      return jekyllLinks(fields);
    case 'hugo':
      return hugoLinks(fields);
    case 'hexo':
      return hexoLinks(fields);
    case 'zola':
      return { ...plainLinks, basePath: pathOf(fields['base_url']) };
    case 'none':
      return plainLinks;
    default:
      return assertNever(generator);
  }
}

function jekyllLinks(fields: Fields): SiteLinks {
  const collections = recordOf(fields['collections']);
  const named = entriesOf(collections).map(
    ([name, one]) => [name, patternOf(recordOf(one)['permalink'])] as const,
  );
  return {
    ...plainLinks,
    basePath: trimSlashes(textOf(fields['baseurl'])) || pathOf(fields['url']),
    permalink: patternOf(fields['permalink']),
    permalinkOf: Object.fromEntries(named.filter((entry) => isPattern(entry))),
  };
}

function hugoLinks(fields: Fields): SiteLinks {
  const patterns = recordOf(fields['permalinks']);
  // Since 0.122 the patterns stand by kind of page; `page` is the posts'.
  const ofPages = recordOf(patterns['page']);
  const sections = entriesOf({ ...patterns, ...ofPages })
    .map(([name, one]) => [name, patternOf(one)] as const)
    .filter((entry) => isPattern(entry));
  return {
    ...plainLinks,
    basePath: pathOf(fields['baseurl']),
    permalinkOf: Object.fromEntries(sections),
    listFolders: textsOf(fields['taxonomies']),
    isUgly: /^true$/iu.test(textOf(fields['uglyurls'])),
  };
}

function hexoLinks(fields: Fields): SiteLinks {
  const folders = { tag: fields['tag_dir'], category: fields['category_dir'] };
  return {
    ...plainLinks,
    basePath: trimSlashes(textOf(fields['root'])) || pathOf(fields['url']),
    permalink: patternOf(fields['permalink']),
    permalinkDefaults: textsOf(fields['permalink_defaults']),
    listFolders: textsOf(folders),
  };
}

function isPattern(entry: readonly [string, string | null]): entry is readonly [string, string] {
  return entry[1] !== null;
}

function patternOf(value: unknown): string | null {
  const pattern = textOf(value);
  return pattern === '' || pattern.length > MAX_PATTERN ? null : pattern;
}

/** The path of an address, or the whole of a mere path. */
function pathOf(value: unknown): string {
  const path = /^(?:https?:)?\/\/[^/]+(?<path>\/.*)?$/iu.exec(textOf(value))?.groups?.['path'];
  return trimSlashes(path ?? '');
}

function trimSlashes(text: string): string {
  return text.replaceAll(/^(?:\.?\/)+|\/+$/gu, '');
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const texts = entriesOf(recordOf(value)).map(([key, one]) => [key, textOf(one)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

function entriesOf(record: Readonly<Record<string, unknown>>): readonly [string, unknown][] {
  return Object.entries(record).slice(0, MAX_ENTRIES);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
