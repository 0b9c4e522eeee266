import { describe, expect, it } from 'vitest';
import { ALLOWED_TAGS } from '../../../src/shared/htmlPolicy.ts';
import { DROPPED_NAMES, RAW_NAMES } from '../../../src/core/post/shownElements.ts';
import { SILENT_NAMES } from '../../../src/core/post/visibleText.ts';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

/** Every element whose content is not shown or read raw, and the rest that a post cannot show as they are. */
const OTHERS =
  'header footer aside section article html body form fieldset legend label nav main dialog output progress meter slot marquee font math mtext foreignObject data picture hgroup search listing';
const NAMES = [
  ...new Set([
    ...DROPPED_NAMES,
    ...RAW_NAMES,
    ...SILENT_NAMES,
    ...ALLOWED_TAGS,
    ...OTHERS.split(' '),
  ]),
];

const PLACES: readonly (readonly [string, (tag: string) => string])[] = [
  ['a line', (tag) => `use the ${tag} tagWORD\n\nnext WORDE`],
  ['a line of its own', (tag) => `first\n\n${tag}\n\nnext WORDE tagWORD`],
  ['a list', (tag) => `- use ${tag} tagWORD\n- b\n\nnext WORDE`],
  ['a table', (tag) => `| a | b |\n| - | - |\n| ${tag} | tagWORD |\n\nnext WORDE`],
  ['a heading', (tag) => `## The ${tag} tagWORD\n\nnext WORDE`],
  ['a quote', (tag) => `> the ${tag} tagWORD\n\nnext WORDE`],
  ['HTML', (tag) => `<div>the ${tag} tagWORD\n</div>\n\nnext WORDE`],
];

describe('an element in Markdown that is never closed', () => {
  it.each(NAMES)('<%s> hides nothing behind it', (name) => {
    for (const [place, write] of PLACES) {
      for (const tag of [`<${name}>`, `<${name.toUpperCase()} class="a">`]) {
        const body = `---\ntitle: T\n---\n${write(tag)}`;
        const { text } = postOf(makeFile(body));
        expect(text, `${tag} in ${place}`).toContain('WORDE');
        expect(text, `${tag} in ${place}`).toContain('tagWORD');
        expect(htmlOf(body), `${tag} in ${place}`).toContain('WORDE');
      }
    }
  });

  it.each([
    'script',
    'style',
    'title',
    'textarea',
    'iframe',
    'template',
    'button',
    'svg',
    'select',
  ])('<%s> is text, and what follows is Markdown', (name) => {
    const body = `use the <${name}> tag\n\n<${name}>\n\nnext **WORDE**`;
    expect(postOf(makeFile(body)).text).toBe(`use the <${name}> tag\n<${name}>\nnext WORDE`);
    expect(htmlOf(body)).toContain('<strong>WORDE</strong>');
  });

  it.each(['<!-- b', '<? b', '<!doctype b', '<script> b'])(
    'needs no backslash to be text, and has none when it was written with one: %s',
    (written) => {
      const plain = `a ${written}`;
      for (const before of ['a ', '- a ', '> a ', '## a ', '**a** ', '| a |\n| - |\n| a ']) {
        const read = postOf(makeFile(`${before}\\${written}`)).text;
        expect(read.endsWith(plain), read).toBe(true);
      }
      // A backslash before the backslash makes it one, and in code both stand for themselves.
      expect(postOf(makeFile(`a \\\\${written}`)).text).toBe(`a \\${written}`);
      expect(postOf(makeFile(`\`a \\${written}\``)).text).toBe(`a \\${written}`);
      expect(postOf(makeFile(`    a \\${written}`)).text.trim()).toBe(`a \\${written}`);
      expect(htmlOf(`![a \\${written}](b.png)`)).not.toContain('\\');
      expect(htmlOf(`a \\${written}\n\nnext **WORDE**`)).toContain('<strong>WORDE</strong>');
    },
  );

  it('leaves those alone that are closed', () => {
    const body = 'a <button>press</button> b\n\n<script>\ncode\n\ncode\n</script>\n\nnext WORDE';
    expect(postOf(makeFile(body)).text).toBe('a b\nnext WORDE');
  });

  it('closes itself as people write it', () => {
    const body = 'a\n\n<iframe src="https://a.example/x" />\n\nnext WORDE';
    expect(postOf(makeFile(body)).text).toBe('a\nnext WORDE');
  });

  it('is told from its name in code', () => {
    const body = 'use <title> here\n\nand `</title>` there, WORDE';
    expect(postOf(makeFile(body)).text).toBe('use <title> here\nand </title> there, WORDE');
  });
});

describe('an element in HTML that is never closed', () => {
  it.each(NAMES)('<%s> hides nothing behind it', (name) => {
    for (const start of ['', '<!doctype html><html><body>']) {
      const body = `${start}<h1>T</h1><p>use the <${name}> tag</p>\n\n<p>next WORDE</p>`;
      const { text } = postOf(makeFile(body, 'a.html'));
      expect(text, start).toContain('WORDE');
      expect(htmlOf(body, 'a.html'), start).toContain('WORDE');
    }
  });

  it('shows none of the code of a script without end', () => {
    const body = '<p>first</p><script>var secret = 1;\nrun();\n\n<p>next WORDE</p><p>last</p>';
    expect(postOf(makeFile(body, 'a.html')).text).toBe('first\nnext WORDE\nlast');
  });

  it('shows a page whose head has no end', () => {
    const body = '<!doctype html><head><title>Tide</title><meta charset="utf-8"><p>next WORDE';
    const post = postOf(makeFile(body, 'a.html'));
    expect([post.title, post.text]).toEqual(['Tide', 'next WORDE']);
  });

  it('shows a page whose title has no end', () => {
    const body =
      '<!doctype html><html><head><title>Tide\n<meta charset="utf-8"></head><body><p>next WORDE';
    const post = postOf(makeFile(body, 'a.html'));
    expect([post.title, post.text]).toEqual(['Tide', 'next WORDE']);
  });

  it('shows a page whose body waits for a script to be shown', () => {
    const body =
      '<!doctype html><html><body style="visibility:hidden"><p>next WORDE</p></body></html>';
    expect(postOf(makeFile(body, 'a.html')).text).toBe('next WORDE');
  });

  it('shows what stands behind a hidden element without end', () => {
    const body = '<p>a</p><div style="display:none">x<p>next WORDE</p>';
    expect(postOf(makeFile(body, 'a.html')).text).toContain('next WORDE');
  });
});

describe('what never ends', () => {
  it.each(['a.md', 'a.html'])('of comments and tags hides nothing: %s', (path) => {
    for (const mark of [
      '<!--',
      '<!-- more',
      '<![CDATA[',
      '<?php',
      '<!X',
      '<a href="',
      '<b class',
    ]) {
      const body = `first\n\n${mark} x\n\nnext WORDE`;
      expect(postOf(makeFile(body, path)).text, mark).toContain('next WORDE');
      const inLine = `first ${mark} x\n\nnext WORDE`;
      expect(postOf(makeFile(inLine, path)).text, mark).toContain('next WORDE');
    }
  });

  it('is read in time that grows with its length only', () => {
    for (const piece of [
      '<title>',
      '<button>',
      '<!-- ',
      '<script>\n\n',
      '<svg><title>',
      '<div hidden>',
    ]) {
      for (const path of ['a.md', 'a.html']) {
        const body = `${piece.repeat(5000)}\n\nnext WORDE`;
        expect(postOf(makeFile(body, path)).text, `${piece} ${path}`).toContain('WORDE');
      }
    }
  });
});
