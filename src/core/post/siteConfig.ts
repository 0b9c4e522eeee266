import { parse as parseToml } from 'smol-toml';
import type { SiteConfig } from './parsedPost.ts';
import type { Fields } from './plainFields.ts';
import { toPlainFields } from './plainFields.ts';
import { readYaml } from './readFields.ts';
import { recoverFields } from './recoverFields.ts';
import { readSiteLinks } from './siteLinks.ts';
import { offsetMinutesAt } from './zoneOffset.ts';

/** Names of generators' configuration files at an archive's root, the most telling first: take the first that exists. */
export const siteConfigNames: readonly string[] = [
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  'config.yaml',
  'config.yml',
  'config.json',
];

/** A plain folder: no generator, nothing known. */
export const plainSite: SiteConfig = {
  generator: 'none',
  title: null,
  timezone: null,
  lang: null,
  url: null,
};

/** Keys that only Hexo's `_config.yml` has (hexo.io/docs/configuration). */
const HEXO_KEYS = [
  'source_dir',
  'public_dir',
  'new_post_name',
  'post_asset_folder',
  'skip_render',
  'default_layout',
];
/** Keys that only Zola's `config.toml` has (getzola.org/documentation/getting-started/configuration). */
const ZOLA_KEYS = ['base_url', 'compile_sass', 'build_search_index', 'default_language'];
/** Keys that make a plain `config.*` a Hugo one (gohugo.io/configuration/all). */
const HUGO_KEYS = ['baseurl', 'languagecode', 'defaultcontentlanguage', 'contentdir', 'theme'];

/**
 * Reads a generator's configuration. The name tells the kind; `config.*` must also hold that generator's keys.
 * A broken file is read line by line, then left; without a file the archive is a plain folder. Never throws.
 */
export function readSiteConfig(files: {
  readonly configText: string | null;
  readonly configName: string | null;
}): SiteConfig {
  if (files.configText === null || files.configName === null) return plainSite;
  const name = files.configName.slice(files.configName.lastIndexOf('/') + 1).toLowerCase();
  const fields = lowerCased(readConfig(files.configText.replace(/^\uFEFF/u, ''), name));
  const generator = generatorOf(name, fields);
  if (generator === 'none') return plainSite;
  return {
    generator,
    title: textOf(fields, ['title', 'name']),
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
    links: readSiteLinks(generator, fields),
  };
}

function readConfig(text: string, name: string): Fields {
  const body = text.replaceAll(/\r\n?/gu, '\n');
  try {
    if (name.endsWith('.toml')) return toPlainFields(parseToml(body)).fields;
    if (name.endsWith('.json')) return toPlainFields(JSON.parse(body)).fields;
    const read = toPlainFields(readYaml(body)).fields;
    if (Object.keys(read).length > 0) return read;
  } catch {
    // A broken configuration must not cost the archive; what single lines say is used.
  }
  return toPlainFields(recoverFields(body, name.endsWith('.toml') ? 'toml' : 'yaml')).fields;
}

function lowerCased(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function generatorOf(name: string, fields: Fields): SiteConfig['generator'] {
  const hasAny = (keys: readonly string[]): boolean =>
    keys.some((key) => Object.hasOwn(fields, key));
  if (name.startsWith('_config.')) return hasAny(HEXO_KEYS) ? 'hexo' : 'jekyll';
  if (name.startsWith('hugo.')) return 'hugo';
  if (name === 'config.toml' && hasAny(ZOLA_KEYS)) return 'zola';
  if (name.startsWith('config.') && hasAny(HUGO_KEYS)) return 'hugo';
  return 'none';
}

function textOf(fields: Fields, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = fields[key];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' && first.trim() !== '') return first.trim().slice(0, 300);
  }
  return null;
}

function zoneOf(zone: string | null): string | null {
  return zone !== null && offsetMinutesAt(zone, 0) !== null ? zone : null;
}

function addressOf(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^\s/]/iu.test(address) ? address : null;
}
