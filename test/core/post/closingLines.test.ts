import { describe, expect, it } from 'vitest';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

const URL = 'http://news.example/share.html?infoCode=NW202205182382451317';
const NAV =
  '[返回江汀日报新闻](//site.example/category/jiangting.html)｜[返回首页](//site.example/)';
const SOURCE = '（文章来源：江汀日报）';

describe('closing boilerplate', () => {
  it.each([
    [
      'HTML, address, navigation',
      `<p>正文。</p><p class="em_media">${SOURCE}</p>\n\n<${URL}>\n\n${NAV}`,
    ],
    ['plain text', `正文。\n\n${SOURCE}\n\n<${URL}>\n\n${NAV}\n`],
    ['no blank lines', `<p>正文。</p>\n<p>${SOURCE}</p>\n<${URL}>\n${NAV}`],
    [
      'links on lines of their own',
      `<p>正文。</p><p>${SOURCE}</p>\n\n<${URL}>\n\n[返回江汀日报新闻](../emnews/)\n\n[返回首页](//site.example/)`,
    ],
    [
      'links on lines without blanks',
      `正文。\n\n${SOURCE}\n\n<${URL}>\n[返回江汀日报新闻](../emnews/)\n[返回首页](//site.example/)`,
    ],
    ['address right after HTML', `<p>正文。</p><p>${SOURCE}</p><${URL}>\n\n${NAV}`],
    [
      'links in HTML',
      `<p>正文。</p><p>${SOURCE}</p><p><a href="${URL}">${URL}</a></p><p><a href="//site.example/">返回首页</a> | <a href="../x/">返回列表</a></p>`,
    ],
    [
      'links in a division',
      `<div><p>正文。</p><p>${SOURCE}</p><p>${URL}</p><div><a href="/">返回首页</a></div></div>`,
    ],
    ['navigation before the address', `正文。\n\n${SOURCE}\n\n${NAV}\n\n<${URL}>`],
    ['a rule between', `正文。\n\n${SOURCE}\n\n<${URL}>\n\n---\n\n${NAV}`],
    ['a bare address', `正文。\n\n${SOURCE}\n\n${URL}\n\n${NAV}`],
  ])('leaves text and HTML: %s', (_name, body) => {
    const file = makeFile(`---\ntags: 别家新闻\n---\n${body}`);
    const read = postOf(file);
    expect(read.text).toBe(`正文。\n${SOURCE}`);
    expect(read.url).toBe(URL);
    expect(read.sourceId).toBe('NW202205182382451317');
    expect(read.source).toBe('江汀日报');
    expect(htmlOf(body)).not.toMatch(/返回|infoCode|<hr/u);
  });

  it('is taken off above footnotes, which stay last', () => {
    const file = makeFile(`正文[^1]。\n\n${SOURCE}\n\n<${URL}>\n\n${NAV}\n\n[^1]: 脚注。`);
    expect(postOf(file)).toMatchObject({ text: `正文[1]。\n${SOURCE}\n脚注。`, url: URL });
    const early = makeFile(`正文[^1]。\n\n[^1]: 脚注。\n\n${SOURCE}\n\n<${URL}>\n\n${NAV}`);
    expect(postOf(early)).toMatchObject({ text: `正文[1]。\n${SOURCE}\n脚注。`, url: URL });
  });

  it('takes an empty address and English navigation off', () => {
    expect(postOf(makeFile(`正文。\n\n<>\n\n${NAV}`)).text).toBe('正文。');
    expect(postOf(makeFile('Text.\n\n[« Back to home](/)')).text).toBe('Text.');
    expect(postOf(makeFile('Text.\n\n[Home](/) | [Next](/2)')).text).toBe('Text.');
  });

  it.each([
    ['a sentence with a link', '正文。\n\n请看[返回首页](//site.example/)的说明。'],
    ['a link that says something', '正文。\n\n[江汀年鉴](//site.example/almanac)'],
    [
      'an outer link that only sounds alike',
      'Text.\n\n[Back to the archives](https://other.example/essay)',
    ],
    ['an address that the text announces', '报名请见：\n\n<https://a.example/form>'],
    ['navigation in the middle', '[返回首页](//site.example/)\n\n正文。'],
    ['unlinked words', '正文。\n\n返回首页'],
    ['an image', '正文。\n\n[![返回](a.png)](/)\n'],
  ])('stays where it is text: %s', (_name, body) => {
    const { text } = postOf(makeFile(body));
    const shown = body
      .replaceAll(/!\[[^\]]*\]\([^)]*\)/gu, '')
      .replaceAll(/\]\([^)]*\)|[[\]<>]/gu, '');
    expect(text.replaceAll(/\s/gu, '')).toBe(shown.replaceAll(/\s/gu, ''));
    expect(htmlOf(body)).not.toBe('<p>正文。</p>');
  });

  it('keeps a closing address that is not the one in front matter', () => {
    const read = postOf(
      makeFile('---\nurl: https://a.example/1\n---\nText\n\n<https://b.example/2>'),
    );
    expect(read.url).toBe('https://a.example/1');
    expect(read.text).toBe('Text\nhttps://b.example/2');
  });
});

describe('the source', () => {
  const sourceOf = (front: string, body: string) =>
    postOf(makeFile(`---\n${front}\n---\n${body}`)).source;

  it.each([
    ['the closing line first', 'source: B\ntags: C新闻', '正文（文章来源：A）', 'A'],
    ['ASCII brackets', 'x: y', '正文\n\n(文章来源：央视新闻)', '央视新闻'],
    ['brackets in the name', 'x: y', '正文\n\n（来源：央视（客户端））', '央视（客户端）'],
    ['a line of its own', 'x: y', '正文\n\n来源：新江日报', '新江日报'],
    ['front matter next', 'source: B\ntags: C新闻', '正文', 'B'],
    ['a record in front matter', 'source: {name: B, url: "https://b.example"}', '正文', 'B'],
    ['the tag last', 'tags: [财经, 新江日报新闻]', '正文', '新江日报'],
    ['not an address', 'source: https://b.example/1\ntags: C新闻', '正文', 'C'],
    ['nothing from the bare word', 'tags: 新闻', '正文', null],
    [
      'nothing from the middle of a text',
      'x: y',
      `（文章来源：A）\n\n${'段落。\n\n'.repeat(12)}`,
      null,
    ],
  ])('is %s', (_name, front, body, source) => {
    expect(sourceOf(front, body)).toBe(source);
  });
});
