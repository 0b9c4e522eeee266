import type { ActionContext } from './actionContext.ts';

/** Characters of the titles whose faces are loaded ahead. */
const SAMPLE_LENGTH = 1000;

/**
 * Has main open what pages are previewed with, where the reader's exports are PDFs: it takes longer than the dialog does.
 * Titles of the list tell which faces the pages will likely take.
 */
export function warmPreview({ store, api }: Pick<ActionContext, 'store' | 'api'>): void {
  const { settings, session } = store.getState();
  const { format, typeface } = settings.exportOptions;
  if (format !== 'pdf') return;
  const titles = session?.result?.head.posts.map(({ title }) => title) ?? [];
  const sample = titles.join('\n').slice(0, SAMPLE_LENGTH);
  void api.call('export.warmPreview', { typeface, sample });
}
