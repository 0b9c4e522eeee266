import { describe, expect, it, test } from 'vitest';
import { cutText } from '../../../src/core/post/cutText.ts';
import { renderPost } from '../../../src/core/post/renderPost.ts';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

/*
 * What `npm run fuzz` found, made small. Each was a failure once.
 */

describe('texts that are cut', () => {
  // 499 units, then pairs of them: a cut at 500 falls into the first pair.
  const long = `${'a'.repeat(499)}${'𐀀'.repeat(300)}`;

  it.each([
    ['a heading as title', `# ${long}`, 'a.md'],
    ['the title of a page', `<title>${long}</title><p>words`, 'a.html'],
    ['a title', `---\ntitle: a${'𐀀'.repeat(2_000)}\n---\nwords`, 'a.md'],
    ['a tag', `---\ntags: [a${'𐀀'.repeat(2_000)}]\n---\nwords`, 'a.md'],
    ['an id', `<p id="${'𐀀'.repeat(300)}">words`, 'a.html'],
    ['an id of odd length', `<p id="a${'𐀀'.repeat(300)}">words`, 'a.html'],
  ])('%s ends with a whole character', (_what, content, path) => {
    const file = makeFile(content, path);
    const { title, tags } = postOf(file);
    const { html, headings } = renderPost(file);
    expect([title, ...tags, html].every((text) => text.isWellFormed())).toBe(true);
    expect(headings.every(({ id, text }) => id.isWellFormed() && text.isWellFormed())).toBe(true);
  });

  test('the beginning of a text is as long as asked, less half a character', () => {
    expect(cutText('a𐀀b', 2)).toBe('a');
    expect(cutText('a𐀀b', 3)).toBe('a𐀀');
    expect(cutText('a𐀀', 9)).toBe('a𐀀');
  });
});

describe('white space that does not collapse', () => {
  test('alone is no text', () => {
    expect(postOf(makeFile('\u3000\n\n\u00A0', 'a.md')).text).toBe('');
    expect(postOf(makeFile(Uint8Array.from([0xa1, 0xa1]), 'a.md')).text).toBe('');
  });

  test('alone is no category, when a folder is called so', () => {
    expect(postOf(makeFile('words', '\u3000/_posts/2020-01-01-a.md')).categories).toEqual([]);
    expect(postOf(makeFile('words', ' /x/_posts/2020-01-01-a.md')).categories).toEqual(['x']);
  });
});

describe('what HTML shows as written', () => {
  test('an element that nothing ends shows no end of itself', () => {
    expect(htmlOf('<plaintext>a <b>c', 'a.html')).toBe('<pre>a &lt;b&gt;c</pre>');
  });
});

describe('formulas', () => {
  test('hold no headings: the outline names none that the page does not have', () => {
    const { html, headings } = renderPost(makeFile('<math><h2>x</h2></math><h2>y</h2>', 'a.html'));
    expect(headings.map(({ text }) => text)).toEqual(['y']);
    expect(html).toContain('<span>x</span>');
    expect(renderPost(makeFile('<math><math><h2>x</h2></math></math>z', 'a.html')).html).toBe(
      '<span>x</span>z',
    );
  });
});
