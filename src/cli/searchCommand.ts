import { snippetsFor } from '../core/postSnippets.ts';
import type { PageRequest } from '../core/store/storeTypes.ts';
import { noFilters } from '../shared/defaults.ts';
import type { PlacedSnippet, PostSummary } from '../shared/model.ts';
import type { QueryHint } from '../shared/searchModel.ts';
import { MAX_PAGE_SIZE } from '../shared/schemas.ts';
import { explainQuery } from '../shared/query/explainQuery.ts';
import { parseQuery } from '../shared/query/parseQuery.ts';
import { isRefused } from '../shared/query/refusal.ts';
import { sayInChinese } from '../shared/query/sayChinese.ts';
import { sayInEnglish } from '../shared/query/sayEnglish.ts';
import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { languageOf } from './language.ts';
import { countOf, jsonText, printable } from './printable.ts';
import type { Reading } from './reading.ts';

type SearchInvocation = Extract<Invocation, { command: 'search' }>;

/** `search`: the posts that match, with an excerpt each. */
export async function searchCommand(
  invocation: SearchInvocation,
  { reader, marks }: Reading,
  io: CliIo,
): Promise<number> {
  const { query, sort, offset, limit, foldsVariants, snippets, isJson } = invocation;
  const explanation = invocation.isExplained ? explained(query, io) : null;
  const whole = { text: query, filters: noFilters, sort, foldsVariants };
  const request: PageRequest = { ...whole, offset, limit: 0 };
  const first = reader.search({ ...request, limit: Math.min(limit, MAX_PAGE_SIZE) }, marks);
  const hits = [...first.posts];
  while (hits.length < limit && offset + hits.length < first.total) {
    const rest = Math.min(limit - hits.length, MAX_PAGE_SIZE);
    const { posts } = reader.search(
      { ...request, offset: offset + hits.length, limit: rest },
      marks,
    );
    if (posts.length === 0) break;
    hits.push(...posts);
  }
  sayHints(first.hints, io);
  if (isRefused(first.hints)) return 1;
  const cut = snippetsFor(whole);
  const excerptsOf = ({ id }: PostSummary): readonly PlacedSnippet[] | null =>
    snippets === null ? null : cut(reader.getById(id)?.text ?? '', snippets);
  if (isJson) {
    const shown = hits.map((hit) => hitJson(hit, excerptsOf(hit)));
    const said = explanation === null ? {} : { explanation };
    const answer = { query, ...said, total: first.total, hits: shown };
    await io.write(`${jsonText(answer)}\n`);
    return 0;
  }
  if (explanation !== null) await io.write(`${printable(explanation)}\n`);
  await io.write(`${headline(first.total, offset, hits.length)}\n`);
  for (const hit of hits) {
    // Waits for the reader of the output.
    await io.write(hitText(hit, excerptsOf(hit)));
  }
  return 0;
}

/** What the query asks for, as a sentence in the person's language. */
function explained(query: string, io: CliIo): string {
  const explanation = explainQuery(parseQuery(query));
  return languageOf(io.environment) === 'zh'
    ? `${sayInChinese(explanation)}。`
    : `${sayInEnglish(explanation)}.`;
}

/** Tells which parts of a query were read otherwise than they look. */
export function sayHints(hints: readonly QueryHint[], io: CliIo): void {
  for (const hint of hints) io.say(`${printable(HINT_SENTENCES[hint.code](hint.part))}\n`);
}

const HINT_SENTENCES: Readonly<Record<QueryHint['code'], (part: string) => string>> = {
  'unknown-field': (part) => `${part} names no field and was taken as a word.`,
  'bad-date': (part) => `${part} is not a date and was taken as a word.`,
  'unbalanced-quote': (part) => `A quotation mark is missing at ${part}.`,
  'unbalanced-parenthesis': (part) => `A parenthesis is missing at ${part}.`,
  'bad-near': (part) => `${part} needs a term on both sides and was taken as a word.`,
  'bad-pattern': (part) => `${part} is no regular expression and was taken as a word.`,
  'no-value': (part) => `${part} has no value and was left out.`,
  'and-word': (part) => `${part} was taken as a word; a space between words already means both.`,
  'too-long': () => 'The query is too long and was not answered.',
  'too-slow': () => 'The query took too long and was not answered; narrow it with more words.',
};

function hitJson(hit: PostSummary, snippets: readonly PlacedSnippet[] | null): object {
  const { path, title, date, source, tags, categories, snippet } = hit;
  const facts = { path, title, date, source, tags, categories, snippet: snippet.text };
  return snippets === null ? facts : { ...facts, snippets };
}

function headline(total: number, offset: number, shown: number): string {
  if (total === 0) return 'No posts.';
  if (shown === total) return `${countOf(total, 'post')}:`;
  if (shown === 0) return `${countOf(total, 'post')}, none of them shown.`;
  return `${countOf(total, 'post')}, ${offset + 1} to ${offset + shown}:`;
}

function hitText(hit: PostSummary, snippets: readonly PlacedSnippet[] | null): string {
  const { path, title, day, source, snippet } = hit;
  const line = [
    day ?? 'no date',
    printable(title),
    ...(source === null ? [] : [printable(source)]),
  ];
  const texts = (snippets === null || snippets.length === 0 ? [snippet] : snippets)
    .map(({ text }) => printable(text).trim())
    .filter((text) => text !== '');
  return `\n${line.join('  ')}\n  ${printable(path)}\n${texts.map((text) => `  ${text}\n`).join('')}`;
}
