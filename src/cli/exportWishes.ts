import { formatNames, usesRow } from '../shared/formatOptions.ts';
import type { OptionRow } from '../shared/formatOptions.ts';
import type { ExportFormat, ExportOptions } from '../shared/exportModel.ts';
import { keptTemplate } from '../shared/text/templateWords.ts';
import type { FieldNames } from '../shared/text/templateWords.ts';
import { oneOf, readNumber } from './argumentValues.ts';
import { pageMargins, paperOf } from './pageWords.ts';
import { UsageError } from './readArguments.ts';
import type { Arguments, OptionTable } from './readArguments.ts';

/** PURE. The options of the export dialog as they are written on a command line. */

/** What a command line says of how an export is to be. */
export interface ExportWishes {
  /** Name of the preset whose options hold where the command line says nothing; null = the usual ones. */
  readonly preset: string | null;
  readonly changes: Partial<ExportOptions>;
  /** Options as typed, each with the row of the dialog that it is. */
  readonly named: readonly { readonly words: string; readonly row: OptionRow }[];
}

/** Longest title, subtitle and line in a margin. */
const MAX_LINE = 500;

interface LookOption {
  readonly row: OptionRow;
  /** Reads the option named so, which is given. */
  readonly read: (given: Arguments, name: string) => Partial<ExportOptions>;
}

const choice =
  <const V extends string>(values: readonly V[], made: (value: V) => Partial<ExportOptions>) =>
  (given: Arguments, name: string): Partial<ExportOptions> => {
    const value = oneOf(given, { name, values });
    return value === null ? {} : made(value);
  };

const line =
  (made: (text: string) => Partial<ExportOptions>) =>
  (given: Arguments, name: string): Partial<ExportOptions> => {
    const text = given.values.get(name)?.at(-1) ?? '';
    if (text.length <= MAX_LINE) return made(text);
    throw new UsageError(`${name} takes at most ${MAX_LINE} characters.`);
  };

/** On a command line fields have the names that are kept, in every language. */
const FIELDS: FieldNames = {
  source: 'source',
  date: 'date',
  title: 'title',
  archive: 'archive',
  book: 'book',
  page: 'page',
  pages: 'pages',
};

const OPTIONS: Readonly<Record<string, LookOption>> = {
  '--title': { row: 'title', read: line((title) => ({ title })) },
  '--subtitle': { row: 'subtitle', read: line((subtitle) => ({ subtitle })) },
  '--paper': {
    row: 'pages',
    read: (given, name) => paperOf(given.values.get(name)?.at(-1) ?? '', name),
  },
  '--orientation': {
    row: 'pages',
    read: choice(['portrait', 'landscape'], (orientation) => ({ orientation })),
  },
  '--margins': {
    row: 'pages',
    read: (given, name) => pageMargins(given.values.get(name)?.at(-1) ?? '', name),
  },
  '--columns': {
    row: 'size',
    read: choice(['1', '2'], (columns) => ({ columns: columns === '1' ? 1 : 2 })),
  },
  '--typeface': { row: 'typeface', read: choice(['serif', 'sans'], (typeface) => ({ typeface })) },
  '--size': {
    row: 'size',
    read: (given, name) => ({ sizePoints: readNumber(given, name, { least: 7, most: 20 }) }),
  },
  '--leading': {
    row: 'size',
    read: (given, name) => ({ leading: readNumber(given, name, { least: 1.2, most: 2.4 }) }),
  },
  '--parts': { row: 'parts', read: choice(['none', 'source', 'month'], (parts) => ({ parts })) },
  '--starts': { row: 'starts', read: choice(['page', 'running'], (starts) => ({ starts })) },
  '--header': {
    row: 'furniture',
    read: line((text) => ({ hasHeader: true, header: keptTemplate(text, FIELDS) })),
  },
  '--footer': {
    row: 'furniture',
    read: line((text) => ({ hasFooter: true, footer: keptTemplate(text, FIELDS) })),
  },
  '--notes-at': { row: 'notesAt', read: choice(['margin', 'end'], (notesAt) => ({ notesAt })) },
  '--ink': { row: 'ink', read: choice(['colour', 'saving'], (ink) => ({ ink })) },
};

/** What may be in an export or not, by the names that `--with` and `--without` take. */
const PARTS: Readonly<
  Record<
    string,
    { readonly row: OptionRow; readonly change: (isOn: boolean) => Partial<ExportOptions> }
  >
> = {
  cover: { row: 'cover', change: (hasCover) => ({ hasCover }) },
  contents: { row: 'contents', change: (hasContents) => ({ hasContents }) },
  header: { row: 'furniture', change: (hasHeader) => ({ hasHeader }) },
  footer: { row: 'furniture', change: (hasFooter) => ({ hasFooter }) },
  outline: { row: 'outline', change: (hasOutline) => ({ hasOutline }) },
  metadata: { row: 'metadata', change: (hasMetadata) => ({ hasMetadata }) },
  'original-link': { row: 'originalLink', change: (hasOriginalLink) => ({ hasOriginalLink }) },
  endnotes: { row: 'endnotes', change: (hasEndnotes) => ({ hasEndnotes }) },
  'source-index': { row: 'sourceIndex', change: (hasSourceIndex) => ({ hasSourceIndex }) },
  highlights: { row: 'highlights', change: (hasHighlights) => ({ hasHighlights }) },
  notes: { row: 'notes', change: (hasNotes) => ({ hasNotes }) },
  hits: { row: 'hits', change: (hasHits) => ({ hasHits }) },
  pictures: { row: 'pictures', change: (hasPictures) => ({ hasPictures }) },
};

/** Names that `--with` and `--without` take, as the help lists them. */
export const partNames: readonly string[] = Object.keys(PARTS);

/** What `readArguments` has to know of these options: each takes a value. */
export const lookOptions: OptionTable = Object.fromEntries(
  ['--preset', '--with', '--without', ...Object.keys(OPTIONS)].map((name) => [name, 'value']),
);

/** Reads what is said of the look and the parts of an export. Throws `UsageError`. */
export function readWishes(given: Arguments, order: ExportOptions['order'] | null): ExportWishes {
  const looks = Object.entries(OPTIONS)
    .filter(([name]) => given.values.has(name))
    .map(([name, { row, read }]) => ({ words: name, row, change: read(given, name) }));
  const [added, left] = [namesOf(given, '--with'), namesOf(given, '--without')];
  const both = added.find((name) => left.includes(name));
  if (both !== undefined) {
    throw new UsageError(`${both} stands in both --with and --without; take one away.`);
  }
  const parts = [
    ...added.map((name) => partOf(name, '--with')),
    ...left.map((name) => partOf(name, '--without')),
  ];
  const all = [...looks, ...parts];
  const ordered = order === null ? {} : { order };
  return {
    preset: presetOf(given),
    changes: all.reduce<Partial<ExportOptions>>(
      (before, { change }) => ({ ...before, ...change }),
      ordered,
    ),
    named: all.map(({ words, row }) => ({ words, row })),
  };
}

function presetOf(given: Arguments): string | null {
  const name = given.values.get('--preset')?.at(-1) ?? null;
  if (name === '') throw new UsageError('--preset needs the name of a preset; it is empty.');
  return name;
}

function partOf(name: string, option: '--with' | '--without') {
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (part === undefined) {
    throw new UsageError(`${option} takes ${partNames.join(', ')}, not ${name || 'nothing'}.`);
  }
  return { words: `${option} ${name}`, row: part.row, change: part.change(option === '--with') };
}

const namesOf = (given: Arguments, option: string): readonly string[] =>
  (given.values.get(option) ?? []).flatMap((names) => names.split(',')).map((name) => name.trim());

/**
 * Refuses what would change nothing of an export: the dialog does not show it there. Throws `UsageError`. A preset may
 * say more than its format has a use for.
 */
export function refuseUseless(
  { named }: Pick<ExportWishes, 'named'>,
  options: { readonly format: ExportFormat; readonly layout: ExportOptions['layout'] },
): void {
  const isAlone = options.layout === 'separate';
  const useless = named.find(({ row }) => !usesRow({ options, isAlone }, row));
  if (useless === undefined) return;
  const what = isAlone ? 'A PDF of one post' : formatNames[options.format];
  throw new UsageError(`${what} has no use for ${useless.words}; see export --help.`);
}
