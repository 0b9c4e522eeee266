import { contextBridge, ipcRenderer, webUtils } from 'electron';
import * as v from 'valibot';
import { calls } from '../shared/contract.ts';
import { eventNames } from '../shared/events.ts';
import type { Bridge, Channel } from '../shared/contract.ts';
import type { EventName, Events } from '../shared/events.ts';

/** Folders the reader has dropped on the window; only these may be opened by `archives.openDropped`. */
const dropped = new Set<string>();

interface Listener {
  /** A method, so that a listener of one event may name that event's own payload: main sends each with its own. */
  hear(sent: EventName, payload: unknown): void;
}

/** Everybody in the page who listens; a set of our own, because one ipc listener serves them all. */
const listeners = new Set<Listener>();

/**
 * What the page can reach of the app, and all of it: calls and events that the contract names. Main checks every call
 * again; the checks here keep the page from reaching other channels, or a folder nobody dropped, at all.
 */
const bridge: Bridge = {
  call: (channel, input) =>
    isAllowed(channel, input)
      ? ipcRenderer.invoke('broadsheet', channel, input)
      : Promise.resolve({ ok: false, error: REFUSED }),
  subscribe: <E extends EventName>(name: E, listener: (payload: Events[E]) => void) => {
    if (!eventNames.includes(name)) return () => undefined;
    const listed: Listener = {
      hear: (sent, payload: Events[E]) => {
        if (sent === name) listener(payload);
      },
    };
    listeners.add(listed);
    return () => void listeners.delete(listed);
  },
  pathOfDropped: (file) => {
    if (!(file instanceof File)) return '';
    const path = webUtils.getPathForFile(file);
    if (path !== '') dropped.add(path);
    return path;
  },
};

const REFUSED = { code: 'bad-input', message: 'The window may not make this call.' } as const;

function isAllowed(channel: Channel, input: unknown): boolean {
  if (!Object.hasOwn(calls, channel)) return false;
  if (channel !== 'archives.openDropped') return true;
  const parsed = v.safeParse(calls[channel].schema, input);
  return parsed.success && dropped.has(parsed.output.folder);
}

ipcRenderer.on('broadsheet-event', (_event, sent: EventName, payload: unknown) => {
  for (const listener of listeners) listener.hear(sent, payload);
});

contextBridge.exposeInMainWorld('archive', bridge);
