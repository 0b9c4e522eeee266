import { readFileSync } from 'node:fs';

/** One case of a table in `cases/`. */
export interface Case {
  readonly group: string;
  readonly input: string;
  readonly output: string;
}

/**
 * Reads a table of cases: `### group`, then cases of an input, a line `=>` and the output, each ended by a line `----`.
 * `→` stands for a tab. Ends of lines count in the input and not behind the output.
 */
export function readCases(name: string): readonly Case[] {
  const text = readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8');
  const cases: Case[] = [];
  let group = '';
  for (const block of text.replaceAll('→', '\t').split(/^----\n/mu)) {
    const head = /^### (?<group>[^\n]+)\n/u.exec(block);
    group = head?.groups?.['group'] ?? group;
    const [input, output] = block.slice(head?.[0].length ?? 0).split(/\n=>\n/u);
    if (input !== undefined && output !== undefined) {
      cases.push({ group, input, output: output.trimEnd() });
    }
  }
  return cases;
}
