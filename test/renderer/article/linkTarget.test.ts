import { describe, expect, test } from 'vitest';
import { resolveLink } from '../../../src/renderer/article/linkTarget.ts';

const POST = 'news/_posts/2022-05-18-rain.md';

const allPaths = (href: string) => {
  const target = resolveLink(href, POST);
  return target.kind === 'post' ? target.paths : [];
};
const firstPath = (href: string) => allPaths(href)[0];

describe('resolveLink', () => {
  test.each([
    ['https://example.org/a?b#c', { kind: 'external', url: 'https://example.org/a?b#c' }],
    ['HTTP://example.org', { kind: 'external', url: 'HTTP://example.org' }],
    ['mailto:desk@example.org', { kind: 'external', url: 'mailto:desk@example.org' }],
    ['//example.org/a', { kind: 'external', url: 'https://example.org/a' }],
    ['#%E9%9B%A8', { kind: 'fragment', id: '雨' }],
    ['#100%', { kind: 'fragment', id: '100%' }],
    ['javascript:alert(1)', { kind: 'none' }],
    ['file:///etc/passwd', { kind: 'none' }],
    ['data:text/html,x', { kind: 'none' }],
    ['../../../outside.md', { kind: 'none' }],
    ['', { kind: 'none' }],
    ['/', { kind: 'none' }],
  ])('%s', (href, target) => {
    expect(resolveLink(href, POST)).toEqual(target);
  });

  test('a relative file is looked for beside the post, as named, first', () => {
    expect(firstPath('2022-05-19-sun.md')).toBe('news/_posts/2022-05-19-sun.md');
    expect(firstPath('../../notes/%E9%9B%A8%20%E5%A4%A9.md#top')).toBe('notes/雨 天.md');
    expect(resolveLink('a.md#top', POST)).toMatchObject({ fragment: 'top' });
  });

  test('a root-relative file is looked for from the folder of the archive', () => {
    expect(firstPath('/about.md')).toBe('about.md');
  });

  test('a built page leads to its source', () => {
    expect(allPaths('sun.html')).toContain('news/_posts/sun.md');
  });

  test("Jekyll's dated addresses lead to the dated file", () => {
    expect(allPaths('/news/2022/05/19/sun.html')).toContain('news/_posts/2022-05-19-sun.md');
    expect(allPaths('/2022/05/19/sun/')).toContain('_posts/2022-05-19-sun.md');
    expect(allPaths('2022-05-19-sun')).toContain('news/_posts/2022-05-19-sun.md');
  });
});
