import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useSession } from '../state/store.ts';

/** A count is announced when the result rests for this long (ms), so that typing is not talked over. */
const REST = 1000;

/** Says the number of posts to screen readers, once a result rests. */
export function ResultStatus() {
  const { t } = useTranslation('posts');
  const format = useFormat();
  const total = useSession((session) => session.result?.head.total ?? null);
  const [said, setSaid] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(total), REST);
    return () => clearTimeout(timer);
  }, [total]);
  return (
    <output className="sr">
      {said === null ? '' : t('announce', { count: said, shown: format.number(said) })}
    </output>
  );
}
