import type { FileAnswer, FileTask } from './fileTask.ts';
import type { Parser } from './parser.ts';
import type { Portion } from './portion.ts';
import type { SeenFile } from './scanFolder.ts';

/** A file and what it means for the index. */
export interface FileResult {
  readonly file: SeenFile;
  readonly answer: FileAnswer;
}

/** Files sent to the parser together: a message between threads costs as much as a tenth of a post. */
const PORTION_FILES = 32;
const PORTION_BYTES = 512 * 1024;
/** Under way at once: enough for the parser to work on while a batch is being written. */
const FILES_AHEAD = 5_000;
const BYTES_AHEAD = 40 * 1024 * 1024;

/** Has files read and parsed, in their order, some of them in advance. */
export async function* parseAhead(
  tasks: readonly FileTask[],
  parser: Parser,
): AsyncGenerator<FileResult, void> {
  const underWay: Portion[] = [];
  let next = 0;
  let filesAhead = 0;
  let bytesAhead = 0;
  const fill = (): void => {
    while (next < tasks.length && filesAhead < FILES_AHEAD) {
      if (bytesAhead >= BYTES_AHEAD && underWay.length > 0) return;
      const portion = tasks.slice(next, portionEnd(tasks, next));
      next += portion.length;
      filesAhead += portion.length;
      bytesAhead += sizeOf(portion);
      underWay.push(parser.start(portion));
    }
  };
  fill();
  for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) {
    yield* resultsOf(first);
    filesAhead -= first.tasks.length;
    bytesAhead -= sizeOf(first.tasks);
    fill();
  }
}

async function* resultsOf(portion: Portion): AsyncGenerator<FileResult, void> {
  let at = 0;
  while (at < portion.tasks.length) {
    for (const answer of await portion.next()) {
      const task = portion.tasks[at];
      at += 1;
      if (task !== undefined) yield { file: task.file, answer };
    }
  }
}

/** Where the portion that begins at `start` ends; it holds at least one file. */
function portionEnd(tasks: readonly FileTask[], start: number): number {
  let end = start;
  let sizeBytes = 0;
  while (end < tasks.length && end - start < PORTION_FILES && sizeBytes < PORTION_BYTES) {
    sizeBytes += tasks[end]?.file.sizeBytes ?? 0;
    end += 1;
  }
  return end;
}

function sizeOf(tasks: readonly FileTask[]): number {
  return tasks.reduce((sum, { file }) => sum + file.sizeBytes, 0);
}
