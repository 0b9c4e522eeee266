import type { Page } from '@playwright/test';
import type { Pen } from '../../src/shared/annotations.ts';

/** Of the page, in which the functions below run. */
declare const DOMParser: new () => {
  readonly parseFromString: (
    html: string,
    type: 'text/html',
  ) => { readonly body: { readonly textContent: string | null } };
};

/** Highlights and labels put into the open archive as the window's own calls do, for tests of what shows them. */

/** A passage to mark in the post with this title. */
export interface MarkedPassage {
  readonly title: string;
  readonly quote: string;
  readonly pen: Pen;
  readonly note: string | null;
}

/** What the page is given: it finds the posts by their titles and the passages in their words. */
interface Wanted {
  readonly passages: readonly MarkedPassage[];
  readonly labels: readonly (readonly [title: string, label: string])[];
}

/** The bridge that the page has, as far as this file uses it. */
interface PageBridge {
  readonly call: (channel: string, input: unknown) => Promise<{ ok: boolean; value: never }>;
}

/** Runs in the page. Everything it needs stands in it: a test sends its text over. */
async function put({ passages, labels }: Wanted): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page's own bridge; its types do not reach the test
  const { archive } = globalThis as unknown as { archive: PageBridge };
  const ask = async (channel: string, input: unknown): Promise<never> => {
    const outcome = await archive.call(channel, input);
    if (!outcome.ok) throw new Error(`${channel}: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
  const archives: readonly { readonly id: string }[] = await ask('archives.list', undefined);
  const archiveId = archives[0]?.id;
  const filters = {
    list: 'all',
    states: [],
    sources: [],
    categories: [],
    tags: [],
    labels: [],
    years: [],
    months: [],
    from: null,
    to: null,
  };
  const page: { readonly posts: readonly { id: number; title: string; path: string }[] } =
    await ask('posts.search', {
      archiveId,
      text: '',
      filters,
      sort: 'newest',
      offset: 0,
      limit: 500,
    });
  const postOf = (title: string) => {
    const post = page.posts.find((known) => known.title === title);
    if (post === undefined) throw new Error(`No post ${title}`);
    return post;
  };
  for (const { title, quote, pen, note } of passages) {
    const { path } = postOf(title);
    const post: { readonly html: string } = await ask('posts.get', { archiveId, path });
    const text = new DOMParser().parseFromString(post.html, 'text/html').body.textContent ?? '';
    const bare = (words: string): string => words.replaceAll(/\s/gu, '');
    const at = text.indexOf(quote);
    const start = at < 0 ? 0 : bare(text.slice(0, at)).length;
    const anchor = {
      quote,
      prefix: at < 0 ? '' : text.slice(Math.max(0, at - 64), at),
      suffix: at < 0 ? '' : text.slice(at + quote.length, at + quote.length + 64),
      position: [start, start + bare(quote).length],
    };
    await ask('highlights.add', { archiveId, path, pen, note, anchor });
  }
  for (const [title, label] of labels) {
    await ask('labels.set', { archiveId, ids: [postOf(title).id], add: [label], remove: [] });
  }
}

/** Marks passages in posts of the open archive, in this order. A quote that a post does not have becomes an orphan. */
export const markPassages = (page: Page, passages: readonly MarkedPassage[]): Promise<void> =>
  page.evaluate(put, { passages, labels: [] });

/** Puts labels on posts of the open archive. */
export const labelPosts = (
  page: Page,
  labels: readonly (readonly [title: string, label: string])[],
): Promise<void> => page.evaluate(put, { passages: [], labels });
