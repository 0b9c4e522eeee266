import { listLabels } from '../core/store/bookmarkLabels.ts';
import { listSearches } from '../core/store/savedSearches.ts';
import { noFilters } from '../shared/defaults.ts';
import { isUnder } from '../shared/labels.ts';
import type { PostId } from '../shared/model.ts';
import { isRefused } from '../shared/query/refusal.ts';
import { AppError } from '../shared/result.ts';
import type { Filters, Sort } from '../shared/searchModel.ts';
import type { ExportChoice, ExportInvocation } from './exportInvocation.ts';
import type { CliIo } from './io.ts';
import type { Reading } from './reading.ts';
import { sayHints } from './searchCommand.ts';
import { findPost } from './showCommand.ts';

/** Posts that an export takes: named ones, by path, or a result. */
export type ChosenPosts =
  | { readonly kind: 'posts'; readonly paths: readonly string[]; readonly ids: readonly PostId[] }
  | {
      readonly kind: 'result';
      readonly text: string;
      readonly filters: Filters;
      readonly sort: Sort;
      readonly foldsVariants: boolean;
      /** What the choice is called, for the title of a book; empty when it has no name. */
      readonly name: string;
      /** Most posts; null = all of them. */
      readonly limit: number | null;
      readonly ids: readonly PostId[];
    };

/** Finds the posts. Throws `not-found` with a sentence when there are none, `bad-input` for a query that is refused. */
export function choosePosts(
  { choice, limit, foldsVariants }: Pick<ExportInvocation, 'choice' | 'limit' | 'foldsVariants'>,
  reading: Reading,
  io: CliIo,
): ChosenPosts {
  if (choice.kind === 'posts') {
    const { archive, reader } = reading;
    const search = { reader, folder: archive.folder, from: io.folder };
    const named = choice.paths.map((path) => findPost(path, search));
    const byPath = new Map(named.slice(0, limit ?? undefined).map(({ path, id }) => [path, id]));
    return { kind: 'posts', paths: [...byPath.keys()], ids: [...byPath.values()] };
  }
  const { name, ...asked } =
    choice.kind === 'saved' ? savedSearch(choice.name, reading) : askedFor(choice, reading);
  const result = { ...asked, foldsVariants };
  const { reader, marks } = reading;
  const { hints } = reader.search({ ...result, offset: 0, limit: 0 }, marks);
  sayHints(hints, io);
  if (isRefused(hints)) throw new AppError('bad-input', 'Nothing was exported.');
  const ids = reader.ids(result, marks).slice(0, limit ?? undefined);
  if (ids.length === 0) throw new AppError('not-found', `No post ${missedBy(choice)}.`);
  return { kind: 'result', ...result, name, limit, ids };
}

type Result = Pick<Extract<ChosenPosts, { kind: 'result' }>, 'text' | 'filters' | 'sort' | 'name'>;

/** A label means those under it too, as in the app; the book of one label has its name. */
function askedFor(
  { query, labels }: Extract<ExportChoice, { kind: 'query' }>,
  { library, archive }: Reading,
): Result {
  const known = labels.length === 0 ? [] : listLabels(library, archive.id);
  const under = known
    .map(({ label }) => label)
    .filter((label) => labels.some((folder) => isUnder(label, folder)));
  const [first = ''] = labels;
  return {
    text: query,
    filters: { ...noFilters, labels: under.length === 0 ? labels : under },
    sort: 'newest',
    name: labels.length === 1 && query.trim() === '' ? (first.split('/').at(-1) ?? first) : '',
  };
}

/** By its name as it is, else whatever the case of its letters. */
function savedSearch(name: string, { library, archive }: Reading): Result {
  const searches = listSearches(library, archive.id);
  const folded = name.toLowerCase();
  const found =
    searches.find((each) => each.name === name) ??
    searches.find((each) => each.name.toLowerCase() === folded);
  if (found !== undefined) {
    const { text, filters, sort } = found;
    return { text, filters, sort, name: found.name };
  }
  const names = searches.map((each) => each.name).join(', ');
  const known = names === '' ? 'none is saved in this archive' : `saved are: ${names}`;
  throw new AppError('not-found', `There is no saved search ${name}; ${known}.`);
}

function missedBy(choice: Exclude<ExportChoice, { kind: 'posts' }>): string {
  if (choice.kind === 'saved') return `matches the saved search ${choice.name}`;
  const { query, labels } = choice;
  const label = `has the label ${labels.join(' or ')}`;
  if (labels.length === 0) return query === '' ? 'is in this archive' : `matches ${query}`;
  return query === '' ? label : `matches ${query} and ${label}`;
}
