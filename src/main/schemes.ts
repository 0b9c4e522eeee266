import { protocol } from 'electron';
import { ARCHIVE_SCHEME } from '../shared/archiveAddress.ts';
import { APP_SCHEME } from './appProtocol.ts';

/**
 * Declares our two schemes; before the app is ready. The page's is a proper secure origin with compiled code kept
 * between starts; pictures need to stream, and nothing may fetch from either.
 */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: ARCHIVE_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}
