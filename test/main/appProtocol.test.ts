import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageFile } from '../../src/main/appProtocol.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/main/contentSecurityPolicy.ts';
import { isRequestAllowed } from '../../src/main/noNetwork.ts';

const folder = join(sep, 'app', 'out', 'renderer');

describe('files of the page', () => {
  test.each([
    ['app://broadsheet/index.html', 'index.html'],
    ['app://broadsheet/assets/a-1.js', join('assets', 'a-1.js')],
    ['app://broadsheet/index.html?x#y', 'index.html'],
  ])('%s', (address, file) => {
    expect(pageFile(folder, address)).toBe(join(folder, file));
  });

  test.each([
    'app://broadsheet/..%2f..%2fmain%2findex.js',
    'app://broadsheet/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://broadsheet/a%00.js',
    'app://elsewhere/index.html',
    'https://broadsheet/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is none', (address) => {
    expect(pageFile(folder, address)).toBeNull();
  });
});

describe('what the page may load', () => {
  test('nothing inline, nothing remote, nothing evaluated', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|blob:/u);
    // Pictures only: a script, style or font may not stand in an address.
    expect(CONTENT_SECURITY_POLICY.replace("img-src 'self' archive: data:", '')).not.toContain(
      'data:',
    );
  });

  test.each([
    ['app://broadsheet/index.html', true],
    ['archive://id-0123456789abcdef/a.png', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['http://127.0.0.1/', false],
    ['https://example.org/a.png', false],
    ['HTTPS://example.org/a.png', false],
    ['ws://example.org/', false],
    ['wss://example.org/', false],
    ['ftp://example.org/', false],
    ['file:///etc/passwd', false],
    ['chrome://gpu', false],
    ['', false],
  ])('a session may request %s: %s', (address, isAllowed) => {
    expect(isRequestAllowed(address)).toBe(isAllowed);
  });
});
