import type { Result } from './result.ts';
import type { Call } from './call.ts';
import { coreCalls } from './coreCalls.ts';
import type { EventName, Events } from './events.ts';
import { shellCalls } from './shellCalls.ts';
/** Everything the window may call. */
export const calls = { ...coreCalls, ...shellCalls } as const;

type Calls = typeof calls;
/** A name the window may call. */
export type Channel = keyof Calls;
/** A channel that the core answers. */
export type CoreChannel = keyof typeof coreCalls;
/** A channel that the main process answers. */
export type ShellChannel = keyof typeof shellCalls;
/** What a channel takes, after its schema. */
export type Input<C extends Channel> = Calls[C] extends Call<infer I, unknown> ? I : never;
/** What a channel answers when all is well. */
export type Output<C extends Channel> = Calls[C] extends { readonly output?: infer O } ? O : never;

/** One handler for each of the named channels. */
export type Handlers<C extends Channel> = {
  readonly [K in C]: (input: Input<K>) => Output<K> | Promise<Output<K>>;
};

/** A call as the window makes it; never rejects. */
export type Invoke = <C extends Channel>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>;

/** What the preload puts on `window.archive`; nothing else of Electron reaches the page. */
export interface Bridge {
  readonly call: Invoke;
  /** Returns the function that ends the subscription. */
  readonly subscribe: <E extends EventName>(
    name: E,
    listener: (payload: Events[E]) => void,
  ) => () => void;
  /** Absolute path of a dropped file or folder; empty when it has none. */
  readonly pathOfDropped: (file: unknown) => string;
}
