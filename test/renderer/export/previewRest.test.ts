import { expect, test } from 'vitest';
import { restBefore } from '../../../src/renderer/export/previewRest.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';

const changed = (part: Partial<typeof defaultExportOptions>): number =>
  restBefore(defaultExportOptions, { ...defaultExportOptions, ...part });

test('the first preview waits for nothing, one after typing waits for the end of the word', () => {
  expect(restBefore(null, defaultExportOptions)).toBe(0);
  const click = changed({ orientation: 'landscape' });
  for (const typed of [{ title: '河口' }, { header: '{page}' }, { customWidth: 12 }]) {
    expect(changed(typed)).toBeGreaterThan(click);
  }
  expect(changed({ hasCover: false })).toBe(click);
  // Other posts under the same options: no different from a click.
  expect(changed({})).toBe(click);
});
