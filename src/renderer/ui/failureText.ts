import type { TFunction } from 'i18next';
import type { FailureInfo } from '../../shared/result.ts';

/** A failure in the reader's language; the path or the English detail follows where it helps. */
export const failureText = (failure: FailureInfo, t: TFunction): string =>
  t(`failure.${failure.code}`, { message: failure.message, path: failure.path ?? '' }).trim();
