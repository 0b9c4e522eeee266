import type { FileAnswer, FileTask } from './fileTask.ts';

/** Files that were given to a parser together. */
export interface Portion {
  readonly tasks: readonly FileTask[];
  /**
   * The answers that came since the last call, in the order of the tasks; waits for the next ones. Ask until there are
   * as many as tasks. Never rejects; waits for ever once the parser was stopped.
   */
  readonly next: () => Promise<readonly FileAnswer[]>;
}

/** A portion as those who work on it see it. */
export class PortionUnderWay implements Portion {
  readonly tasks: readonly FileTask[];
  /** True once a thread ended over it: its files are then tried one by one. */
  isDoubtful = false;
  /** Answers that are known before their turn: those of files that ended a thread. */
  readonly #verdicts = new Map<FileTask, FileAnswer>();
  #answered = 0;
  #fresh: FileAnswer[] = [];
  #wake: () => void = () => undefined;

  constructor(tasks: readonly FileTask[]) {
    this.tasks = tasks;
  }

  /** The tasks without an answer. */
  get left(): readonly FileTask[] {
    const tasks = this.#answered === 0 ? this.tasks : this.tasks.slice(this.#answered);
    return this.#verdicts.size === 0 ? tasks : tasks.filter((task) => !this.#verdicts.has(task));
  }

  /** Takes the next answers, in the order of `left`. */
  take(answers: readonly FileAnswer[]): void {
    for (const answer of answers) {
      this.#giveVerdicts();
      this.#give(answer);
    }
    this.#giveVerdicts();
    this.#wake();
  }

  /** Answers one task before its turn; it is not left any more. */
  decide(task: FileTask, answer: FileAnswer): void {
    this.#verdicts.set(task, answer);
    this.take([]);
  }

  #giveVerdicts(): void {
    for (let known = this.#verdictOfNext(); known !== undefined; known = this.#verdictOfNext()) {
      this.#give(known);
    }
  }

  #verdictOfNext(): FileAnswer | undefined {
    const next = this.tasks[this.#answered];
    return next === undefined ? undefined : this.#verdicts.get(next);
  }

  #give(answer: FileAnswer): void {
    this.#answered += 1;
    this.#fresh.push(answer);
  }

  async next(): Promise<readonly FileAnswer[]> {
    if (this.#fresh.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}

/** Someone who works on portions one after the other. */
export interface Lane {
  /** Tells that portions will come soon. */
  readonly warmUp: () => void;
  readonly send: (portion: PortionUnderWay) => void;
  /** Files sent and not answered yet. */
  readonly waiting: () => number;
  /** Ends the work; what is under way gets no answer any more. */
  readonly stop: () => void;
}
