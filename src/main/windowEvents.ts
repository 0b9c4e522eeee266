import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '../shared/events.ts';

/** The one ipc channel that carries events to the window. */
const EVENT_CHANNEL = 'broadsheet-event';

/** Tells the window something; lost when there is no window (it asks for everything when it opens). */
export type SendEvent = <E extends EventName>(name: E, payload: Events[E]) => void;

/** Makes the sender for whatever window is open at the time. */
export function createEventSender(currentWindow: () => BrowserWindow | null): SendEvent {
  return (name, payload) => {
    const window = currentWindow();
    if (window === null || window.isDestroyed() || window.webContents.isDestroyed()) return;
    window.webContents.send(EVENT_CHANNEL, name, payload);
  };
}
