import { keysOf, type ChangedKeys } from '../../shared/commands/commands.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** The command of a key (or of a pair, `g a`); undefined when it means none. */
export const commandFor = (name: string, changed: ChangedKeys): Command | undefined =>
  commands.find((command) => keysOf(command, changed).includes(name));

/** One way on from the first key of a pair. */
export interface PairEnd {
  readonly key: string;
  readonly command: Command;
}

/** What may follow the first key of a pair; empty when the key begins none. Of several keys for one command, the first. */
export const pairEnds = (first: string, changed: ChangedKeys): readonly PairEnd[] =>
  commands.flatMap((command) => {
    const pair = keysOf(command, changed).find((key) => key.startsWith(`${first} `));
    return pair === undefined ? [] : [{ key: pair.slice(first.length + 1), command }];
  });

/** Whether a key begins a pair. */
export const startsPair = (name: string, changed: ChangedKeys): boolean =>
  pairEnds(name, changed).length > 0;
