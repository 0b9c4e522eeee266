import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, normalize, sep } from 'node:path';
import { CONTENT_SECURITY_POLICY } from './contentSecurityPolicy.ts';

/** Scheme of the app's own page and of nothing else. */
export const APP_SCHEME = 'app';

/** Origin of the window's page. */
export const APP_ORIGIN = 'app://broadsheet';

/** Address of the window's page. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

/** Answers requests for the built page in `folder`, with its content security policy; 404 for anything else. */
export function createPageServer(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const file = pageFile(folder, request.url);
    const type = file === null ? undefined : TYPES[extname(file)];
    if (request.method !== 'GET' || file === null || type === undefined) return notFound();
    try {
      const content = new Uint8Array(await readFile(file));
      return new Response(content, { headers: { ...HEADERS, 'content-type': type } });
    } catch {
      return notFound();
    }
  };
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: HEADERS });
}

/** File that an address of the page stands for; null when it is no address of the page or leads out of its folder. */
export function pageFile(folder: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== 'broadsheet') return null;
  const path = decode(url.pathname);
  if (path === null || path.includes('\0')) return null;
  const way = normalize(path.replace(/^\/+/u, ''));
  if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return null;
  return join(folder, way);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
