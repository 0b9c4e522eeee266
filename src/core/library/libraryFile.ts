import * as v from 'valibot';
import { AppError } from '../../shared/result.ts';
import {
  type ArchiveContents,
  keptArchiveSchema,
  keptBookmarkSchema,
  keptChoiceSchema,
  keptStateSchema,
  type LibraryContents,
} from '../store/libraryContents.ts';
import {
  keptHighlightSchema,
  keptLabelSchema,
  keptNoteSchema,
  keptSearchSchema,
  type WrittenRows,
} from '../store/writtenRows.ts';

/** What the file calls itself; docs/libraryFile.md describes it. */
const LIBRARY_FORMAT = 'broadsheet-library';

/** Raised when a reader of an earlier version would misunderstand the file; a further field does not raise it. */
const LIBRARY_FILE_VERSION = 1;

/** A library file as it was read. */
export interface LibraryFile {
  readonly contents: LibraryContents;
  /** Fields this Broadsheet does not know and did not take, each once (`archives[].highlights`). */
  readonly unknownFields: readonly string[];
}

const archiveSchema = v.looseObject({
  ...keptArchiveSchema.entries,
  view: v.optional(v.nullable(v.looseObject({})), null),
  bookmarks: v.optional(v.array(v.looseObject(keptBookmarkSchema.entries)), []),
  readingState: v.optional(v.array(v.looseObject(keptStateSchema.entries)), []),
  readAs: v.optional(v.array(v.looseObject(keptChoiceSchema.entries)), []),
  highlights: v.optional(v.array(v.looseObject(keptHighlightSchema.entries)), []),
  notes: v.optional(v.array(v.looseObject(keptNoteSchema.entries)), []),
  labels: v.optional(v.array(v.looseObject(keptLabelSchema.entries)), []),
  savedSearches: v.optional(v.array(v.looseObject(keptSearchSchema.entries)), []),
});

const headSchema = v.looseObject({ format: v.literal(LIBRARY_FORMAT), version: v.number() });

const fileSchema = v.looseObject({
  format: v.literal(LIBRARY_FORMAT),
  version: v.number(),
  writtenAt: v.optional(v.string()),
  writtenBy: v.optional(v.string()),
  settings: v.optional(v.record(v.string(), v.unknown()), {}),
  archives: v.optional(v.array(archiveSchema), []),
});

/**
 * PURE. Writes a library as a JSON text, one row a line, in pieces, so that a large one is never in memory twice.
 *
 * @param writtenBy name and version of the program, for whoever reads the file
 */
export function* libraryFileText(
  { archives, settings }: LibraryContents,
  { now, writtenBy }: { readonly now: Date; readonly writtenBy: string },
): Generator<string, void> {
  const head = {
    format: LIBRARY_FORMAT,
    version: LIBRARY_FILE_VERSION,
    writtenAt: now.toISOString(),
    writtenBy,
    settings: Object.fromEntries([...settings].map(([key, value]) => [key, parseKept(value)])),
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "archives": [`;
  let separator = '\n';
  for (const each of archives) {
    yield separator;
    yield* archiveText(each);
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}

function* archiveText(contents: ArchiveContents): Generator<string, void> {
  const { archive, view, bookmarks, readingState, readAs, written } = contents;
  const head = JSON.stringify({ ...archive, view: view === null ? null : parseKept(view) });
  yield `  ${head.slice(0, -1)}`;
  for (const [name, rows] of Object.entries({ bookmarks, readingState, readAs, ...written })) {
    yield `,\n   "${name}": [`;
    yield* rowsText(rows);
    yield ']';
  }
  yield '}';
}

function* rowsText(rows: readonly object[]): Generator<string, void> {
  let separator = '\n    ';
  for (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n    ';
  }
}

/**
 * PURE. Understands the text of a library file.
 *
 * @param file its name, for messages
 * @throws {AppError} `library-file-invalid` with what is wrong and where; nothing of a wrong file is taken
 */
export function readLibraryFile(text: string, file: string): LibraryFile {
  const raw = parseJson(text, file);
  const head = v.safeParse(headSchema, raw);
  if (!head.success) {
    throw invalid(file, `it does not say "format": "${LIBRARY_FORMAT}" with a version.`);
  }
  if (head.output.version > LIBRARY_FILE_VERSION) {
    throw invalid(
      file,
      `a newer Broadsheet wrote it (version ${head.output.version} of the format, this one knows ${LIBRARY_FILE_VERSION}); update Broadsheet.`,
    );
  }
  const parsed = v.safeParse(fileSchema, raw, { abortEarly: true });
  if (!parsed.success) throw invalid(file, sentenceOf(parsed.issues[0]));
  const { archives, settings } = parsed.output;
  refuseTwice(archives, file);
  return {
    contents: {
      archives: archives.map(({ view, bookmarks, readingState, readAs, ...archive }) => ({
        archive: v.parse(keptArchiveSchema, archive),
        bookmarks,
        readingState,
        readAs,
        written: writtenOf(archive),
        view: view === null ? null : JSON.stringify(view),
      })),
      settings: new Map(
        Object.entries(settings).map(([key, value]) => [key, JSON.stringify(value)]),
      ),
    },
    unknownFields: unknownFieldsOf(parsed.output),
  };
}

const ROW_SCHEMAS = {
  bookmarks: keptBookmarkSchema,
  readingState: keptStateSchema,
  readAs: keptChoiceSchema,
  highlights: keptHighlightSchema,
  notes: keptNoteSchema,
  labels: keptLabelSchema,
  savedSearches: keptSearchSchema,
} as const;

type ParsedFile = v.InferOutput<typeof fileSchema>;

function writtenOf({
  highlights,
  notes,
  labels,
  savedSearches,
}: Pick<ParsedFile['archives'][number], keyof WrittenRows>): WrittenRows {
  return { highlights, notes, labels, savedSearches };
}

function unknownFieldsOf(file: ParsedFile): readonly string[] {
  const found = new Set<string>();
  const note = (place: string, value: object, known: object): void => {
    for (const key of Object.keys(value)) if (!Object.hasOwn(known, key)) found.add(place + key);
  };
  note('', file, fileSchema.entries);
  for (const archive of file.archives) {
    note('archives[].', archive, archiveSchema.entries);
    for (const [name, schema] of Object.entries(ROW_SCHEMAS)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of ROW_SCHEMAS are those of an archive
      for (const row of archive[name as keyof typeof ROW_SCHEMAS]) {
        note(`archives[].${name}[].`, row, schema.entries);
      }
    }
  }
  return [...found].toSorted();
}

function refuseTwice(archives: ParsedFile['archives'], file: string): void {
  const seen = new Set<string>();
  for (const { id } of archives) {
    if (seen.has(id)) throw invalid(file, `it names the archive ${id} twice.`);
    seen.add(id);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw invalid(file, `it is not JSON: ${detail}.`);
  }
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  return `${where === null ? 'it' : `the value at ${where}`} is wrong: ${issue.message}.`;
}

function invalid(file: string, reason: string): AppError {
  return new AppError('library-file-invalid', `${file} cannot be imported: ${reason}`, {
    path: file,
  });
}

/** A value of the library as it was kept; null where it went bad. */
function parseKept(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
