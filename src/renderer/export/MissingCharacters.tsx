import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useApi } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import type { ExportOrder } from './exportOrder.ts';

/** Of more posts the summary tells alone: reading all their text takes the core a minute and more. */
const MOST_POSTS = 10_000;

/** Characters that are named; of more it is said how many there are. */
const MOST_NAMED = 20;

/** Names the characters that the fonts of a PDF lack, before it is made; nothing where they lack none. */
export function MissingCharacters({ order }: { readonly order: ExportOrder }) {
  const { t } = useTranslation('exporting');
  const format = useFormat();
  const api = useApi();
  const { archiveId, ids, options } = order;
  const isPdf = options.format === 'pdf';
  const { data: missing } = useQuery({
    queryKey: ['glyphs-missing', archiveId, ids],
    queryFn: () => api.ask('glyphs.missing', { archiveId, ids }),
    enabled: isPdf && ids.length > 0 && ids.length <= MOST_POSTS,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!isPdf || missing === undefined || missing.length === 0) return null;
  const named = missing.slice(0, MOST_NAMED).join(' ');
  const count = missing.length;
  return (
    <output className="missing">
      <Icon of={TriangleAlert} />
      <span>
        {t('missing', {
          count,
          shown: format.number(count),
          characters: count > MOST_NAMED ? `${named} …` : named,
        })}
      </span>
    </output>
  );
}
