import { describe, expect, test } from 'vitest';
import { pageStyle } from '../../../../src/core/export/book/pageGeometry.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import { hasNarrowedMargins, pageGeometry } from '../../../../src/shared/exportLayout.ts';

describe('page geometry', () => {
  test('landscape turns the paper', () => {
    expect(pageGeometry({ ...defaultExportOptions, orientation: 'landscape' })).toEqual({
      width: 297,
      height: 210,
      margins: { top: 20, right: 20, bottom: 20, left: 20 },
    });
  });
  test('margins leave room for text, by the same share on both sides', () => {
    const narrow = {
      ...defaultExportOptions,
      pageSize: 'custom',
      customWidth: 60,
      customHeight: 90,
      margins: 'custom',
      customMargins: { top: 10, right: 20, bottom: 10, left: 40 },
    } as const;
    expect(pageGeometry(narrow).margins).toEqual({ top: 10, right: 10, bottom: 10, left: 20 });
    expect(hasNarrowedMargins(narrow)).toBe(true);
    const most = { top: 100, right: 100, bottom: 100, left: 100 };
    for (const pageSize of ['A4', 'A5', 'B5', 'Letter', 'custom'] as const) {
      const { width, height, margins } = pageGeometry({ ...narrow, pageSize, customMargins: most });
      expect(width - margins.left - margins.right, pageSize).toBeGreaterThanOrEqual(30);
      expect(height - margins.top - margins.bottom, pageSize).toBeGreaterThanOrEqual(30);
    }
    expect(hasNarrowedMargins({ ...narrow, pageSize: 'A4' })).toBe(false);
  });
  test.each(['top', 'right', 'bottom', 'left'] as const)(
    'a margin made smaller is told, also of one side alone: %s',
    (side) => {
      const customMargins = { top: 0, right: 0, bottom: 0, left: 0, [side]: 100 };
      const options = { ...defaultExportOptions, margins: 'custom', customMargins } as const;
      expect(hasNarrowedMargins(options)).toBe(false);
      const small = { ...options, pageSize: 'custom', customWidth: 60, customHeight: 60 } as const;
      expect(hasNarrowedMargins(small)).toBe(true);
    },
  );
  test('the style sheet carries paper, margins and type size', () => {
    const style = pageStyle({
      ...defaultExportOptions,
      pageSize: 'A5',
      margins: 'wide',
      sizePoints: 9,
    });
    expect(style).toContain('size: 148mm 210mm; margin: 28mm');
    expect(style).toContain('9pt');
  });
});
