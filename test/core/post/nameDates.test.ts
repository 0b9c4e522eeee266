import { describe, expect, test } from 'vitest';
import { classifyPath } from '../../../src/core/post/conventions.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';

describe('dates in names', () => {
  test.each([
    ['2020年1月2日 日记.md', '2020-01-02', '日记'],
    ['2020年01月02号-日记.md', '2020-01-02', '日记'],
    ['2020年1月2日.md', '2020-01-02', '2020年1月2日'],
    ['20200102-x.md', '2020-01-02', 'x'],
    ['2020_01_02_x.md', '2020-01-02', 'x'],
    ['2020.1.2 x.txt', '2020-01-02', 'x'],
    ['1999-12-31T23-59-59Z-iso.md', '1999-12-31', 'iso'],
    ['1999-12-31T235959+0800-iso.md', '1999-12-31', 'iso'],
    ['19991231T235959 iso.md', '1999-12-31', 'iso'],
    ['1999-12-31T23_59 iso.md', '1999-12-31', 'iso'],
    ['1999-12-31-T23-shirts.md', '1999-12-31', 'T23 shirts'],
    ['1999-12-31Tales.md', '1999-12-31', 'Tales'],
    ['2020年13月2日 日记.md', null, '2020年13月2日 日记'],
    ['2020年度总结.md', null, '2020年度总结'],
  ])('%s', (path, day, name) => {
    const facts = classifyPath(path, plainSite);
    expect([facts.date?.day ?? null, facts.readableName]).toEqual([day, name]);
  });
});
