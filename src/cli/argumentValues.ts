import { UsageError } from './readArguments.ts';
import type { Arguments } from './readArguments.ts';

/** The words that a command takes. */
interface Expected {
  readonly command: string;
  readonly names: readonly string[];
  readonly optional?: string;
}

/** The words of a command, exactly as many as it takes; an optional one left out is empty. */
export function take(
  words: readonly string[],
  { command, names, optional }: Expected,
): [string, string] {
  const missing = names[words.length];
  if (missing !== undefined)
    throw new UsageError(`${command} needs ${missing}; see ${command} --help.`);
  const most = names.length + (optional === undefined ? 0 : 1);
  const extra = words[most];
  if (extra !== undefined) {
    throw new UsageError(
      `${command} takes no further word (${extra}); put quotes round a query of several words.`,
    );
  }
  const [first = '', second = ''] = words;
  if (first === '') throw new UsageError(`${command} needs ${names[0]}; it is empty.`);
  return [first, second];
}

/** The value of an option that has few; null when it was not given. Throws `UsageError`. */
export function oneOf<const V extends string>(
  given: Arguments,
  { name, values }: { readonly name: string; readonly values: readonly V[] },
): V | null {
  const written = given.values.get(name)?.at(-1);
  if (written === undefined) return null;
  const value = values.find((each) => each === written);
  if (value !== undefined) return value;
  throw new UsageError(`${name} must be one of ${values.join(', ')}, not ${written}.`);
}

/** The value of an option that counts. Throws `UsageError`. */
export function readCount(given: Arguments, name: string, otherwise: number): number {
  const written = given.values.get(name)?.at(-1);
  if (written === undefined) return otherwise;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new UsageError(`${name} must be a whole number from 0 up, not ${written}.`);
}

/** The value of an option that measures, with a point for decimals. Throws `UsageError`. */
export function readNumber(
  given: Arguments,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const written = given.values.get(name)?.at(-1) ?? '';
  const number = /^\d{1,4}(?:\.\d{1,4})?$/.test(written) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${name} must be a number from ${least} to ${most}, not ${written}.`);
}
