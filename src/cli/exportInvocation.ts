import { offeredFormats } from '../core/export/formats/offeredFormats.ts';
import { formatRow } from '../core/export/formats/writers.ts';
import type { ExportFormat } from '../shared/exportModel.ts';
import { formatNames } from '../shared/formatOptions.ts';
import { oneOf, readCount, take } from './argumentValues.ts';
import { readWishes, refuseUseless } from './exportWishes.ts';
import type { ExportWishes } from './exportWishes.ts';
import { UsageError } from './readArguments.ts';
import type { Arguments } from './readArguments.ts';

/** `export` as typed, checked as far as it can be without looking at any file. */
export interface ExportInvocation {
  readonly command: 'export';
  readonly folder: string;
  /** A file or folder, as typed; `-` = standard output. */
  readonly target: string;
  /** As named, or as the ending of the file tells; null = that of the preset. */
  readonly format: ExportFormat | null;
  readonly choice: ExportChoice;
  /** Most posts, the first ones as they are listed; null = all of them. */
  readonly limit: number | null;
  /** False = Traditional and Simplified characters are told apart, in the choice and in what is marked as hits. */
  readonly foldsVariants: boolean;
  readonly wishes: ExportWishes;
  /** One PDF for each post, in a folder. */
  readonly isSeparate: boolean;
}

/** Which posts are exported. */
export type ExportChoice =
  /** Posts that match, with any of these labels where some are named. */
  | { readonly kind: 'query'; readonly query: string; readonly labels: readonly string[] }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'posts'; readonly paths: readonly string[] };

/** Understands the words behind `export`. Throws `UsageError`. */
export function readExport(words: readonly string[], given: Arguments): ExportInvocation {
  // Behind --post, further words name posts too: `--post _posts/2024*` is one word here and many from a shell.
  const [first, ...more] = words;
  const isNamed = given.values.has('--post') && first !== undefined;
  const [folder] = take(isNamed ? [first] : words, { command: 'export', names: ['FOLDER'] });
  const target = given.values.get('--to')?.at(-1) ?? '';
  if (target === '') throw new UsageError('export needs --to FILE, or --to - for standard output.');
  const isSeparate = given.flags.has('--separate');
  const order = oneOf(given, { name: '--order', values: ['listed', 'date', 'source'] });
  const wishes = readWishes(given, order);
  const hasPreset = wishes.preset !== null;
  const format = readFormat(given, { target, isSeparate, hasPreset });
  if (format !== null) checkShape({ format, isSeparate, target, wishes });
  return {
    command: 'export',
    folder,
    target,
    format,
    choice: readChoice(given, more),
    limit: readLimit(given),
    foldsVariants: !given.flags.has('--tell-variants-apart'),
    wishes,
    isSeparate,
  };
}

/** Refuses what a format cannot be, once it is known. Throws `UsageError`. */
export function checkShape({
  format,
  isSeparate,
  target,
  wishes,
}: Pick<ExportInvocation, 'isSeparate' | 'target' | 'wishes'> & {
  readonly format: ExportFormat;
}): void {
  if (isSeparate && format !== 'pdf')
    throw new UsageError('Only PDFs can be made one for each post.');
  if (target === '-' && (isSeparate || isFolder(format))) {
    throw new UsageError(
      'A folder of files cannot go to standard output; name a folder with --to.',
    );
  }
  if (!isSeparate && !isFolder(format) && /[/\\]$/u.test(target)) {
    throw new UsageError(
      `${target} names a folder, and ${formatNames[format]} is one file; write its name too.`,
    );
  }
  refuseUseless(wishes, { format, layout: isSeparate ? 'separate' : 'merged' });
}

function readLimit(given: Arguments): number | null {
  if (!given.values.has('--limit')) return null;
  const limit = readCount(given, '--limit', 0);
  if (limit === 0) throw new UsageError('--limit must be 1 or more.');
  return limit;
}

const isFolder = (format: ExportFormat): boolean =>
  format !== 'pdf' && formatRow(format)?.shape === 'folder';

/** The format named, else that of the file's extension; null where a preset tells it. */
function readFormat(
  given: Arguments,
  {
    target,
    isSeparate,
    hasPreset,
  }: Pick<ExportInvocation, 'target' | 'isSeparate'> & { readonly hasPreset: boolean },
): ExportFormat | null {
  const named = oneOf(given, { name: '--format', values: offeredFormats() });
  if (named !== null) return named;
  const extension = /\.([A-Za-z0-9]+)$/u.exec(target)?.[1]?.toLowerCase() ?? '';
  const guessed = offeredFormats().find((format) => extensionsOf(format).includes(extension));
  if (guessed !== undefined) return guessed;
  if (isSeparate) return 'pdf';
  if (hasPreset) return null;
  throw new UsageError(
    `The format of ${target} cannot be told from its name; write --format ${offeredFormats().join('|')}.`,
  );
}

function extensionsOf(format: ExportFormat): readonly string[] {
  if (format === 'pdf') return ['pdf'];
  const usual = formatRow(format)?.extension ?? '';
  return usual === '' ? [] : [usual, ...(OTHER_EXTENSIONS.get(format) ?? [])];
}

const OTHER_EXTENSIONS: ReadonlyMap<ExportFormat, readonly string[]> = new Map([
  ['html', ['htm']],
  ['jsonl', ['ndjson']],
]);

function readChoice(given: Arguments, more: readonly string[]): ExportChoice {
  const query = given.values.get('--query')?.at(-1);
  const labels = given.values.get('--label');
  const saved = given.values.get('--saved')?.at(-1);
  const paths = given.values.get('--post');
  const isQuery = query !== undefined || labels !== undefined;
  const named = [isQuery, saved !== undefined, paths !== undefined].filter(Boolean).length;
  if (named > 1) {
    throw new UsageError('export takes --query (with --label), --saved or --post, not both.');
  }
  if (isQuery) return { kind: 'query', query: query ?? '', labels: labels ?? [] };
  if (saved !== undefined) return { kind: 'saved', name: saved };
  if (paths !== undefined) return { kind: 'posts', paths: [...paths, ...more] };
  throw new UsageError(
    "export needs --query QUERY or --post PATH (or --label, --saved); --query '' means all posts.",
  );
}
