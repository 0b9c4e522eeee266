import { describe, expect, test } from 'vitest';
import { readLink } from '../../../src/renderer/article/linkTarget.ts';

describe('readLink', () => {
  test.each([
    ['https://example.org/a?b#c', { kind: 'web', url: 'https://example.org/a?b#c' }],
    ['HTTP://example.org', { kind: 'web', url: 'HTTP://example.org' }],
    ['//example.org/a', { kind: 'web', url: 'https://example.org/a' }],
    ['mailto:desk@example.org', { kind: 'mail', url: 'mailto:desk@example.org' }],
    ['#%E9%9B%A8', { kind: 'fragment', id: '雨' }],
    ['#100%', { kind: 'fragment', id: '100%' }],
    ['a.md#top', { kind: 'inside' }],
    ['/', { kind: 'inside' }],
    ['./12:30.html', { kind: 'inside' }],
    ['javascript:alert(1)', { kind: 'none' }],
    ['file:///etc/passwd', { kind: 'none' }],
    ['data:text/html,x', { kind: 'none' }],
    ['', { kind: 'none' }],
  ])('%s', (href, target) => {
    expect(readLink(href)).toEqual(target);
  });
});
