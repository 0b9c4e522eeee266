import type { MessagePort } from 'node:worker_threads';
import { AnswerPortion } from './answerPortion.ts';
import type { FileTask } from './fileTask.ts';
import { workOnFiles } from './fileTask.ts';
import { setStep } from './threadLane.ts';
import type { ParserReply, ParserWorkerData } from './threadLane.ts';

/** A slow disk must not keep what was read from being shown, in milliseconds. */
const ANSWER_AGE_MS = 200;

/** The inside of a parser thread: takes lists of tasks for ever and answers them in order. */
export function serveParser({ step, turn, ...place }: ParserWorkerData, port: MessagePort): void {
  const reply = (answer: ParserReply, transfer: readonly ArrayBuffer[] = []): void => {
    port.postMessage(answer, transfer);
  };
  const portion = new AnswerPortion();
  const send = (): void => {
    const { answers, transfer } = portion.take();
    reply({ answers }, transfer);
  };
  const work = workOnFiles(place, (contentHash) => {
    setStep(step, contentHash);
  });
  port.on('message', (tasks: readonly FileTask[]) => {
    let startedAt = performance.now();
    for (const [at, task] of tasks.entries()) {
      turn[0] = at + 1;
      portion.add(work(task));
      if (performance.now() - startedAt < ANSWER_AGE_MS) continue;
      send();
      startedAt = performance.now();
    }
    turn[0] = 0;
    if (!portion.isEmpty) send();
  });
  reply('ready');
}
