import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '../shared/events.ts';

/** The one ipc channel that carries events to the window. */
const EVENT_CHANNEL = 'broadsheet-event';

/** Tells windows something; lost when there is no window (it asks for everything when it opens). */
export type SendEvent = <E extends EventName>(name: E, payload: Events[E]) => void;

/** Makes the sender for whatever windows are open at the time. */
export function createEventSender(windows: () => readonly (BrowserWindow | null)[]): SendEvent {
  return (name, payload) => {
    for (const window of windows()) {
      if (window === null || window.isDestroyed() || window.webContents.isDestroyed()) continue;
      window.webContents.send(EVENT_CHANNEL, name, payload);
    }
  };
}
