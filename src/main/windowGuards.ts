import type { WebContents } from 'electron';

/**
 * Keeps a page where it is: it cannot navigate (itself or a frame), open a window or attach a web view. Applied to
 * every page the app makes, hidden ones included.
 */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Calls between browsers pass by the session's rules and the page's policy: without this, packets went out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
