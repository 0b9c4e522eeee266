import type { App, Session } from 'electron';
import { APP_SCHEME } from './appProtocol.ts';
import { ARCHIVE_SCHEME } from '../shared/archiveAddress.ts';

/**
 * Switches that keep Chromium from opening a connection by itself. Names from Chromium's `switches` files and
 * Electron's list (https://www.electronjs.org/docs/latest/api/command-line-switches); unknown ones do nothing.
 */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-component-extensions-with-background-pages'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['dns-prefetch-disable'],
  ['metrics-recording-only'],
  ['no-first-run'],
  ['no-pings'],
  ['no-proxy-server'],
  // Whatever still asks for a name is told at once that there is none, without asking a name server.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** Features of Chromium that fetch models, lists, hints or certificates, or look for devices, in the background. */
const FEATURES: readonly string[] = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'SafeBrowsing',
  'SpellcheckService',
  'Translate',
];

/** Appends the switches; before the app is ready, for Chromium reads them while starting. */
export function forbidNetwork(app: App): void {
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  const given = app.commandLine.getSwitchValue('disable-features');
  const features = given === '' ? FEATURES : [given, ...FEATURES];
  app.commandLine.appendSwitch('disable-features', features.join(','));
}

/** What a session may request at all. */
const ALLOWED: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, `${ARCHIVE_SCHEME}:`]);

/** Schemes that stay inside the browser: its own tools, and content that is already in memory. */
const INTERNAL: ReadonlySet<string> = new Set(['devtools:', 'data:', 'blob:', 'about:']);

/** True when a session may make this request: our own schemes, and those that never leave the process. */
export function isRequestAllowed(address: string): boolean {
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(address)?.[0]?.toLowerCase();
  return scheme !== undefined && (ALLOWED.has(scheme) || INTERNAL.has(scheme));
}

/** Chromium's "failed" for a certificate (Electron, `ses.setCertificateVerifyProc`). */
const REJECTED = -2;

/** No server is given a name, a password or a certificate, and none of its own is taken. */
export function refuseServers(app: App): void {
  app.on('certificate-error', (...[event, , , , , callback]) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (...[event, , , , callback]) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (...[event, , , , callback]) => {
    event.preventDefault();
    callback();
  });
}

/** Closes every way a page has to reach out, ask for a permission or save a file. Applied to every session. */
export function confineSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isRequestAllowed(details.url) });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Nothing is ever asked of a server; if something were, no certificate would be good enough.
  session.setCertificateVerifyProc((_request, callback) => callback(REJECTED));
  // Without a language there is no dictionary to fetch: turning the checker off alone comes too late for the first one.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  // Direct: without this, Chromium looks for a proxy's address in the network (WPAD).
  void session.setProxy({ mode: 'direct' });
}
