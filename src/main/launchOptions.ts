/** What the command line asks of the app. */
export interface LaunchOptions {
  /** Folder to open, as typed (relative to where the app was started); null = none named. */
  readonly folder: string | null;
  /** Where index and library live, as typed; null = the user's own data folder. */
  readonly dataDir: string | null;
  /** Null = the language chosen in the settings, else the system's. */
  readonly language: 'en' | 'zh' | null;
  /** File that describes one export to make without a window; null = open the window. */
  readonly exportJob: string | null;
}

/** Either the options, or one sentence that says what is wrong with the command line. */
export type LaunchReading =
  | { readonly kind: 'options'; readonly options: LaunchOptions }
  | { readonly kind: 'wrong'; readonly message: string };

/** Our own switches; everything else that starts with `-` belongs to Chromium or Electron and is passed over. */
const SWITCHES: ReadonlySet<string> = new Set(['--data-dir', '--lang', '--export-job']);

/**
 * Reads the arguments after the executable. Electron's own switch reader gives nothing for a switch whose value is
 * the next argument, so they are read from `process.argv`.
 *
 * @param isCheckout in a checkout the first plain argument is the application's folder (`electron . FOLDER`)
 */
export function readLaunchOptions(args: readonly string[], isCheckout: boolean): LaunchReading {
  const found = collect(args);
  if (found.kind === 'wrong') return found;
  const folders = isCheckout ? found.plain.slice(1) : found.plain;
  if (folders.length > 1) {
    return wrong(`Only one folder can be opened at a time; ${folders.length} are named.`);
  }
  const language = found.values.get('--lang') ?? null;
  if (language !== null && language !== 'en' && language !== 'zh') {
    return wrong(`--lang takes en or zh, not "${language}".`);
  }
  const options: LaunchOptions = {
    folder: folders[0] ?? null,
    dataDir: found.values.get('--data-dir') ?? null,
    language,
    exportJob: found.values.get('--export-job') ?? null,
  };
  return { kind: 'options', options };
}

interface Collected {
  readonly kind: 'collected';
  readonly plain: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

function collect(args: readonly string[]): Collected | (LaunchReading & { kind: 'wrong' }) {
  const plain: string[] = [];
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    if (argument === '--') {
      plain.push(...args.slice(at + 1));
      break;
    }
    const { name, value } = splitSwitch(argument);
    if (!SWITCHES.has(name)) {
      if (!argument.startsWith('-') && argument !== '') plain.push(argument);
      continue;
    }
    const taken = value ?? args[(at += 1)];
    if (taken === undefined || taken === '' || (value === null && taken.startsWith('--'))) {
      return wrong(`${name} needs a value.`);
    }
    values.set(name, taken);
  }
  return { kind: 'collected', plain, values };
}

/** `--name=value` in its two parts; `value` null when there is no `=`. */
function splitSwitch(argument: string): { readonly name: string; readonly value: string | null } {
  const equals = argument.indexOf('=');
  return equals === -1
    ? { name: argument, value: null }
    : { name: argument.slice(0, equals), value: argument.slice(equals + 1) };
}

function wrong(message: string): { readonly kind: 'wrong'; readonly message: string } {
  return { kind: 'wrong', message };
}
