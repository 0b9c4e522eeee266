import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import type { Fields } from '../../post/plainFields.ts';
import { isRecordLike } from '../../post/plainFields.ts';

/** PURE. Front matter as YAML. */

/** Fields as YAML, every value as the text that was written; ends with a line break, '' for no fields. */
export function fieldsYaml(fields: Fields): string {
  const plain = textValues(fields);
  if (Object.keys(fields).length === 0) return '';
  return dump(plain, { schema: FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true });
}

/** The failsafe schema knows no numbers and switches: they are written as their text, which every reader reads as such. */
function textValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textValues);
  if (isRecordLike(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textValues(one)]));
  }
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}

/** A block of YAML without the fields of these names (in any letter case) at its top, all else letter by letter. */
export function withoutFields(block: string, names: ReadonlySet<string>): string {
  const kept: string[] = [];
  let isTaken = false;
  for (const line of block.split('\n')) {
    const key = TOP_KEY.exec(line)?.groups?.['key'];
    if (key !== undefined) isTaken = names.has(key.replaceAll(/^["']|["']$/gu, '').toLowerCase());
    else if (isTaken && line !== '' && !CONTINUED.test(line)) isTaken = false;
    if (!isTaken) kept.push(line);
  }
  return kept.join('\n');
}

const TOP_KEY =
  /^(?<key>"[^"\n]{1,100}"|'[^'\n]{1,100}'|[^\s:#"'{}[\],&*!|>%@`-][^:\n]{0,100}?)\s*:(?:\s|$)/u;
const CONTINUED = /^[\s\-\]}]/u;
