import { describe, expect, it } from 'vitest';
import { codesOf, htmlOf, makeFile, postOf } from './makeFile.ts';

const page = (body: string): string =>
  `<!doctype html><html><head><title>Tide</title></head>${body}</html>`;

describe('a page without words of its own', () => {
  it.each([
    [
      'frames',
      '<frameset cols="20%,*"><frame src="menu.html"><frame src="a.html"><noframes><body><p>spare WORDE</p></body></noframes></frameset>',
    ],
    ['a script', '<body><div id="root"></div><noscript><p>spare WORDE</p></noscript></body>'],
  ])('shows what it holds for those without %s', (_name, body) => {
    const post = postOf(makeFile(page(body), 'a.html'));
    expect(post.text).toBe('spare WORDE');
    expect(htmlOf(page(body), 'a.html')).toContain('<p>spare WORDE</p>');
    expect(codesOf(post)).not.toContain('nothing-shown');
  });

  it('stays as active as it was: not at all', () => {
    const body = page('<noscript><img src=x onerror=a()><script>a()</script>WORDE</noscript>');
    expect(htmlOf(body, 'a.html')).not.toMatch(/onerror|script/u);
  });

  it('has a row in the Problems list when there is nothing at all', () => {
    const body = page('<body><div id="root"></div><script>draw()</script></body>');
    expect(codesOf(postOf(makeFile(body, 'a.html')))).toContain('nothing-shown');
  });

  it('has none when it has a picture, or when its words are its title', () => {
    for (const body of ['<body><img src="a.png"></body>', '<body><h1>Tide</h1></body>']) {
      expect(codesOf(postOf(makeFile(page(body), 'a.html')))).not.toContain('nothing-shown');
    }
  });

  it('keeps its words for browsers without scripts out where it has others', () => {
    const body = page('<body><p>words</p><noscript>spare</noscript></body>');
    expect(postOf(makeFile(body, 'a.html')).text).toBe('words');
  });
});
