import { call } from './call.ts';
import type { CitationRequest, Citations } from './citations.ts';
import { citationSchema } from './schemas.ts';

/** Channels about citations; answered by the core. */
export const citationCalls = {
  /** Posts as citations, in the order asked; those that the index has no more are left out. */
  'citations.make': call<CitationRequest, Citations>(citationSchema),
} as const;
