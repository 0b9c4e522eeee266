import type { ProblemCode } from '../../shared/model.ts';
import type { ProblemDetails } from '../../shared/problemDetails.ts';
import { assertNever } from '../../shared/result.ts';
import { splitFrontMatter } from './frontMatterBlock.ts';
import type { Fields, PlainFields } from './plainFields.ts';
import { isRecordLike, toPlainFields } from './plainFields.ts';
import type { FrontMatterLanguage } from './readFields.ts';
import { readFields, readYaml } from './readFields.ts';
import { recoverFields, withoutTabs } from './recoverFields.ts';

/** Something to tell about a file that is a post all the same. `message` is one English sentence. */
export interface Finding {
  readonly code: ProblemCode;
  readonly message: string;
  readonly details?: ProblemDetails;
}

/** The metadata block of a text and what follows it. */
export interface FrontMatter {
  readonly fields: Fields;
  /** True when a block was found, even an empty one. */
  readonly hasBlock: boolean;
  readonly body: string;
  readonly findings: readonly Finding[];
}

/** Longest block given to a YAML or TOML reader as a whole; longer ones are read key by key. */
const MAX_BLOCK = 1_000_000;
/** JSON is read in one go by the engine, quickly at any size. */
const MAX_JSON = 40_000_000;

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
const LEFTOVER: Finding = {
  code: 'front-matter-recovered',
  message:
    'The front matter is not valid and was read line by line; lines that are no fields begin the text.',
  details: { reason: 'lines' },
};
const RUN_ON: Finding = {
  code: 'front-matter-unclosed',
  message:
    'The front matter is opened but its closing line is missing; its first lines were read as fields and all others are shown as text.',
};
const REPEATED: Finding = {
  code: 'front-matter-recovered',
  message: 'The front matter gives a field twice; the last one counts.',
  details: { reason: 'repeated' },
};
const REFUSED: Finding = {
  code: 'front-matter-recovered',
  message:
    'The front matter has a field whose name cannot be kept (such as __proto__); it was left out.',
  details: { reason: 'name' },
};
const TEMPLATE: Finding = {
  code: 'front-matter-recovered',
  message:
    'The front matter has a template such as {{ page.title }}, or a list or map as the name of a field; what it stands for is not known here, and it was left out.',
  details: { reason: 'template' },
};
const CUT: Finding = {
  code: 'front-matter-recovered',
  message: 'The front matter is very large or deeply nested; only a part of it was kept.',
  details: { reason: 'cut' },
};

/** Splits and reads the front matter of a text with LF line ends. Never throws; nothing in the text is run. */
export function readFrontMatter(text: string, isHexo: boolean): FrontMatter {
  const split = splitFrontMatter(text, isHexo);
  switch (split.kind) {
    case 'none':
      return bare(text, []);
    case 'unclosed':
      return bare(text, [UNCLOSED]);
    case 'code':
      return { ...bare(split.body, [CODE]), hasBlock: true };
    case 'lines':
      // Such lines need no date, so none is missed: they are metadata, not a block of it.
      return { ...bare(split.body, []), fields: toPlainFields(split.fields).fields };
    case 'block': {
      const read = readBlock(split.block, split.language);
      if (read === null) return bare(text, []);
      const body = read.leftover === '' ? split.body : `${read.leftover}\n\n${split.body}`;
      return { fields: read.fields, hasBlock: true, body, findings: read.findings };
    }
    default:
      return assertNever(split);
  }
}

function bare(body: string, findings: readonly Finding[]): FrontMatter {
  return { fields: {}, hasBlock: false, body, findings };
}

interface BlockReading {
  readonly fields: Fields;
  readonly findings: readonly Finding[];
  /** Lines that are no fields; they are put before the body, so that nothing is lost. */
  readonly leftover: string;
}

/** Null: what stands between the lines is no front matter but text (a rule, prose and another rule). */
function readBlock(block: string, language: FrontMatterLanguage): BlockReading | null {
  if (block.trim() === '') return { fields: {}, findings: [], leftover: '' };
  const read = readWhole(block, language);
  if (read !== null) return kept(read, language === 'json' ? repeated(block) : []);
  return isTooLong(block, language) ? readLong(block, language) : readBroken(block, language);
}

function kept(read: object, findings: readonly Finding[]): BlockReading {
  const plain = toPlainFields(read);
  return { fields: plain.fields, findings: [...findings, ...lostOf(plain)], leftover: '' };
}

/** What of a block was not kept. */
function lostOf({ isCut, isRefused, isTemplate }: PlainFields): readonly Finding[] {
  return [
    ...(isCut ? [CUT] : []),
    ...(isRefused ? [REFUSED] : []),
    ...(isTemplate ? [TEMPLATE] : []),
  ];
}

function isTooLong(block: string, language: FrontMatterLanguage): boolean {
  return block.length > (language === 'json' ? MAX_JSON : MAX_BLOCK);
}

/** Nothing of a block of megabytes is shown as text: nobody wrote it to be read. */
function readLong(block: string, language: FrontMatterLanguage): BlockReading {
  const { fields } = toPlainFields(recoverFields(block, language).fields);
  return { fields, findings: [CUT], leftover: '' };
}

function readBroken(block: string, language: FrontMatterLanguage): BlockReading | null {
  const end = language === 'yaml' ? runOnEnd(block) : null;
  const recovered = recoverFields(end === null ? block : block.slice(0, end), language);
  const plain = toPlainFields(recovered.fields);
  const { fields } = plain;
  if (Object.keys(fields).length === 0) {
    if (isProse(block)) return null;
    return { fields: {}, findings: [INVALID], leftover: language === 'yaml' ? block.trim() : '' };
  }
  const rest = end === null ? '' : `${block.slice(end)}\n---`;
  const leftover = [...recovered.leftover, rest].join('\n').trim();
  const found = end === null ? (leftover === '' ? RECOVERED : LEFTOVER) : RUN_ON;
  const twice = recovered.repeated.slice(0, MAX_TOLD).map(givenTwice);
  const isOnlyTwice =
    twice.length > 0 && found === RECOVERED && isSoundButRepeated(block, language);
  const findings = [...(isOnlyTwice ? [] : [found]), ...twice, ...lostOf(plain)];
  return { fields, findings, leftover };
}

/** Fields given twice that are told of. */
const MAX_TOLD = 5;

function givenTwice(field: string): Finding {
  const message = `The front matter gives the field ${field} more than once; the last value that is not empty counts.`;
  return { code: 'front-matter-recovered', message, details: { reason: 'repeated', field } };
}

/** Whether nothing else is wrong with a block than fields that are given twice. */
function isSoundButRepeated(block: string, language: FrontMatterLanguage): boolean {
  if (language !== 'yaml') return false;
  try {
    return isRecordLike(readYaml(block, { isRepeatAllowed: true }));
  } catch {
    // Expected: it was read line by line for another reason too.
    return false;
  }
}

/**
 * Where a block ends whose closing line is missing, so that it runs on to a rule in the text: at its first blank line that
 * no usual field follows, when prose stands anywhere below a blank line. Null when none does.
 */
function runOnEnd(block: string): number | null {
  let end: number | null = null;
  let isBelowBlank = false;
  let blank = 0;
  let at = 0;
  for (const line of block.split('\n', MAX_LOOKED_AT)) {
    if (line.trim() === '') {
      blank = isBelowBlank ? blank : at;
      isBelowBlank = true;
    } else {
      if (isBelowBlank && end === null && !USUAL_FIELD.test(line)) end = blank;
      if (isBelowBlank && PROSE.test(line) && !FIELD.test(line)) return end;
      isBelowBlank = isBelowBlank && line.startsWith('#');
    }
    at += line.length + 1;
  }
  return null;
}

const MAX_LOOKED_AT = 5000;
const USUAL_FIELD =
  /^(?:title|date|tags?|categor(?:y|ies)|keywords|layout|permalink|authors?|slug|draft|published|description|excerpt|summary|image|cover|lang|url|source|comments|updated|lastmod|aliases|标题|日期|标签|分类|作者)\s*[:：]/iu;
const PROSE = /^(?:[-*+>]|\d+[.)])\s|^[^\s:#"'{[&!]/u;
const FIELD = /^(?:- |[^\s:][^:\n]{0,60}?\s*[:：](?:\s|$))/u;

/** The block as its reader gives it; null when it does not parse, holds no fields or is too long to try. */
function readWhole(block: string, language: FrontMatterLanguage): object | null {
  if (isTooLong(block, language)) return null;
  const read = attempt(block, language);
  if (read !== null || language !== 'yaml' || !/^\t/mu.test(block)) return read;
  // Hexo takes tabs for indents (hexo-front-matter, `escape`), and nothing is lost by it elsewhere.
  return attempt(withoutTabs(block), language);
}

function attempt(block: string, language: FrontMatterLanguage): object | null {
  try {
    const read = readFields(block, language);
    return isRecordLike(read) && !isBlank(read, block) ? read : null;
  } catch {
    // Expected for broken blocks: the caller reads them line by line.
    return null;
  }
}

/** JSON's own reader lets the last of two equal fields win without a word; the YAML reader, which reads JSON, does not. */
function repeated(block: string): readonly Finding[] {
  if (block.length > MAX_BLOCK) return [];
  try {
    readYaml(block);
    return [];
  } catch (error) {
    return String(error).includes('duplicated mapping key') ? [REPEATED] : [];
  }
}

/** True when no field was read although the block holds more than comments. */
function isBlank(read: object, block: string): boolean {
  const count = read instanceof Map ? read.size : Object.keys(read).length;
  return count === 0 && block.split('\n').some((line) => /^\s*[^#\s{}]/u.test(line.slice(0, 500)));
}

function isProse(block: string): boolean {
  return !/^[^\s:]{1,40}\s*[:=]/mu.test(block.slice(0, 20_000));
}
