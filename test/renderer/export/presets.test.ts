import { describe, expect, test } from 'vitest';
import { presetOf, renamedPreset, withPreset } from '../../../src/renderer/export/presets.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';
import type { ExportOptions } from '../../../src/shared/exportModel.ts';

const wide: ExportOptions = { ...defaultExportOptions, orientation: 'landscape', margins: 'wide' };
const kept = withPreset(withPreset([], 'Plain', defaultExportOptions), '墙报', wide);
const names = (presets: typeof kept): readonly string[] => presets.map(({ name }) => name);

describe('presets of an export', () => {
  test('are told by what they choose, whatever the order of the fields and the title of the book', () => {
    const turned = Object.fromEntries(Object.entries(wide).toReversed());
    expect(presetOf(kept, { ...wide, ...turned, title: 'A book', subtitle: 'of mine' })?.name).toBe(
      '墙报',
    );
    expect(
      presetOf(kept, { ...wide, customMargins: { ...wide.customMargins, left: 21 } }),
    ).toBeNull();
    expect(presetOf([], wide)).toBeNull();
  });

  test('keep no title: it is of one book', () => {
    const [made] = withPreset([], 'One', { ...wide, title: 'A book', subtitle: 'of mine' });
    expect(made?.options).toEqual({ ...wide, title: '', subtitle: '' });
  });

  test('of the same name give way in their place; the list that was is left alone', () => {
    const again = withPreset(kept, 'Plain', wide);
    expect(names(again)).toEqual(['Plain', '墙报']);
    expect(again[0]?.options.orientation).toBe('landscape');
    expect(kept[0]?.options.orientation).toBe('portrait');
  });

  test('are renamed in their place; what bore the name goes, a name kept changes nothing', () => {
    expect(names(renamedPreset(kept, 'Plain', 'Print'))).toEqual(['Print', '墙报']);
    expect(renamedPreset(kept, 'Plain', '墙报')).toEqual([
      { name: '墙报', options: kept[0]?.options },
    ]);
    expect(renamedPreset(kept, 'Plain', 'Plain')).toBe(kept);
    expect(renamedPreset(kept, 'gone', 'x')).toEqual(kept);
  });
});
