import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { calls, eventNames } from '../shared/contract.ts';
import type { Bridge, EventName, Events } from '../shared/contract.ts';

/**
 * What the page can reach of the app, and all of it: calls and events that the contract names. Main checks every call
 * again; the checks here keep the page from reaching other channels at all.
 */
const bridge: Bridge = {
  call: (channel, input) => {
    if (!Object.hasOwn(calls, channel)) {
      const error = { code: 'bad-input', message: 'There is no such call.' } as const;
      return Promise.resolve({ ok: false, error });
    }
    return ipcRenderer.invoke('broadsheet', channel, input);
  },
  subscribe: <E extends EventName>(name: E, listener: (payload: Events[E]) => void) => {
    if (!eventNames.includes(name)) return () => undefined;
    const forward = (_event: unknown, sentName: unknown, payload: Events[E]): void => {
      if (sentName === name) listener(payload);
    };
    ipcRenderer.on('broadsheet-event', forward);
    return () => void ipcRenderer.off('broadsheet-event', forward);
  },
  pathOfDropped: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('archive', bridge);
