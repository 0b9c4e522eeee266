import { describe, expect, test } from 'vitest';
import { classifyPath } from '../../../src/core/post/conventions.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

describe('the endings of posts', () => {
  test.each(['a.mdown', 'a.mdwn', 'a.mkdn', 'a.mkd', 'a.markdn', 'a.qmd', 'a.Rmd', 'a.mdx'])(
    '%s is Markdown',
    (path) => {
      expect(htmlOf('Some *tide* words', path)).toContain('<em>tide</em>');
    },
  );

  test.each(['a.xhtml', 'a.xht', 'a.html'])('%s is HTML', (path) => {
    expect(htmlOf('<p>Some *tide* words</p>', path)).toContain('*tide*');
  });

  test.each(['a.text', 'a.txt'])('%s is plain text', (path) => {
    expect(htmlOf('Some *tide* <b>words', path)).toContain('*tide* &lt;b&gt;words');
  });

  test('stand in no title that is made of a file’s name', () => {
    for (const ending of ['mdown', 'mdx', 'xhtml', 'text', 'Rmd']) {
      expect(classifyPath(`2020-01-02-spring-tide.${ending}`, plainSite).readableName).toBe(
        'spring tide',
      );
    }
  });
});

describe('MDX', () => {
  const text = (body: string): string =>
    postOf(makeFile(`---\ntitle: T\n---\n${body}`, 'a.mdx')).text;

  test('does not show the imports at its top', () => {
    const body =
      "\nimport Chart from '../chart.js'\nimport {\n  Box,\n  Tab as Other,\n} from \"ui\";\nimport './style.css'\n\nThe tide.\n";
    expect(text(body).trim()).toBe('The tide.');
  });

  test('keeps words that only begin like an import, and imports that stand in the text', () => {
    expect(text('import taxes from abroad rose.\n')).toContain('import taxes from abroad rose.');
    expect(text("First.\n\n```js\nimport a from 'a'\n```\n")).toContain("import a from 'a'");
  });

  test('shows what stands in components', () => {
    expect(text('<Note kind="warn">\n\nMind the *tide*.\n\n</Note>\n')).toContain('Mind the tide.');
  });
});
