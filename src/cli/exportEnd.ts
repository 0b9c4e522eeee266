import type { ExportInvocation } from './exportInvocation.ts';
import type { ExportEnd } from './exportLine.ts';
import type { CliIo } from './io.ts';
import { countOf, printable } from './printable.ts';

/**
 * Tells how an export ended; answers the exit code. Of one to standard output (`-`) the end is told beside it, and
 * nothing when it was stopped: whoever read the output may have seen enough.
 */
export async function reportEnd(
  end: ExportEnd,
  { target: asked }: Pick<ExportInvocation, 'target'>,
  io: CliIo,
): Promise<number> {
  if (io.signal.aborted && !isThere(end, asked)) {
    // However the export words its end then: it was asked to stop.
    if (asked !== '-') io.say('Stopped; nothing was written.\n');
    return 1;
  }
  if (end.kind === 'failed') {
    io.say(`${printable(end.message)}\n`);
    return 1;
  }
  const { outcome, target, postCount, pageCount, failures, warnings, message } = end.summary;
  for (const failure of failures) io.say(`${printable(`${failure.path}: ${failure.message}`)}\n`);
  for (const warning of warnings) io.say(`${printable(warning)}\n`);
  if (outcome !== 'done') {
    io.say(`${printable(message ?? 'The export failed; nothing was written.')}\n`);
    return 1;
  }
  const pages = pageCount === null ? '' : ` on ${countOf(pageCount, 'page')}`;
  const what = `${countOf(postCount, 'post')}${pages}`;
  if (target === null) io.say(`${what}.\n`);
  else await io.write(`${what}: ${printable(target)}\n`);
  return 0;
}

/** Whether all of it is written for sure; of what went to standard output the last piece may be lost, and that was told. */
const isThere = (end: ExportEnd, asked: string): boolean =>
  asked !== '-' && end.kind === 'finished' && end.summary.outcome === 'done';
