/**
 * The arguments of `npm start`: paths are made absolute, everything else goes to the app as it is.
 */
import { fromWhereThePersonStands } from './paths.mjs';

/**
 * @param {readonly string[]} given what follows `npm start --`
 * @returns {{ args: string[], folder: string | null }} the app's arguments and, for a check, the folder among them
 */
export function resolveStartArguments(given, environment = process.env) {
  const absolute = (path) => fromWhereThePersonStands(path, environment);
  const args = [];
  let folder = null;
  let optionsEnded = false;
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index];
    if (optionsEnded || !argument.startsWith('-')) {
      folder ??= absolute(argument);
      args.push(absolute(argument));
    } else if (argument === '--') {
      optionsEnded = true;
    } else if (argument === '--data-dir' && index + 1 < given.length) {
      args.push(argument, absolute(given[(index += 1)]));
    } else if (argument.startsWith('--data-dir=')) {
      args.push('--data-dir', absolute(argument.slice('--data-dir='.length)));
    } else if (argument === '--lang' && index + 1 < given.length) {
      args.push(argument, given[(index += 1)]);
    } else {
      args.push(argument);
    }
  }
  return { args, folder };
}
