/** Characters whose folded form stands in a folded text wherever they stand in the text: nothing joins them. */
const PLAIN_HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/u;

/**
 * Runs of Han characters that every match of a regular expression (flag `u`, sound) contains, so that the index can name
 * the texts worth reading; after Cox, Regular Expression Matching with a Trigram Index
 * (https://swtch.com/~rsc/regexp/regexp4.html), as far as one can go without understanding groups: what stands outside
 * them and is not optional. Empty where nothing is certain.
 */
export function literalsOf(source: string): readonly string[] {
  // The name of a group may be Han.
  if (source.includes('\\k')) return [];
  const literals: string[] = [];
  let run = '';
  const endRun = (): void => {
    if (run !== '') literals.push(run);
    run = '';
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    // Alternatives of the whole expression: no part of it is certain.
    if (character === '|') return [];
    if (PLAIN_HAN.test(character)) {
      run += character;
      continue;
    }
    // May be repeated no times at all.
    if ('*+?{'.includes(character)) run = run.slice(0, -1);
    endRun();
    at = partEnd(source, at);
  }
  endRun();
  return literals;
}

/** Index of the last character of the group, class, escape or quantifier that begins here, else the place itself. */
function partEnd(source: string, start: number): number {
  const character = source.charAt(start);
  if (character === '\\') return start + 1;
  if (character === '{') return source.indexOf('}', start);
  if (character === '[') return classEnd(source, start);
  if (character !== '(') return start;
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const inside = source.charAt(at);
    if (inside === '\\') at += 1;
    else if (inside === '[') at = classEnd(source, at);
    else if (inside === '(') depth += 1;
    else if (inside === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return source.length;
}

function classEnd(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source.charAt(at) !== ']') at += source.charAt(at) === '\\' ? 2 : 1;
  return at;
}
