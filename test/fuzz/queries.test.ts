import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openIndexReader, openIndexWriter } from '../../src/core/store/openIndex.ts';
import type { IndexReader } from '../../src/core/store/storeTypes.ts';
import { parsePost } from '../../src/core/post/parsePost.ts';
import { plainSite } from '../../src/core/post/siteConfig.ts';
import { explainQuery } from '../../src/shared/query/explainQuery.ts';
import { parseQuery } from '../../src/shared/query/parseQuery.ts';
import { chipsOf, inOrder, replacePart, withoutPart } from '../../src/shared/query/queryChips.ts';
import { sayInChinese } from '../../src/shared/query/sayChinese.ts';
import { sayInEnglish } from '../../src/shared/query/sayEnglish.ts';
import {
  ARCHIVE,
  noMarks,
  record,
  request,
  temporaryFolder,
} from '../core/store/archiveFixture.ts';
import { literalTest } from '../core/store/oracleText.ts';
import { postTexts } from './corpus.ts';
import { FUZZ_TIMEOUT_MS, fuzz } from './fuzzRun.ts';
import { thrown } from './inputs.ts';
import { mutated } from './mutate.ts';
import { QUERY_PIECES } from './pieces.ts';
import { expectOrdered, expectReadable, expectSnippet } from './postRules.ts';

const TYPED = [
  'tag:harbour (tide OR "low water") -draft NEAR/5 潮水 date:2020..2022 sort:date',
  'title:"灯塔 管理" OR [lang:zh] is:unread has:image /bells?/i author:Ines* NOT (a b)',
  '“三 个” NEAR 词* after:2020-02 before:2022 path:_posts/ url:example.org [tags]',
];

const query = fc.oneof(
  thrown(QUERY_PIECES, 14),
  mutated({ texts: TYPED, pieces: QUERY_PIECES }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test('any query is read, said in words and taken apart', { timeout: FUZZ_TIMEOUT_MS }, () =>
  fuzz({ name: 'queries-read', percent: 10, inputs: query, check: checkReading }),
);

function checkReading(typed: string): void {
  for (const keepsVariants of [false, true]) {
    const explained = explainQuery(parseQuery(typed, { keepsVariants }));
    for (const sentence of [sayInEnglish(explained), sayInChinese(explained)]) {
      expect(sentence.trim()).not.toBe('');
      if (!typed.includes('undefined')) expect(sentence).not.toContain('undefined');
      if (!typed.includes('[object')) expect(sentence).not.toContain('[object');
    }
  }
  const chips = chipsOf(typed);
  expectOrdered(
    chips.map(({ start, end }) => [start, end]),
    typed,
  );
  for (const chip of chips.slice(0, 5)) {
    const without = withoutPart(typed, chip);
    expect(chipsOf(without).length, `without ${chip.text}`).toBeLessThan(chips.length);
    replacePart(typed, chip, 'x OR y');
  }
  expect(parseQuery(inOrder(typed, 'oldest')).sort ?? 'oldest').toBe('oldest');
}

/** Every text of the corpus as a post; the second half in segments of their own. */
function archive(): IndexReader {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  const records = postTexts().flatMap((text, at) => {
    const path = `_posts/2020-01-${String((at % 28) + 1).padStart(2, '0')}-${at}.md`;
    const outcome = parsePost({ path, bytes: Buffer.from(text), site: plainSite });
    return outcome.outcome === 'post' ? [record(path, outcome.post)] : [];
  });
  writer.put(records.slice(0, 20));
  writer.put(records.slice(20));
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('There is no index.');
  return reader;
}

test('any query is answered', { timeout: FUZZ_TIMEOUT_MS }, async () => {
  const reader = archive();
  const all = reader.search(request('', { limit: 200 }), noMarks).total;
  await fuzz({
    name: 'queries-answered',
    percent: 4,
    inputs: fc.record({
      typed: query,
      sort: fc.constantFrom('newest', 'oldest', 'relevance'),
      foldsVariants: fc.boolean(),
    }),
    check: ({ typed, sort, foldsVariants }) => {
      const page = reader.search(request(typed, { sort, foldsVariants, limit: 20 }), noMarks);
      // What is typed is told back as it was, halves of characters too.
      if (typed.isWellFormed()) expectReadable(page, null);
      expect(page.total).toBeLessThanOrEqual(all + 60);
      expect(page.posts.length).toBe(Math.min(page.total, 20));
      for (const { title, titleMarks, snippet } of page.posts) {
        expectOrdered(titleMarks, title);
        if (snippet !== null) expectSnippet(snippet);
      }
    },
  });
  reader.close();
});

test('a word is found where it stands and nowhere else', { timeout: FUZZ_TIMEOUT_MS }, async () => {
  const reader = archive();
  const texts: { readonly path: string; readonly parts: readonly string[] }[] = [];
  reader.each(null, noMarks, ({ path, title, text, kind }) => {
    if (kind === 'post') texts.push({ path, parts: [title, text] });
  });
  const words = texts.flatMap(({ parts }) => parts.flatMap((part) => part.match(WORDS) ?? []));
  const word = fc.oneof(
    fc.constantFrom(...words),
    fc
      .tuple(fc.constantFrom(...words), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 4 }))
      .map(([whole, from, length]) =>
        Array.from(whole)
          .slice(from, from + length)
          .join(''),
      ),
    fc.stringMatching(/^[a-z潮水灯塔]{1,3}$/u),
  );
  await fuzz({
    name: 'queries-exact',
    percent: 3,
    inputs: word.filter((one) => /[\p{L}\p{N}]/u.test(one) && !/^(?:OR|NOT|NEAR|AND)$/u.test(one)),
    check: (typed) => {
      const holds = literalTest({ text: typed, isPrefix: false, keepsVariants: false });
      const wanted = texts.filter(({ parts }) => parts.some(holds)).map(({ path }) => path);
      const { posts } = reader.search(request(`"${typed}"`, { limit: 200 }), noMarks);
      expect(posts.map(({ path }) => path).toSorted()).toEqual(wanted.toSorted());
    },
  });
  reader.close();
});

const WORDS = /[\p{L}\p{N}\p{M}]{1,12}/gu;
