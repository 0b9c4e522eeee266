import { toFailure } from '../../shared/result.ts';
import type { ExportWindow } from './makePdfs.ts';

/** A part takes seconds; one that takes this long holds a post that would never be done. */
const PRINT_LIMIT_MS = 90_000;

/** What prints, and until when. */
export interface Printing {
  readonly window: Pick<ExportWindow, 'print'>;
  readonly signal: AbortSignal;
}

/** A print, or the sentence that says why there is none. Throws when the export was cancelled. */
export async function tryPrint(
  { window, signal }: Printing,
  html: string,
  { isTagged }: { readonly isTagged: boolean },
): Promise<Uint8Array | string> {
  try {
    return await window.print(html, { isTagged, limit: PRINT_LIMIT_MS });
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (signal.aborted || code === 'cancelled') throw thrown;
    return message;
  }
}
