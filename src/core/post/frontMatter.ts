import type { ProblemCode } from '../../shared/model.ts';
import { splitFrontMatter } from './frontMatterBlock.ts';
import type { Fields } from './plainFields.ts';
import { isRecordLike, toPlainFields } from './plainFields.ts';
import type { FrontMatterLanguage } from './readFields.ts';
import { readFields } from './readFields.ts';
import { recoverFields } from './recoverFields.ts';

/** Something to tell about a file that is a post all the same. `message` is one English sentence. */
export interface Finding {
  readonly code: ProblemCode;
  readonly message: string;
}

/** The metadata block of a text and what follows it. */
export interface FrontMatter {
  readonly fields: Fields;
  /** True when a block was found, even an empty one. */
  readonly hasBlock: boolean;
  readonly body: string;
  readonly findings: readonly Finding[];
}

/** Longest block given to a parser as a whole; longer ones are read key by key. */
const MAX_BLOCK = 1_000_000;

const CODE: Finding = {
  code: 'front-matter-code',
  message:
    'The front matter is program code, which is never run; the post has its text but no metadata.',
};
const UNCLOSED: Finding = {
  code: 'front-matter-unclosed',
  message:
    'The front matter is opened but never closed, so all of the file is shown as text; add the closing line.',
};
const INVALID: Finding = {
  code: 'front-matter-invalid',
  message: 'The front matter could not be read; the post is shown without its metadata.',
};
const RECOVERED: Finding = {
  code: 'front-matter-recovered',
  message:
    'The front matter is not valid and was read line by line; check the title, date and tags.',
};
const CUT: Finding = {
  code: 'front-matter-recovered',
  message: 'The front matter is very large or deeply nested; only a part of it was kept.',
};

/** Splits and reads the front matter of a text with LF line ends. Never throws; nothing in the text is run. */
export function readFrontMatter(text: string, isHexo: boolean): FrontMatter {
  const split = splitFrontMatter(text, isHexo);
  if (split.kind === 'none') return bare(text, []);
  if (split.kind === 'unclosed') return bare(text, [UNCLOSED]);
  if (split.kind === 'code') return { ...bare(split.body, [CODE]), hasBlock: true };
  const read = readBlock(split.block, split.language);
  if (read === null) return bare(text, []);
  return { fields: read.fields, hasBlock: true, body: split.body, findings: read.findings };
}

function bare(body: string, findings: readonly Finding[]): FrontMatter {
  return { fields: {}, hasBlock: false, body, findings };
}

/** Null: what stands between the lines is no front matter but text (a rule, prose and another rule). */
function readBlock(
  block: string,
  language: FrontMatterLanguage,
): { readonly fields: Fields; readonly findings: readonly Finding[] } | null {
  if (block.trim() === '') return { fields: {}, findings: [] };
  const read = readWhole(block, language);
  if (read !== null) {
    const plain = toPlainFields(read);
    return { fields: plain.fields, findings: plain.isCut ? [CUT] : [] };
  }
  if (language === 'json') return null;
  const recovered = toPlainFields(recoverFields(block, language)).fields;
  const isNothing = Object.keys(recovered).length === 0;
  if (isNothing) return isProse(block) ? null : { fields: {}, findings: [INVALID] };
  return { fields: recovered, findings: [RECOVERED] };
}

/** The block as its reader gives it; null when it does not parse, holds no fields or is too long to try. */
function readWhole(block: string, language: FrontMatterLanguage): object | null {
  // A line that starts with the closing mark would end the block early for gray-matter.
  if (block.length > MAX_BLOCK || block.includes('\n---')) return null;
  try {
    const read = readFields(block, language);
    return isRecordLike(read) && !isBlank(read, block) ? read : null;
  } catch {
    // Expected for broken blocks: the caller reads them line by line.
    return null;
  }
}

/** True when no field was read although the block holds more than comments. */
function isBlank(read: object, block: string): boolean {
  const count = read instanceof Map ? read.size : Object.keys(read).length;
  return count === 0 && block.split('\n').some((line) => /^\s*[^#\s]/u.test(line.slice(0, 500)));
}

function isProse(block: string): boolean {
  return !/^[^\s:]{1,40}\s*[:=]/mu.test(block.slice(0, 20_000));
}
