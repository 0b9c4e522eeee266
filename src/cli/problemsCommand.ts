import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { otherFilesText } from './otherFilesText.ts';
import { problemJson } from './postJson.ts';
import { jsonText, printable } from './printable.ts';
import type { Reading } from './reading.ts';

/** `problems`: the files that could not be read, or not without a guess. */
export async function problemsCommand(
  { isJson }: Extract<Invocation, { command: 'problems' }>,
  { reader }: Reading,
  io: CliIo,
): Promise<number> {
  const problems = reader.problems().map(problemJson);
  if (isJson) {
    await io.write(`${jsonText(problems)}\n`);
    return 0;
  }
  if (problems.length === 0) await io.write('No problems.\n');
  for (const { path, code, message } of problems) {
    // Waits for the reader of the output.
    await io.write(`${printable(path)}\n  ${code}: ${printable(message)}\n`);
  }
  await io.write(otherFilesText(reader));
  return 0;
}
