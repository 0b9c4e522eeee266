import { FAILSAFE_SCHEMA, load, realMapTag } from 'js-yaml';
import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { readPlainYaml } from './plainYaml.ts';

/** The languages a block of front matter may be written in. Code (`---js`) is never one of them. */
export type FrontMatterLanguage = 'yaml' | 'toml' | 'json';

/** Every scalar stays the string that was written: no dates, no `1:30` = 90, no `010` = 8. Maps take any key safely. */
const AS_WRITTEN = FAILSAFE_SCHEMA.withTags(realMapTag);

/**
 * Reads a block with gray-matter, with its engines replaced: YAML keeps scalars as written, TOML and JSON are data,
 * and the engines that would run code throw. Throws whatever the reader throws on a broken block.
 */
export function readFields(block: string, language: FrontMatterLanguage): unknown {
  const plain = language === 'yaml' ? readPlainYaml(block) : null;
  if (plain !== null) return plain;
  // The options object also turns off gray-matter's cache, which keeps every file and hides the second failure.
  const read: unknown = matter(`---\n${block}\n---\n`, {
    language,
    engines: {
      yaml: (text: string) => asObject(readYaml(text)),
      toml: (text: string) => parseToml(text),
      json: (text: string) => asObject(JSON.parse(text)),
      javascript: refuseCode,
      js: refuseCode,
      coffee: refuseCode,
      coffeescript: refuseCode,
    },
  }).data;
  return read;
}

/** One YAML document with every scalar a string; null for an empty one. Throws when it is not YAML. */
export function readYaml(text: string): unknown {
  if (text.trim() === '') return null;
  return load(text, { schema: AS_WRITTEN });
}

/** gray-matter wants an object; a scalar or a list at the top is no front matter. */
function asObject(read: unknown): object {
  return typeof read === 'object' && read !== null ? read : {};
}

function refuseCode(): never {
  throw new Error('Code in front matter is not run.');
}
