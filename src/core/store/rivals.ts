import type { QuoteRivals } from '../../shared/annotations.ts';
import { rivalsSchema } from '../../shared/annotationSchemas.ts';
import * as v from 'valibot';

/** How the library keeps what a passage stood out from: as JSON; null = unknown. */
export function rivalsText(rivals: QuoteRivals | undefined): string | null {
  return rivals === undefined ? null : JSON.stringify(rivals);
}

/** The same read again; null when unknown, or when it went bad. */
export function readRivals(kept: string | null): QuoteRivals | null {
  if (kept === null) return null;
  try {
    const parsed = v.safeParse(rivalsSchema, JSON.parse(kept));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
