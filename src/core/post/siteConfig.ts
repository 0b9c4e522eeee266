import type { SiteConfig } from './parsedPost.ts';
import type { Fields } from './plainFields.ts';
import { toPlainFields } from './plainFields.ts';
import { readToml, readYaml } from './readFields.ts';
import { recoverFields, withoutTabs } from './recoverFields.ts';
import { readSiteFacts } from './siteFacts.ts';
import { plainLinks, readSiteLinks } from './siteLinks.ts';

/** Names of generators' configuration files at an archive's root, the most telling first: take the first that exists. */
export const siteConfigNames: readonly string[] = [
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'zola.toml',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
];

/** Hugo's folder of configuration files, whose names are those of the keys they fill (gohugo.io/configuration/introduction). */
export const hugoConfigFolder = 'config/_default';

/** PURE. Whether what happens to this path of an archive may change what a configuration says, or whether there is one. */
export function isSiteConfigPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (siteConfigNames.includes(name)) return true;
  return /(?:^|\/)config(?:\/_default(?:\/[^/]+)?)?$/u.test(path);
}

/** Names of the files in Hugo's folder that say something about posts, without their endings. */
export const hugoConfigParts: readonly string[] = ['taxonomies', 'permalinks', 'languages'];

/** A plain folder: no generator, nothing known. */
export const plainSite: SiteConfig = {
  generator: 'none',
  title: null,
  timezone: null,
  lang: null,
  url: null,
  links: plainLinks,
  contentFolders: [],
  taxonomies: [],
  excerptSeparator: null,
  hasAssetFolders: false,
  defaults: [],
  variables: {},
};

/** Keys that only Hexo's `_config.yml` has (hexo.io/docs/configuration). */
const HEXO_KEYS = [
  'source_dir',
  'public_dir',
  'tag_dir',
  'archive_dir',
  'category_dir',
  'code_dir',
  'i18n_dir',
  'new_post_name',
  'post_asset_folder',
  'skip_render',
  'default_layout',
  'render_drafts',
  'filename_case',
  'titlecase',
  'index_generator',
  'syntax_highlighter',
];
/** Keys that only Zola's `config.toml` has (getzola.org/documentation/getting-started/configuration). */
const ZOLA_KEYS = [
  'base_url',
  'compile_sass',
  'build_search_index',
  'default_language',
  'generate_feed',
  'generate_feeds',
];
/** Keys that make a plain `config.*` a Hugo one (gohugo.io/configuration/all). */
const HUGO_KEYS = [
  'baseurl',
  'languagecode',
  'defaultcontentlanguage',
  'contentdir',
  'publishdir',
  'permalinks',
  'theme',
];

/** Texts of a site's configuration. */
export interface ConfigFiles {
  readonly configText: string | null;
  readonly configName: string | null;
  /** Further files of Hugo's configuration folder, by name. */
  readonly parts?: Readonly<Record<string, string>>;
  /** True when `source/_posts` exists, as only in Hexo. */
  readonly isHexoTree?: boolean;
}

/**
 * Reads a generator's configuration. The name tells the kind; `config.*` must also hold that generator's keys.
 * A broken file is read line by line, then left; without a file the archive is a plain folder. Never throws.
 */
export function readSiteConfig(files: ConfigFiles): SiteConfig {
  if (files.configText === null || files.configName === null) return plainSite;
  const path = files.configName.toLowerCase();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const fields = withParts(readConfig(files.configText, name), files.parts ?? {});
  const isInHugoFolder = path.startsWith(`${hugoConfigFolder}/`);
  const generator = isInHugoFolder ? 'hugo' : generatorOf(name, fields, files.isHexoTree === true);
  if (generator === 'none') return plainSite;
  const links = readSiteLinks(generator, fields);
  return { generator, ...readSiteFacts(generator, fields), links };
}

function withParts(fields: Fields, parts: Readonly<Record<string, string>>): Fields {
  const read = Object.entries(parts).map(([name, text]): readonly [string, Fields] => {
    const file = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    return [file.replace(/\.\w+$/u, ''), readConfig(text, file)];
  });
  return { ...fields, ...Object.fromEntries(read) };
}

/** The fields of a configuration file, top names in lower case. */
function readConfig(text: string, name: string): Fields {
  const body = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  const read = attempt(() => readWhole(body, name)) ?? attempt(() => readLeniently(body, name));
  if (read !== null) return read;
  // A broken configuration must not cost the archive; what single lines say is used.
  return lowerCased(recoverFields(body, languageOf(name)).fields);
}

function languageOf(name: string): 'yaml' | 'toml' | 'json' {
  if (name.endsWith('.toml')) return 'toml';
  return name.endsWith('.json') ? 'json' : 'yaml';
}

function readWhole(body: string, name: string): unknown {
  const language = languageOf(name);
  if (language === 'toml') return readToml(body);
  return language === 'json' ? JSON.parse(body) : readYaml(body);
}

function readLeniently(body: string, name: string): unknown {
  if (languageOf(name) !== 'yaml') return null;
  return readYaml(withoutTabs(body), { isRepeatAllowed: true });
}

function attempt(read: () => unknown): Fields | null {
  try {
    const fields = lowerCased(read());
    return Object.keys(fields).length > 0 ? fields : null;
  } catch {
    // Expected for a broken file.
    return null;
  }
}

function lowerCased(read: unknown): Fields {
  return Object.fromEntries(
    Object.entries(toPlainFields(read).fields).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function generatorOf(name: string, fields: Fields, isHexoTree: boolean): SiteConfig['generator'] {
  const hasAny = (keys: readonly string[]): boolean =>
    keys.some((key) => Object.hasOwn(fields, key));
  if (name.startsWith('_config.')) return isHexoTree || hasAny(HEXO_KEYS) ? 'hexo' : 'jekyll';
  if (name.startsWith('hugo.')) return 'hugo';
  if (name === 'zola.toml') return 'zola';
  if (name === 'config.toml' && hasAny(ZOLA_KEYS)) return 'zola';
  if (name.startsWith('config.') && hasAny(HUGO_KEYS)) return 'hugo';
  return 'none';
}
