import type { TFunction } from 'i18next';
import type { Problem } from '../../shared/model.ts';
import type { ProblemReason } from '../../shared/problemDetails.ts';
import { charsetName } from '../charsets/charsetName.ts';
import type { Format } from '../i18n/format.ts';

/** A problem in the reader's words: its general sentence, or one that says what and where when that is known. */
export function problemText(
  { code, details }: Pick<Problem, 'code' | 'details'>,
  t: TFunction<'problems'>,
  format: Format,
): string {
  if (details === undefined) return t(`code.${code}.text`);
  const { charset, count, line, byte, reason, field } = details;
  const name = charset === undefined ? '' : charsetName(charset);
  if (code === 'encoding-guessed' && charset !== undefined)
    return t('guessedAs', { charset: name });
  if (reason !== undefined) return reasonText(reason, field, t);
  if (count === undefined || line === undefined) return t(`code.${code}.text`);
  const shown = format.number(count);
  const place = { count, shown, charset: name, line: format.number(line) };
  if (code === 'encoding-mixed') return t('mixedAt', place);
  if (charset === undefined) return t('lostAt', place);
  return byte === undefined
    ? t('damagedAt', place)
    : t('damagedAtByte', { ...place, byte: format.number(byte) });
}

function reasonText(
  reason: ProblemReason,
  field: string | undefined,
  t: TFunction<'problems'>,
): string {
  if (reason === 'repeated' && field !== undefined) return t('repeatedField', { field });
  return t(`reason.${reason}`, { example: '{{ page.title }}' });
}

/** Whether reading the file in another charset may help. */
export function mayReadAs({ code }: Pick<Problem, 'code'>): boolean {
  return code.startsWith('encoding-') || code === 'not-text';
}
