import packageJson from '../../package.json' with { type: 'json' };
import { AppError, assertNever } from '../shared/result.ts';
import type { CommandTools } from './commandTools.ts';
import type { CliIo } from './io.ts';
import { helpText } from './helpText.ts';
import { readInvocation } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { printable } from './printable.ts';
import { UsageError } from './readArguments.ts';
import type { Place, Reading } from './reading.ts';

/**
 * Runs one command line (without the program's name). Answers the exit code: 0 done, 1 failed, 2 wrong usage; what
 * went wrong is one sentence on standard error. Commands are loaded when they are needed, so that a search starts
 * without the libraries that only rendering takes.
 */
export async function runCli(line: readonly string[], tools: CommandTools): Promise<number> {
  const { io } = tools;
  try {
    const request = readInvocation(line);
    if (request.kind === 'help') {
      await io.write(helpText(request.command));
      return 0;
    }
    if (request.kind === 'version') {
      await io.write(`broadsheet ${packageJson.version}\n`);
      return 0;
    }
    const { invocation, dataFolder } = request;
    return await runCommand(invocation, { folder: invocation.folder, dataFolder }, tools);
  } catch (error) {
    io.say(`${sentenceOf(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function runCommand(
  invocation: Invocation,
  place: Place,
  tools: CommandTools,
): Promise<number> {
  switch (invocation.command) {
    case 'index': {
      const { indexCommand } = await import('./indexCommand.ts');
      return indexCommand(invocation, place, tools);
    }
    case 'read-as': {
      const { readAsCommand } = await import('./readAsCommand.ts');
      return readAsCommand(invocation, place, tools);
    }
    case 'library': {
      const { libraryCommand } = await import('./libraryCommand.ts');
      const { dataFolderOf } = await import('./reading.ts');
      return libraryCommand(invocation, dataFolderOf(place, tools.io), tools.io);
    }
    case 'export': {
      const { exportCommand } = await import('./exportCommand.ts');
      return exportCommand(invocation, place, tools);
    }
    case 'search':
    case 'show':
    case 'dump':
    case 'facets':
    case 'problems':
    case 'highlights': {
      const { withReading } = await import('./reading.ts');
      return withReading(place, tools.io, (reading) => readCommand(invocation, reading, tools.io));
    }
    default:
      return assertNever(invocation);
  }
}

type ReadInvocation = Exclude<Invocation, { command: 'index' | 'export' | 'read-as' | 'library' }>;

async function readCommand(
  invocation: ReadInvocation,
  reading: Reading,
  io: CliIo,
): Promise<number> {
  switch (invocation.command) {
    case 'search': {
      const { searchCommand } = await import('./searchCommand.ts');
      return searchCommand(invocation, reading, io);
    }
    case 'show': {
      const { showCommand } = await import('./showCommand.ts');
      return showCommand(invocation, reading, io);
    }
    case 'dump': {
      const { dumpCommand } = await import('./dumpCommand.ts');
      return dumpCommand(invocation, reading, io);
    }
    case 'facets': {
      const { facetsCommand } = await import('./facetsCommand.ts');
      return facetsCommand(invocation, reading, io);
    }
    case 'problems': {
      const { problemsCommand } = await import('./problemsCommand.ts');
      return problemsCommand(invocation, reading, io);
    }
    case 'highlights': {
      const { highlightsCommand } = await import('./highlightsCommand.ts');
      return highlightsCommand(invocation, reading, io);
    }
    default:
      return assertNever(invocation);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError || error instanceof UsageError) return printable(error.message);
  return `An unexpected failure: ${printable(error instanceof Error ? error.message : String(error))}`;
}
