import { expect, test } from 'vitest';
import { changedOptions } from '../../../src/renderer/export/changedOptions.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';

const start = { exportOptions: defaultExportOptions, otherExportOptions: [] };

test('each format has what was chosen for it last', () => {
  const landscape = changedOptions(start, { orientation: 'landscape', order: 'source' });
  const table = changedOptions(landscape, { format: 'csv' });
  expect(table.exportOptions.order).toBe('source');
  const byDate = changedOptions(table, { order: 'date' });
  const book = changedOptions(byDate, { format: 'pdf' });
  expect(book.exportOptions).toMatchObject({ orientation: 'landscape', order: 'source' });
  const again = changedOptions(book, { format: 'csv' });
  expect(again.exportOptions.order).toBe('date');
  expect(again.otherExportOptions.map(({ format }) => format)).toEqual(['pdf']);
});

test('a preset of another format brings all of its own options', () => {
  const preset = { ...defaultExportOptions, format: 'epub', hasPictures: false } as const;
  const chosen = changedOptions(changedOptions(start, { hasNotes: false }), preset);
  expect(chosen.exportOptions).toEqual(preset);
  expect(chosen.otherExportOptions).toHaveLength(1);
});

test('a title is not kept', () => {
  const named = changedOptions(start, { title: 'One book' });
  expect(named.exportOptions.title).toBe('');
});
