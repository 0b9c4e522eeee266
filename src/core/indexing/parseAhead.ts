import type { PostFile, SiteConfig } from '../post/parsedPost.ts';
import { judgeRead, recordOfParsed } from './fileRecord.ts';
import type { FileResult } from './fileRecord.ts';
import type { Parser } from './parser.ts';
import type { ReadOutcome } from './readAhead.ts';

/** What the files are parsed with. */
export interface ParseRequest {
  readonly parser: Parser;
  readonly site: SiteConfig;
  /** Hash of the stamp known of a path, empty when there is none. */
  readonly knownHash: (path: string) => string;
}

/** Files sent to the parser together: a message between threads costs as much as a tenth of a post. */
const PORTION_FILES = 16;
const PORTION_BYTES = 512 * 1024;
/** A slow disk must not keep what was read from being shown, in milliseconds. */
const PORTION_AGE_MS = 200;
/** Portions under way: enough for the parser to work on while a batch is being written. */
const PORTIONS_AHEAD = 16;

/** Judges and parses files as they are read, in their order, some of them in advance. */
export async function* parseAhead(
  reads: AsyncIterable<ReadOutcome>,
  request: ParseRequest,
): AsyncGenerator<FileResult, void> {
  const underWay: Promise<readonly FileResult[]>[] = [];
  let portion: ReadOutcome[] = [];
  let sizeBytes = 0;
  let startedAt = performance.now();
  for await (const read of reads) {
    portion.push(read);
    sizeBytes += read.content?.sizeBytes ?? 0;
    const isFull = portion.length >= PORTION_FILES || sizeBytes >= PORTION_BYTES;
    if (!isFull && performance.now() - startedAt < PORTION_AGE_MS) continue;
    underWay.push(parsePortion(portion, request));
    [portion, sizeBytes, startedAt] = [[], 0, performance.now()];
    if (underWay.length >= PORTIONS_AHEAD) yield* (await underWay.shift()) ?? [];
  }
  underWay.push(parsePortion(portion, request));
  for (const results of underWay) yield* await results;
}

async function parsePortion(
  portion: readonly ReadOutcome[],
  { parser, site, knownHash }: ParseRequest,
): Promise<readonly FileResult[]> {
  const judged = portion.map((read) => judgeRead(read, knownHash(read.file.path), site));
  const files = judged.flatMap((one): PostFile[] => (one.kind === 'parse' ? [one.postFile] : []));
  const outcomes = files.length === 0 ? [] : await parser.parse(files);
  const next = outcomes.values();
  return judged.flatMap((one): FileResult[] => {
    if (one.kind !== 'parse') return [one];
    const outcome = next.next().value;
    return outcome === undefined ? [] : [recordOfParsed(one, outcome)];
  });
}
