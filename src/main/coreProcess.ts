import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { endWhenLoaded, LOADED } from '../core/loadedThread.ts';
import type {
  CoreClose,
  CoreRequest,
  CoreResponse,
  CoreWorkerData,
} from '../core/workerMessages.ts';
import type { CoreChannel, Input, Output } from '../shared/contract.ts';
import { AppError } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { logUnexpected } from './log.ts';

/** The core, answering from its own thread. */
export interface CoreProcess {
  /** Sends a call whose input has been checked. Never rejects. */
  readonly answer: (channel: CoreChannel, input: unknown) => Promise<Result<unknown>>;
  /** The same for main's own needs; rejects with an `AppError`. */
  readonly ask: <C extends CoreChannel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  /** Ends the thread after the calls under way and a backup of the library; further calls fail. */
  readonly stop: () => Promise<void>;
}

/** After so many deaths without an answer between them the core is left dead: it cannot start here. */
const MAX_DEATHS = 3;

/** And after so many within {@link DEATHS_WINDOW_MS}, answers or not, until that time has passed. */
const MAX_DEATHS_IN_WINDOW = 5;
const DEATHS_WINDOW_MS = 60_000;

/** Calls that change nothing: asked again of the next core when the one that had them died. */
const READS: ReadonlySet<CoreChannel> = new Set([
  'archives.list',
  'archives.open',
  'archives.counts',
  'posts.search',
  'values.named',
  'archives.search',
  'posts.count',
  'posts.ids',
  'posts.idsAt',
  'posts.snippets',
  'posts.get',
  'posts.getMany',
  'annotations.ofPost',
  'highlights.list',
  'labels.list',
  'searches.list',
  'searches.recent',
  'problems.list',
  'problems.otherFiles',
  'settings.get',
]);

/** How long closing the app waits, in milliseconds. */
interface ClosingTimes {
  /** For calls under way: what was on screen is being saved. */
  readonly drainMs: number;
  /** For the library to be backed up and closed. */
  readonly closeMs: number;
}

const CLOSING: ClosingTimes = { drainMs: 2_000, closeMs: 5_000 };

const CLOSE: CoreClose = { kind: 'close' };

const STOPPED: Result<never> = {
  ok: false,
  error: { code: 'internal', message: 'The app is closing.' },
};

const DIED: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message: 'The part that reads the library stopped and was started again: try once more.',
  },
};

const LEFT_DEAD: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message:
      'The part that reads the library keeps stopping and is left alone: close Broadsheet, wait a minute and open it again.',
  },
};

/** What happened to the core: a new one is there, or none for now because too many have died. */
export type CoreDeath = 'restarted' | 'left-dead';

interface Waiting {
  readonly request: CoreRequest;
  readonly settle: (result: Result<unknown>) => void;
  readonly isRetried: boolean;
}

/** How often the core has died, without an answer in between and lately. */
interface DeathCount {
  readonly add: () => void;
  /** An answer came: it lives. */
  readonly clear: () => void;
  /** Whether no new one is to be started now. */
  readonly isTooMany: () => boolean;
}

function countDeaths(): DeathCount {
  let inARow = 0;
  let times: readonly number[] = [];
  return {
    add: () => {
      inARow += 1;
      times = [...times, performance.now()].slice(-MAX_DEATHS_IN_WINDOW);
    },
    clear: () => {
      inARow = 0;
    },
    isTooMany: () => {
      const since = performance.now() - DEATHS_WINDOW_MS;
      const recent = times.filter((time) => time > since);
      return inARow >= MAX_DEATHS || recent.length >= MAX_DEATHS_IN_WINDOW;
    },
  };
}

/** What a core is started with besides its script and its data. */
interface CoreOptions {
  /** Told of every death but the one that closing the app brings. */
  readonly onDeath?: (death: CoreDeath) => void;
  /** How long `stop` waits, where that is not to be as long as in the app. */
  readonly closing?: ClosingTimes;
}

/** A core, and what ends it whatever it is at. */
interface Thread {
  readonly worker: Worker;
  readonly kill: () => Promise<void>;
}

/** The calls under way, and the thread that has them. */
interface Line {
  readonly ask: (asked: Waiting) => void;
  readonly waits: () => readonly Waiting[];
  readonly hasThread: () => boolean;
  readonly end: (closeMs: number) => Promise<void>;
}

function openLine(
  start: () => Worker,
  deaths: DeathCount,
  onEnd: (unanswered: readonly Waiting[]) => void,
): Line {
  const waiting = new Map<number, Waiting>();
  let thread: Thread | null = null;
  const begin = (): Thread => {
    const started = start();
    const begun = { worker: started, kill: endWhenLoaded(started) };
    started.on('message', (message: CoreResponse | typeof LOADED) => {
      if (message === LOADED) return;
      const { id, result } = message;
      deaths.clear();
      waiting.get(id)?.settle(result);
      waiting.delete(id);
    });
    started.on('error', (thrown) => logUnexpected('core worker', thrown));
    started.on('exit', () => {
      if (thread === begun) thread = null;
      const unanswered = [...waiting.values()];
      waiting.clear();
      onEnd(unanswered);
    });
    return begun;
  };
  thread = begin();
  return {
    ask: (asked) => {
      thread ??= begin();
      waiting.set(asked.request.id, asked);
      thread.worker.postMessage(asked.request);
    },
    waits: () => [...waiting.values()],
    hasThread: () => thread !== null,
    end: async (closeMs) => {
      if (thread !== null) await endThread(thread, closeMs);
    },
  };
}

/**
 * Starts the core worker thread and keeps one running: when it dies, a new one takes its place, is asked again what
 * only reads, and everything else that was not answered fails. Too many deaths and it is left dead for a while.
 *
 * @param script the built worker
 */
export function startCore(
  script: string,
  workerData: CoreWorkerData,
  { onDeath, closing = CLOSING }: CoreOptions = {},
): CoreProcess {
  const deaths = countDeaths();
  let nextId = 1;
  let isStopping = false;

  const line = openLine(
    () => new Worker(script, { workerData }),
    deaths,
    (unanswered) => {
      if (isStopping) return settleAll(unanswered, STOPPED);
      deaths.add();
      const isOver = deaths.isTooMany();
      onDeath?.(isOver ? 'left-dead' : 'restarted');
      if (isOver) return settleAll(unanswered, LEFT_DEAD);
      settleAll(
        unanswered.filter((asked) => !mayBeAskedAgain(asked)),
        DIED,
      );
      for (const asked of unanswered.filter(mayBeAskedAgain))
        line.ask({ ...asked, isRetried: true });
    },
  );
  const answer: CoreProcess['answer'] = (channel, input) => {
    if (isStopping) return Promise.resolve(STOPPED);
    if (!line.hasThread() && deaths.isTooMany()) return Promise.resolve(LEFT_DEAD);
    const request: CoreRequest = { id: nextId, channel, input };
    nextId += 1;
    return new Promise((settle) => line.ask({ request, settle, isRetried: false }));
  };
  return {
    answer,
    ask: async <C extends CoreChannel>(channel: C, input: Input<C>): Promise<Output<C>> => {
      const result = await answer(channel, input);
      if (!result.ok) throw asAppError(result);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's handler type fixes what a channel answers
      return result.value as Output<C>;
    },
    stop: async () => {
      const under = new Set(line.waits().map(({ request }) => request.id));
      isStopping = true;
      const until = performance.now() + closing.drainMs;
      const isUnderWay = (): boolean => line.waits().some(({ request }) => under.has(request.id));
      while (isUnderWay() && performance.now() < until) await delay(5);
      await line.end(closing.closeMs);
    },
  };
}

/** Has the library backed up and closed; a thread that does not come to its end is ended. */
async function endThread({ worker, kill }: Thread, closeMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.postMessage(CLOSE);
  await Promise.race([ended, delay(closeMs, undefined, { ref: false })]);
  await kill();
}

function mayBeAskedAgain({ request, isRetried }: Waiting): boolean {
  return READS.has(request.channel) && !isRetried;
}

function settleAll(unanswered: readonly Waiting[], result: Result<never>): void {
  for (const { settle } of unanswered) settle(result);
}

function asAppError({ error }: Result<unknown> & { ok: false }): AppError {
  const { code, message, path } = error;
  return new AppError(code, message, path === undefined ? {} : { path });
}
