import type { MessagePort } from 'node:worker_threads';
import type { FileAnswer, FileTask } from './fileTask.ts';
import { workOnFiles } from './fileTask.ts';
import { setStep } from './threadLane.ts';
import type { ParserReply, ParserWorkerData } from './threadLane.ts';

/** A slow disk must not keep what was read from being shown, in milliseconds. */
const ANSWER_AGE_MS = 200;

/** The inside of a parser thread: takes lists of tasks for ever and answers them in order. */
export function serveParser({ folder, site, step }: ParserWorkerData, port: MessagePort): void {
  const reply = (answer: ParserReply): void => {
    port.postMessage(answer);
  };
  const work = workOnFiles({ folder, site }, (contentHash) => {
    setStep(step, contentHash);
  });
  port.on('message', (tasks: readonly FileTask[]) => {
    let answers: FileAnswer[] = [];
    let startedAt = performance.now();
    for (const task of tasks) {
      answers.push(work(task));
      if (performance.now() - startedAt < ANSWER_AGE_MS) continue;
      reply({ answers });
      answers = [];
      startedAt = performance.now();
    }
    if (answers.length > 0) reply({ answers });
  });
  reply('ready');
}
