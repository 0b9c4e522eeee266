/** PURE. Splits a command line into words and options; what they mean is `readInvocation`'s affair. */

/** Options of any command by name: whether a value follows. One name means the same everywhere. */
export type OptionTable = Readonly<Record<string, 'flag' | 'value'>>;

/** A command line taken apart. */
export interface Arguments {
  readonly words: readonly string[];
  /** Flags given, by name. */
  readonly flags: ReadonlySet<string>;
  /** Values given, by option name, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A command line that cannot be understood; the message is one sentence for the person who typed it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/**
 * Options may stand anywhere and `--` ends them. Only `--name` in Latin letters is an option: `-疫情`, `-term` and a
 * lone `-` are words, for a query may begin so. `--name=value` and `--name value` mean the same. Throws `UsageError`.
 */
export function readArguments(line: readonly string[], table: OptionTable): Arguments {
  const words: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (let at = 0; at < line.length; at += 1) {
    const argument = line[at] ?? '';
    if (argument === '--') {
      words.push(...line.slice(at + 1));
      break;
    }
    const option = readOption(argument, table);
    if (option === null) {
      words.push(argument);
    } else if (option.kind === 'flag') {
      flags.add(option.name);
    } else {
      if (option.value === null) at += 1;
      const value = option.value ?? followingValue(option.name, line[at], table);
      values.set(option.name, [...(values.get(option.name) ?? []), value]);
    }
  }
  return { words, flags, values };
}

interface Option {
  readonly name: string;
  readonly kind: 'flag' | 'value';
  /** What stands behind `=`; null without one. */
  readonly value: string | null;
}

/** The option an argument names; null when it is a word. */
function readOption(argument: string, table: OptionTable): Option | null {
  const parts = OPTION.exec(argument);
  if (parts === null) return null;
  const [, name = '', value = null] = parts;
  const kind = Object.hasOwn(table, name) ? table[name] : undefined;
  if (kind === undefined) throw unknownOption(name, table);
  if (kind === 'flag' && value !== null) throw new UsageError(`${name} takes no value.`);
  return { name, kind, value };
}

const OPTION = /^(--[A-Za-z][A-Za-z0-9-]*)(?:=([\s\S]*))?$/;

function followingValue(name: string, next: string | undefined, table: OptionTable): string {
  const isMissing = next === undefined || next === '--' || Object.hasOwn(table, next);
  if (isMissing) throw new UsageError(`${name} needs a value; write ${name}=VALUE.`);
  return next;
}

function unknownOption(name: string, table: OptionTable): UsageError {
  const near = Object.keys(table).find((known) => known.startsWith(name) || name.startsWith(known));
  const advice =
    near === undefined
      ? 'put -- before a query that begins with two dashes'
      : `did you mean ${near}?`;
  return new UsageError(`There is no option ${name}; ${advice}${near === undefined ? '.' : ''}`);
}
