import { useTranslation } from 'react-i18next';
import { useSession } from '../state/store.ts';

/** One neutral line below the search field when a part of the query was taken as plain text. */
export function QueryHints() {
  const { t } = useTranslation('filters');
  const hints = useSession((session) => session.result?.head.hints ?? null);
  const first = hints?.[0];
  if (first === undefined) return null;
  return <output className="hint">{t(`hint.${first.code}`, { part: first.part })}</output>;
}
