import type { Charset } from './charsets.ts';

/**
 * Cases that share a code. Of `front-matter-recovered`: a field given twice, a template or another value with no name that
 * can be kept, a name that cannot, too much to keep, lines that are no fields, a title too long. Of `date-invalid`: only
 * the time does not exist.
 */
export type ProblemReason =
  | 'repeated'
  | 'template'
  | 'name'
  | 'cut'
  | 'lines'
  | 'longTitle'
  | 'time';

/** What a problem is about, for those who put it in words; what does not apply is left out. */
export interface ProblemDetails {
  /** What the text was read as. */
  readonly charset?: Charset;
  /** How many places or lines are concerned. */
  readonly count?: number;
  /** The first line concerned, from 1. */
  readonly line?: number;
  /** The first byte concerned, from 0. */
  readonly byte?: number;
  /** Which of the cases that share the code it is, where the code's general words do not say it. */
  readonly reason?: ProblemReason;
  /** The field of the front matter concerned. */
  readonly field?: string;
}
