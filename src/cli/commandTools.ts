import type { CliIo } from './io.ts';

/** What commands work with besides their words. */
export interface CommandTools {
  readonly io: CliIo;
  /** The built index worker, for parsing in a thread of its own; null parses in this one. */
  readonly parserScript: string | null;
  /** Folder with the app's package.json. */
  readonly appFolder: string;
}
