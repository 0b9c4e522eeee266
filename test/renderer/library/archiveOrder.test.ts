import { expect, test } from 'vitest';
import { inSwitcherOrder } from '../../../src/renderer/library/archiveOrder.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import type { Archive } from '../../../src/shared/model.ts';

const archive = (name: string, lastOpenedAt: string | null, folder = `/${name}`): Archive => ({
  id: asArchiveId('0123456789abcdef'),
  name,
  folder,
  seal: 'N',
  postCount: null,
  lastOpenedAt,
  isPresent: true,
  isSample: false,
});

test('archives keep their number whichever was opened last; Chinese names stand by pinyin', () => {
  const before = [
    archive('新华', '2024-05-01'),
    archive('北京', null),
    archive('Atlas 10', '2024-01-01'),
  ];
  const after = [
    archive('北京', '2024-06-01'),
    archive('Atlas 10', '2024-05-01'),
    archive('新华', null),
  ];
  const names = (list: readonly Archive[]) => inSwitcherOrder(list).map(({ name }) => name);
  expect(names(before)).toEqual(names(after));
  const chinese = names(before).filter((name) => !name.startsWith('Atlas'));
  expect(chinese).toEqual(['北京', '新华']);
});

test('archives of one name stand by their folder', () => {
  const two = [archive('News', null, '/b'), archive('News', null, '/a')];
  expect(inSwitcherOrder(two).map(({ folder }) => folder)).toEqual(['/a', '/b']);
});
