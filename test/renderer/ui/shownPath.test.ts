import { expect, test } from 'vitest';
import { shownPath } from '../../../src/renderer/ui/shownPath.ts';

test.each([
  ['/home/an/Archives/press', '/home/an', '~/Archives/press'],
  ['/home/an', '/home/an', '~'],
  ['/home/anna/press', '/home/an', '/home/anna/press'],
  ['C:\\Users\\An\\press', 'C:\\Users\\An', '~\\press'],
  ['/srv/press', '/home/an', '/srv/press'],
  ['/srv/press', '', '/srv/press'],
])('%s in the home %s is shown as %s', (path, home, shown) => {
  expect(shownPath(path, home)).toBe(shown);
});
