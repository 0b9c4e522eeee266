import { render } from 'dom-serializer';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { soughtHits } from '../../../../src/core/export/marks/hitFinder.ts';
import { markRanges } from '../../../../src/core/export/marks/markRanges.ts';
import { markPost } from '../../../../src/core/export/marks/postMarks.ts';
import { readTreeText } from '../../../../src/core/export/marks/treeText.ts';
import { makeHighlight } from '../makeHighlight.ts';

const hitsOf = (text: string | null, foldsVariants = true): ReturnType<typeof soughtHits> =>
  soughtHits(text === null ? null : { text, foldsVariants });

const marked = (
  html: string,
  given: { readonly quotes?: readonly string[]; readonly query?: string },
) => {
  const tree = parseDocument(html);
  const { text } = readTreeText(tree);
  const highlights = (given.quotes ?? []).map((quote, at) =>
    makeHighlight(text, quote, at === 0 ? {} : { pen: 'blue' }),
  );
  const result = markPost(tree, { highlights, findHits: hitsOf(given.query ?? null) });
  return { html: render(tree, { encodeEntities: 'utf8' }), tree, result };
};

describe('markPost', () => {
  test('marks a passage across inline elements, one mark for each', () => {
    const { html } = marked('<p>供应<b>链畅</b>通，货车多了。</p>', { quotes: ['应链畅通'] });
    expect(html).toBe(
      '<p>供<mark class="hl hl-yellow">应</mark><b><mark class="hl hl-yellow">链畅</mark></b><mark class="hl hl-yellow">通</mark>，货车多了。</p>',
    );
  });

  test('marks a passage across paragraphs and rows of a table, and nothing between them', () => {
    const { html } = marked(
      '<p>早上雾散了。</p>\n<table>\n<tr>\n<td>船</td>\n<td>三</td>\n</tr>\n</table>',
      { quotes: ['雾散了。\n船\n三'] },
    );
    expect(html).toBe(
      '<p>早上<mark class="hl hl-yellow">雾散了。</mark></p>\n<table>\n<tr>\n<td><mark class="hl hl-yellow">船</mark></td>\n<td><mark class="hl hl-yellow">三</mark></td>\n</tr>\n</table>',
    );
  });

  test('marks that overlap lie in each other, hits inside highlights', () => {
    const { html } = marked('<p>港口恢复通航的消息</p>', {
      quotes: ['港口恢复通', '恢复通航'],
      query: '通航',
    });
    expect(html).toBe(
      '<p><mark class="hl hl-yellow">港口</mark><mark class="hl hl-yellow"><mark class="hl hl-blue">恢复</mark></mark><mark class="hl hl-yellow"><mark class="hl hl-blue"><mark class="hit">通</mark></mark></mark><mark class="hl hl-blue"><mark class="hit">航</mark></mark>的消息</p>',
    );
  });

  test('the text stays what it is, and every mark tells its elements in order', () => {
    const source = '<h2>一 二</h2><p>三<i>四</i>五 &amp; 六</p><ul><li>七</li></ul>';
    const { tree, result } = marked(source, { quotes: ['二\n三四五 & 六\n七'] });
    expect(textContent(tree)).toBe(textContent(parseDocument(source)));
    expect(
      result.highlights.map(({ elements }) => elements.map((each) => textContent(each))),
    ).toEqual([['二', '三', '四', '五 & 六', '七']]);
  });

  test('a highlight whose words are gone is told, not guessed', () => {
    const tree = parseDocument('<p>今天的报纸说了别的事情。</p>');
    const lost = makeHighlight('昨天港口停航，渔船都回来了。', '港口停航');
    const result = markPost(tree, { highlights: [lost], findHits: null });
    expect(result).toEqual({ highlights: [], lost: [lost] });
    expect(render(tree)).not.toContain('mark');
  });

  test('hits are those of the article: both scripts of Chinese, whole words of Latin ones, no fields', () => {
    expect(marked('<p>供應鏈 ai email</p>', { query: '供应链 ai tag:x' }).html).toBe(
      '<p><mark class="hit">供應鏈</mark> <mark class="hit">ai</mark> email</p>',
    );
    const apart = hitsOf('供应链', false);
    expect(apart?.('供應鏈')).toEqual([]);
    expect(apart?.('供应链')).toEqual([[0, 3]]);
    expect(hitsOf('tag:rust')).toBeNull();
    expect(hitsOf(null)).toBeNull();
  });
});

test('words of a hidden element belong to no text', () => {
  const { text } = readTreeText(parseDocument('<p>甲<span hidden>乙</span>丙<br>丁</p><p>戊</p>'));
  expect(text).toBe('甲丙\n丁\n戊\n');
});

test('a range in the gap between blocks marks nothing', () => {
  const tree = parseDocument('<p>甲</p><p>乙</p>');
  expect(markRanges(readTreeText(tree), [{ range: [1, 2], attributes: {} }])).toEqual([[]]);
});
