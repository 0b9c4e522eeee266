import { describe, expect, test } from 'vitest';
import { outsideAddress } from '../../src/main/outsideAddress.ts';

describe('addresses that may open outside', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://Example.ORG', 'http://example.org/'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    [
      'mailto:desk@example.org?subject=A%20b&ATTACH=/etc/passwd&attachment=x&body=c&x-mailer=y',
      'mailto:desk@example.org?subject=A%20b&body=c',
    ],
    ['mailto:desk@example.org?attach=/etc/passwd', 'mailto:desk@example.org'],
    ['https://例え.jp/新闻', 'https://xn--r8jz45g.jp/%E6%96%B0%E9%97%BB'],
  ])('%s', (typed, opened) => {
    expect(outsideAddress(typed)).toBe(opened);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'app://broadsheet/index.html',
    'archive://id-0123456789abcdef/a.png',
    'vbscript:x',
    'smb://server/share',
    'ms-msdt:/id',
    'https://',
    '//example.org',
    '/etc/passwd',
    'example.org',
    '',
  ])('%j stays closed', (typed) => {
    expect(outsideAddress(typed)).toBeNull();
  });
});
