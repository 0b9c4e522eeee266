import { cutText } from './cutText.ts';
import type { FieldDefault, SiteConfig } from './parsedPost.ts';
import type { Fields } from './plainFields.ts';
import { offsetMinutesAt } from './zoneOffset.ts';

type Generator = Exclude<SiteConfig['generator'], 'none'>;

const MAX_VARIABLES = 60;
const MAX_TAXONOMIES = 50;
const MAX_DEFAULTS = 100;
/** What every reader of posts knows by itself. */
const OWN_TAXONOMIES = new Set(['tags', 'tag', 'categories', 'category', 'authors', 'author']);

/** What the fields of a configuration (top names in lower case) say about all posts of a site. */
export function readSiteFacts(
  generator: Generator,
  fields: Fields,
): Omit<SiteConfig, 'generator' | 'links'> {
  const language = languageFields(fields);
  return {
    title: textOf(fields, ['title', 'name']) ?? textOf(language, ['title']),
    timezone: zoneOf(textOf(fields, ['timezone'])),
    lang: textOf(fields, [
      'lang',
      'language',
      'locale',
      'languagecode',
      'default_language',
      'defaultcontentlanguage',
    ]),
    url: addressOf(textOf(fields, ['url', 'baseurl', 'base_url'])),
    contentFolders: contentFolders(generator, fields),
    taxonomies: taxonomiesOf(fields),
    excerptSeparator: rawText(fields['excerpt_separator']),
    hasAssetFolders: textOf(fields, ['post_asset_folder']) === 'true',
    defaults: generator === 'jekyll' ? defaultsOf(fields) : [],
    variables: variablesOf(fields),
  };
}

function textOf(fields: Fields, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = fields[key];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const text = typeof first === 'boolean' ? String(first) : first;
    if (typeof text === 'string' && text.trim() !== '') return cutText(text.trim(), 300);
  }
  return null;
}

function rawText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? cutText(value, 300) : null;
}

function zoneOf(zone: string | null): string | null {
  return zone !== null && offsetMinutesAt(zone, 0) !== null ? zone : null;
}

function addressOf(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^\s/]/iu.test(address) ? address : null;
}

function trimSlashes(path: string): string {
  return path.replaceAll(/^(?:\.?\/)+|\/+$/gu, '');
}

/**
 * Hugo's `contentDir` and that of each language, Zola's `content`, Hexo's `source_dir`, Jekyll's `source` and
 * `collections_dir`.
 */
function contentFolders(generator: Generator, fields: Fields): readonly string[] {
  const named = (key: string): string => trimSlashes(textOf(fields, [key]) ?? '');
  switch (generator) {
    case 'hugo': {
      const languages = entriesOf(fields['languages']).map(([, settings]) =>
        isRecord(settings) ? trimSlashes(textOf(lowerCased(settings), ['contentdir']) ?? '') : '',
      );
      return foldersOf([...languages, named('contentdir') || 'content']);
    }
    case 'zola':
      return ['content'];
    case 'hexo':
      return [named('source_dir') || 'source'];
    default: {
      const source = named('source');
      const below = named('collections_dir');
      const collections = [source, below].filter((part) => part !== '').join('/');
      return foldersOf(below === '' ? [source] : [collections, source]);
    }
  }
}

/** The deepest first, so that the first that holds a path is the one. */
function foldersOf(folders: readonly string[]): readonly string[] {
  const named = folders.filter((folder) => folder !== '' && folder !== '.');
  return [...new Set(named)].toSorted((a, b) => b.length - a.length).slice(0, 50);
}

/** Hugo: `taxonomies: { genre: genres }`, the plural is the name in front matter; Zola: `taxonomies = [{ name = … }]`. */
function taxonomiesOf(fields: Fields): readonly string[] {
  const written = fields['taxonomies'];
  const names = Array.isArray(written)
    ? written.map((one: unknown) => (isRecord(one) ? one['name'] : one))
    : entriesOf(written).map(([, plural]) => plural);
  const found = new Set<string>();
  for (const name of names) {
    const key = typeof name === 'string' ? cutText(name.trim().toLowerCase(), 100) : '';
    if (key !== '' && !OWN_TAXONOMIES.has(key) && found.size < MAX_TAXONOMIES) found.add(key);
  }
  return [...found];
}

function defaultsOf(fields: Fields): readonly FieldDefault[] {
  const written: readonly unknown[] = Array.isArray(fields['defaults']) ? fields['defaults'] : [];
  const found = written.slice(0, MAX_DEFAULTS).flatMap((one): readonly FieldDefault[] => {
    if (!isRecord(one) || !isRecord(one['values'])) return [];
    const scope = isRecord(one['scope']) ? one['scope'] : {};
    const path = trimSlashes(textOf(scope, ['path']) ?? '');
    return [{ path, type: textOf(scope, ['type']), fields: one['values'] }];
  });
  // A deeper folder and a named type say more (the same rule as Jekyll's own precedence).
  return found.toSorted(
    (a, b) => b.path.length - a.path.length || Number(b.type !== null) - Number(a.type !== null),
  );
}

function variablesOf(fields: Fields): Readonly<Record<string, string>> {
  const named = Object.entries(fields).flatMap(([name, value]): readonly [string, string][] =>
    typeof value === 'string' && value.length <= 300 ? [[name, value]] : [],
  );
  return Object.fromEntries(named.slice(0, MAX_VARIABLES));
}

/** Fields of the site's own language, for a site whose titles stand by language. */
function languageFields(fields: Fields): Fields {
  const languages = entriesOf(fields['languages']);
  const name = textOf(fields, ['defaultcontentlanguage', 'default_language']);
  const own = languages.find(([key]) => key === name) ?? languages[0];
  return own !== undefined && isRecord(own[1]) ? lowerCased(own[1]) : {};
}

function lowerCased(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}
