import { Cite, plugins } from '@citation-js/core';
// oxlint-disable-next-line import/no-unassigned-import -- registers the CSL engine with the library
import '@citation-js/plugin-csl';
import type { CslEntry } from './citedPost.ts';
import { GBT_STYLE } from './gbt7714.ts';

const GBT = 'broadsheet-gbt7714';
plugins.config.get('@csl').styles.add(GBT, GBT_STYLE);

/** One entry as a line of a list of references, without its number. */
export function referenceLine(entry: CslEntry, style: 'gbt7714' | 'apa'): string {
  const template = style === 'apa' ? 'apa' : GBT;
  // Entries go in one by one: their order is the reader's, and nothing but this object is looked at.
  const text = new Cite([entry]).format('bibliography', {
    template,
    lang: 'en-US',
    format: 'text',
  });
  return text.replaceAll(/\s+/gu, ' ').trim();
}
