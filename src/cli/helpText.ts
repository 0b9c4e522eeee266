import { offeredFormats } from '../core/export/formats/offeredFormats.ts';
import { charsets } from '../shared/charsets.ts';
import type { ExportFormat } from '../shared/exportModel.ts';
import { partNames } from './exportWishes.ts';
import type { CommandName } from './invocation.ts';

const FORMATS = offeredFormats().join('|');

const ABOUT: Readonly<Record<ExportFormat, string>> = {
  pdf: 'one book; with --separate, FILE is a folder for one PDF a post. Starts Electron by itself, without a window.',
  epub: 'an e-book, pictures inside',
  html: 'one page, pictures inside',
  markdown: 'a new folder of the posts as Markdown, with front matter and pictures',
  jsonl: 'every field and the text, a post a line',
  csv: 'metadata and facets, a post a row',
  bib: 'citations, for BibTeX and biblatex',
  ris: 'citations, for reference managers',
  csl: 'citations, as CSL-JSON',
};

const formatLine = (format: ExportFormat): string => `  ${format.padEnd(8)}  ${ABOUT[format]}`;

/** In two lines. */
const partList = (): string => {
  const half = Math.ceil(partNames.length / 2);
  return `${partNames.slice(0, half).join(' ')}\n${partNames.slice(half).join(' ')}`;
};

const OVERVIEW = `Broadsheet reads large folders of posts. This is its command line; results go to standard output,
progress and messages to standard error.

  index FOLDER [--full] [--json]
      Bring the index of a folder up to date. --full reads every file again.
  search FOLDER QUERY [--sort relevance|newest|oldest] [--limit N] [--offset N] [--snippets N] [--explain]
         [--tell-variants-apart] [--json]
      List the posts that match, 50 if no limit is given.
  show FOLDER PATH [--format text|html|json]
      Print one post.
  dump FOLDER [QUERY]
      Print posts as JSON Lines; without a query everything, pages included.
  facets FOLDER [QUERY] [--json]
      Count sources, tags, categories and months.
  problems FOLDER [--json]
      List the files that could not be read, or not without a guess.
  highlights FOLDER [WORDS] [--format text|markdown|json]
      Print what was highlighted, with notes and links back.
  read-as FOLDER [CHARSET PATH ...] [--json]
      Read files, or all files below a folder, as a charset; detect takes that back. Without more, list what was chosen.
  export FOLDER --to FILE [--format ${FORMATS}]
         (--query QUERY | --label NAME | --saved NAME | --post PATH ...) [--limit N]
         [--order listed|date|source] [--separate] [--preset NAME] [--with PARTS] [--without PARTS] …
      Make a book or a file of posts. --query '' means all posts; --to - is standard output.
  library export FILE [--format json|html|markdown] [--json]
  library import FILE [--json]
      Write bookmarks, highlights, reading state and settings to a file; merge such a file into those here.

Everywhere: --data-dir DIR (where index and library live), --help, --version.
Options may stand anywhere; -- ends them. Exit code: 0 done, 1 failed, 2 wrong usage.
`;

const DETAILS: Readonly<Record<CommandName, string>> = {
  index: `index FOLDER [--full] [--json] [--data-dir DIR]

Reads the posts of FOLDER (Markdown, HTML, plain text) into its index. Only new and changed files are read,
unless --full is given. Nothing is ever written into FOLDER. Ctrl-C stops; the next run goes on from there.
--json prints {folder, posts, added, updated, removed, unchanged, problems, seconds}.
`,
  search: `search FOLDER QUERY [--sort relevance|newest|oldest] [--limit N] [--offset N] [--snippets N] [--explain]
       [--tell-variants-apart] [--json] [--data-dir DIR]

Lists the posts that match QUERY; an empty QUERY means all posts. Several words must all occur; "a phrase" occurs
as it stands; -word must not occur; OR, parentheses, NEAR/5 and /patterns/ combine; tag: category: source: title:
label: note: after: before: date: narrow the result; is:page gives pages such as README.md. --explain says what the query means.
Traditional and Simplified characters are alike unless --tell-variants-apart is given. --snippets N gives up to N
excerpts of each post. The index is used as it is: run index first.
--json prints {query, total, hits: [{path, title, date, source, tags, categories, snippet}]}, with --explain also
explanation; with --snippets, each hit also has snippets: [{text, marks, start, end}], places in the text of show in
UTF-16 units, marks in that of the excerpt.
`,
  show: `show FOLDER PATH [--format text|html|json] [--data-dir DIR]

Prints the post at PATH (relative to FOLDER): its text as search sees it, its HTML, or everything about it as JSON.
`,
  dump: `dump FOLDER [QUERY] [--data-dir DIR]

Prints one post a line as JSON, in the shape of show --format json. Without QUERY everything, pages included.
`,
  facets: `facets FOLDER [QUERY] [--json] [--data-dir DIR]

Counts the sources, tags, categories, years, months and states of all posts, or of those that match QUERY.
--json prints {total, sources, tags, categories, years, months, states}, each list of {value, count}.
`,
  problems: `problems FOLDER [--json] [--data-dir DIR]

Lists files that could not be read, or not without a guess, with what to do.
--json prints [{path, code, message}].
`,
  highlights: `highlights FOLDER [WORDS] [--format text|markdown|json] [--data-dir DIR]

Prints the highlights of FOLDER, those of the post marked last first. WORDS: only those whose passage, note or post's
title contain them all. markdown gives a page with a heading and a link for each post; json prints [{path, title, day,
source, pen, quote, note, isOrphan, createdAt, file, url}]. An orphan's words are not in its post any more.
`,
  'read-as': `read-as FOLDER [CHARSET PATH ...] [--json] [--data-dir DIR]

Reads the files at each PATH (relative to FOLDER; a folder means all files below it, . the whole archive) as CHARSET
from now on, and brings the index up to date. CHARSET detect takes the choice back. For a folder, files with a mark
and files that are sound UTF-8 stay as they are. The choice is kept in the library; no file is changed.
Charsets: ${charsets.join(' ')};
other names of the same (GBK, Latin-1, Shift-JIS) are understood.
Without CHARSET, lists what was chosen. --json prints [{path, isFolder, charset}].
`,
  export: `export FOLDER --to FILE [--format ${FORMATS}]
       (--query QUERY [--label NAME ...] | --label NAME ... | --saved NAME | --post PATH ...)
       [--limit N] [--order listed|date|source] [--separate] [--tell-variants-apart] [--data-dir DIR]
       [--preset NAME] [--with PARTS] [--without PARTS] [--title TEXT] [--subtitle TEXT] [--parts none|source|month]
       [--typeface serif|sans] [--size POINTS] [--leading N] [--columns 1|2] [--starts page|running]
       [--paper A4|A5|B5|Letter|WIDTHxHEIGHT] [--orientation portrait|landscape] [--margins narrow|normal|wide|LENGTHS]
       [--header TEXT] [--footer TEXT] [--notes-at margin|end] [--ink colour|saving]

Writes the posts that match QUERY ('' means all), those whose bookmark has a label or one under it, those of a saved
search, or those named with --post, one path or several. --limit N takes the first N as they are listed: the newest, or
the best where QUERY says sort:relevance. Without --format the ending of FILE tells it (.json is CSL-JSON, csl). listed:
as named, or as the result is sorted, newest first if not told; date: oldest first; source: by source, then by date.
${offeredFormats().map(formatLine).join('\n')}

--preset takes the options that the app keeps under NAME; what is written here goes before it. Without one, options are
those of an app in which nothing was changed. PARTS, with commas between, are what may come along:
${partList()}.
--with hits marks what was searched for. --leading is a multiple of the size. Lengths are millimetres unless they say in,
cm or pt; --margins takes one, TOP,SIDE or TOP,RIGHT,BOTTOM,LEFT, --paper also 6x9in. A line of --header or --footer is
'left | middle | right' with {source} {date} {title} {archive} {book} {page} {pages}. An option that the format has no use
for is refused.

--to - writes to standard output, but for what is a folder. FILE appears whole or not at all, and takes the place of one
that is there. Ctrl-C stops and leaves no partial file.
`,
  library: `library export FILE [--format json|html|markdown] [--json] [--data-dir DIR]
library import FILE [--json] [--data-dir DIR]

export writes bookmarks with labels, highlights, notes, reading state, saved searches, what files are read as, and
settings as one JSON file; or the bookmarks of all
archives as a page of links (html, which browsers import, or markdown). FILE appears whole or not at all.
import merges such a JSON file: of two changes of one mark the later one wins, settings changed here stay, and marks
whose post is not here are kept. Importing a file twice changes nothing more; a backup is made before.
--json prints for export {file, archiveCount, bookmarkCount, highlightCount}, for import {file, archives: [{archiveId,
name, match, bookmarks, readingState, highlights, notes, labels, savedSearches, before, after, waiting}],
settingsTaken, unknownFields}.
`,
};

/** What `--help` prints, for one command or for all. */
export function helpText(command: CommandName | null): string {
  return command === null ? OVERVIEW : DETAILS[command];
}
