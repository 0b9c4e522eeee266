import type { Charset } from '../shared/charsets.ts';
import { charsetNamed } from '../shared/charsets.ts';
import type { LibraryFileFormat } from '../shared/libraryModel.ts';
import type { Sort } from '../shared/searchModel.ts';
import { oneOf, readCount, take } from './argumentValues.ts';
import { readExport } from './exportInvocation.ts';
import type { ExportInvocation } from './exportInvocation.ts';
import { lookOptions } from './exportWishes.ts';
import { UsageError, readArguments } from './readArguments.ts';
import type { Arguments } from './readArguments.ts';

/** What the person asked for, checked as far as it can be without looking at any file. Paths are as typed. */
export type Invocation =
  | {
      readonly command: 'index';
      readonly folder: string;
      readonly isFull: boolean;
      readonly isJson: boolean;
    }
  | {
      readonly command: 'search';
      readonly folder: string;
      readonly query: string;
      readonly sort: Sort;
      readonly limit: number;
      readonly offset: number;
      /** False = Traditional and Simplified characters are told apart. */
      readonly foldsVariants: boolean;
      /** Say what the query means. */
      readonly isExplained: boolean;
      /** Most excerpts of each post; null = the one of the list. */
      readonly snippets: number | null;
      readonly isJson: boolean;
    }
  | {
      readonly command: 'show';
      readonly folder: string;
      readonly path: string;
      readonly format: 'text' | 'html' | 'json';
    }
  /** `query` null = everything, pages included. */
  | { readonly command: 'dump'; readonly folder: string; readonly query: string | null }
  | {
      readonly command: 'facets';
      readonly folder: string;
      readonly query: string;
      readonly isJson: boolean;
    }
  | { readonly command: 'problems'; readonly folder: string; readonly isJson: boolean }
  | {
      readonly command: 'highlights';
      readonly folder: string;
      readonly query: string;
      readonly format: 'text' | 'markdown' | 'json';
    }
  /** `charset` null = detect again. Without paths, what was chosen is listed. */
  | {
      readonly command: 'read-as';
      readonly folder: string;
      readonly charset: Charset | null;
      readonly paths: readonly string[];
      readonly isJson: boolean;
    }
  /** Not about a folder of posts: `folder` is empty. */
  | {
      readonly command: 'library';
      readonly folder: '';
      readonly act: 'export' | 'import';
      readonly file: string;
      /** Of an export. */
      readonly format: LibraryFileFormat;
      readonly isJson: boolean;
    }
  | ExportInvocation;

/** Name of a command. */
export type CommandName = Invocation['command'];

/** All commands, in the order of the help. */
const commandNames = [
  'index',
  'search',
  'show',
  'dump',
  'facets',
  'problems',
  'highlights',
  'read-as',
  'export',
  'library',
] as const satisfies readonly CommandName[];

/** A command line understood. */
export type Request =
  | { readonly kind: 'run'; readonly invocation: Invocation; readonly dataFolder: string | null }
  | { readonly kind: 'help'; readonly command: CommandName | null }
  | { readonly kind: 'version' };

/** Hits of `search` when no `--limit` is given. */
const DEFAULT_LIMIT = 50;

const OPTIONS = {
  '--data-dir': 'value',
  '--help': 'flag',
  '--version': 'flag',
  '--json': 'flag',
  '--full': 'flag',
  '--sort': 'value',
  '--limit': 'value',
  '--offset': 'value',
  '--tell-variants-apart': 'flag',
  '--explain': 'flag',
  '--snippets': 'value',
  '--format': 'value',
  '--to': 'value',
  '--query': 'value',
  '--post': 'value',
  '--label': 'value',
  '--saved': 'value',
  '--order': 'value',
  '--separate': 'flag',
} as const;

type OptionName = keyof typeof OPTIONS;

const EVERYWHERE: readonly OptionName[] = ['--data-dir', '--help', '--version'];

const OPTIONS_OF: Readonly<Record<CommandName, readonly OptionName[]>> = {
  index: ['--full', '--json'],
  search: [
    '--sort',
    '--limit',
    '--offset',
    '--tell-variants-apart',
    '--explain',
    '--snippets',
    '--json',
  ],
  show: ['--format'],
  dump: [],
  facets: ['--json'],
  problems: ['--json'],
  highlights: ['--format'],
  'read-as': ['--json'],
  export: [
    '--to',
    '--format',
    '--query',
    '--label',
    '--saved',
    '--post',
    '--limit',
    '--order',
    '--separate',
    '--tell-variants-apart',
  ],
  library: ['--format', '--json'],
};

/** Understands a command line (without the program's name). Throws `UsageError`. */
export function readInvocation(line: readonly string[]): Request {
  if (line[0] === '-h') return { kind: 'help', command: null };
  if (line[0] === '-v' || line[0] === '-V') return { kind: 'version' };
  const given = readArguments(line, { ...OPTIONS, ...lookOptions });
  if (given.flags.has('--version')) return { kind: 'version' };
  const [first, ...words] = given.words;
  if (given.flags.has('--help') || first === 'help') {
    return { kind: 'help', command: commandNamed(first) ?? commandNamed(words[0]) };
  }
  const command = commandNamed(first);
  if (command === null) throw unknownCommand(first);
  refuseForeignOptions(command, given);
  const dataFolder = given.values.get('--data-dir')?.at(-1) ?? null;
  if (dataFolder === '') throw new UsageError('--data-dir needs the name of a folder.');
  return { kind: 'run', invocation: READERS[command](words, given), dataFolder };
}

function commandNamed(word: string | undefined): CommandName | null {
  return commandNames.find((name) => name === word) ?? null;
}

function unknownCommand(word: string | undefined): UsageError {
  return new UsageError(
    word === undefined
      ? 'A command is needed; --help lists them.'
      : `There is no command ${word}; --help lists them.`,
  );
}

type Reader = (words: readonly string[], given: Arguments) => Invocation;

const READERS: Readonly<Record<CommandName, Reader>> = {
  index: (words, given) => {
    const [folder] = take(words, { command: 'index', names: ['FOLDER'] });
    return { command: 'index', folder, isFull: given.flags.has('--full'), isJson: isJson(given) };
  },
  search: (words, given) => {
    const [folder, query] = take(words, { command: 'search', names: ['FOLDER', 'QUERY'] });
    return {
      command: 'search',
      folder,
      query,
      sort: readSort(given, query),
      limit: readCount(given, '--limit', DEFAULT_LIMIT),
      offset: readCount(given, '--offset', 0),
      foldsVariants: !given.flags.has('--tell-variants-apart'),
      isExplained: given.flags.has('--explain'),
      snippets: given.values.has('--snippets') ? readCount(given, '--snippets', 0) : null,
      isJson: isJson(given),
    };
  },
  show: (words, given) => {
    const [folder, path] = take(words, { command: 'show', names: ['FOLDER', 'PATH'] });
    const format = oneOf(given, { name: '--format', values: ['text', 'html', 'json'] });
    return { command: 'show', folder, path, format: format ?? 'text' };
  },
  dump: (words) => {
    const [folder, query] = take(words, { command: 'dump', names: ['FOLDER'], optional: 'QUERY' });
    return { command: 'dump', folder, query: words.length > 1 ? query : null };
  },
  facets: (words, given) => {
    const [folder, query] = take(words, {
      command: 'facets',
      names: ['FOLDER'],
      optional: 'QUERY',
    });
    return { command: 'facets', folder, query, isJson: isJson(given) };
  },
  problems: (words, given) => {
    const [folder] = take(words, { command: 'problems', names: ['FOLDER'] });
    return { command: 'problems', folder, isJson: isJson(given) };
  },
  highlights: (words, given) => {
    const [folder, query] = take(words, {
      command: 'highlights',
      names: ['FOLDER'],
      optional: 'WORDS',
    });
    const format = oneOf(given, { name: '--format', values: ['text', 'markdown', 'json'] });
    return { command: 'highlights', folder, query, format: format ?? 'text' };
  },
  'read-as': (words, given) => {
    const [folder = '', name, ...paths] = words;
    if (folder === '') throw new UsageError('read-as needs FOLDER; see read-as --help.');
    if (name !== undefined && paths.length === 0) {
      throw new UsageError("read-as needs PATH; '.' means the whole archive.");
    }
    return { command: 'read-as', folder, charset: readCharset(name), paths, isJson: isJson(given) };
  },
  export: readExport,
  library: readLibrary,
};

function readLibrary(words: readonly string[], given: Arguments): Invocation {
  const [act, file] = take(words, { command: 'library', names: ['export or import', 'FILE'] });
  if (act !== 'export' && act !== 'import') {
    throw new UsageError(`library takes export or import, not ${act}.`);
  }
  if (file === '') throw new UsageError('library needs FILE; it is empty.');
  if (act === 'import' && given.values.has('--format')) {
    throw new UsageError('library import reads JSON only and has no option --format.');
  }
  const format = oneOf(given, { name: '--format', values: ['json', 'html', 'markdown'] }) ?? 'json';
  return { command: 'library', folder: '', act, file, format, isJson: isJson(given) };
}

function refuseForeignOptions(command: CommandName, given: Arguments): void {
  const looks = command === 'export' ? Object.keys(lookOptions) : [];
  const known: readonly string[] = [...EVERYWHERE, ...OPTIONS_OF[command], ...looks];
  const foreign = [...given.flags, ...given.values.keys()].find((name) => !known.includes(name));
  if (foreign !== undefined)
    throw new UsageError(`${command} has no option ${foreign}; see ${command} --help.`);
}

function isJson(given: Arguments): boolean {
  return given.flags.has('--json');
}

/** Without a query nothing is more relevant than anything else. */
function readSort(given: Arguments, query: string): Sort {
  const sort = oneOf(given, { name: '--sort', values: ['relevance', 'newest', 'oldest'] });
  return sort ?? (query.trim() === '' ? 'newest' : 'relevance');
}

/** Null = to be detected; nothing typed means the same, as nothing is set then. */
function readCharset(name: string | undefined): Charset | null {
  if (name === undefined || name.toLowerCase() === 'detect') return null;
  const charset = charsetNamed(name);
  if (charset !== null) return charset;
  throw new UsageError(`There is no charset ${name}; read-as --help lists them.`);
}
