/** Texts that people, and cats, might type: pieces of the query language thrown together. */

const PIECES: readonly string[] = [
  'a',
  'b*',
  '芯片',
  '供应链',
  '"a b"',
  '“三 个”',
  '「词」',
  '『组』*',
  '＂全 角＂',
  '"',
  '“',
  '」',
  'OR',
  '|',
  '｜',
  'NOT',
  '-',
  '--',
  'NEAR',
  'NEAR/3',
  'NEAR/9999',
  '(',
  ')',
  'tag:',
  'tag：x',
  'title:',
  'body:(a OR b)',
  'note:*',
  'foo:bar',
  'is:unread',
  'is:page',
  'is:what',
  'has:note',
  'date:2022',
  'date:soon',
  'date:7d',
  'after:2022-03',
  'before:20220518',
  'sort:date',
  'sort:up',
  '[lang:zh]',
  '[x]',
  '[',
  ']',
  '[a',
  'c]',
  '/a+/',
  '/(/',
  '/x/i',
  '/usr/local',
  '/',
  '\\',
  '*',
  '\u200b',
  '\ud800',
  'https://a.cn/b',
  '12:30',
];
const JOINTS: readonly string[] = [' ', ' ', ' ', ' ', '', '\u3000', '  ', '\n'];

/** `howMany` different-looking query texts, the same for the same seed. */
export function randomQueryTexts(seed: number, howMany: number): readonly string[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 0x100_0000) * limit);
  };
  return Array.from({ length: howMany }, () => {
    let text = '';
    const pieces = 1 + below(7);
    for (let count = 0; count < pieces; count += 1) {
      text += (PIECES[below(PIECES.length)] ?? '') + (JOINTS[below(JOINTS.length)] ?? '');
    }
    return text;
  });
}
