import { CancelledError } from '@tanstack/react-query';
import type { Bridge, Channel, Input, Invoke, Output } from '../shared/contract.ts';
import type { EventName, Events } from '../shared/events.ts';
import type { FailureInfo } from '../shared/result.ts';

declare global {
  interface Window {
    /** Put there by the preload; named in this file only. */
    readonly archive: Bridge;
  }
}

/** A failed call, as an exception for code that works with rejections (the query cache). */
class CallError extends Error {
  readonly failure: FailureInfo;

  constructor(failure: FailureInfo) {
    super(failure.message);
    this.name = 'CallError';
    this.failure = failure;
  }
}

/** Everything the window may ask of the rest of the app. */
export interface Api {
  /** Never rejects; the outcome is a `Result`. */
  readonly call: Invoke;
  /** The same call, rejecting with `CallError`. */
  readonly ask: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  /** Returns the function that ends the subscription. */
  readonly subscribe: <E extends EventName>(
    name: E,
    listener: (payload: Events[E]) => void,
  ) => () => void;
  /** Absolute path of a dropped file or folder; empty when it has none. */
  readonly pathOfDropped: (file: File) => string;
}

/** Wraps the bridge of the preload. */
export function createApi(bridge: Bridge): Api {
  return {
    call: bridge.call,
    ask: async (channel, input) => {
      const outcome = await bridge.call(channel, input);
      if (!outcome.ok) throw new CallError(outcome.error);
      return outcome.value;
    },
    subscribe: bridge.subscribe,
    pathOfDropped: (file) => bridge.pathOfDropped(file),
  };
}

/** The failure behind anything thrown; what the query cache gave up is `cancelled`, anything unknown `internal`. */
export function failureOf(thrown: unknown): FailureInfo {
  if (thrown instanceof CallError) return thrown.failure;
  if (thrown instanceof CancelledError) return { code: 'cancelled', message: thrown.message };
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
