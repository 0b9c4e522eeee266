import { Link2Off } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '../../shared/annotations.ts';
import type { TextRange } from '../../shared/model.ts';
import { readArticleText } from '../article/articleText.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';
import { candidatesFor } from './candidates.ts';
import { dayOf } from './dayOf.ts';
import type { Marking } from './marking.ts';
import { QuietButton } from './QuietButton.tsx';
import type { Marker } from './useMarker.ts';

interface OrphanTrayProps {
  readonly marking: Marking;
  readonly marker: Marker;
  readonly isPart: boolean;
}

/** Highlights whose words are not in the text any more: kept, and waiting for a new place. Nothing without any. */
export function OrphanTray({ marking, marker, isPart }: OrphanTrayProps) {
  const { t } = useTranslation('marking');
  const format = useFormat();
  const orphans = useStore(marking.store, ({ placement }) => placement.orphans);
  if (orphans.length === 0) return null;
  const words = { count: orphans.length, shown: format.number(orphans.length) };
  return (
    <details className="orphans" open={orphans.length <= 3}>
      <summary>
        <Icon of={Link2Off} />
        {t('orphans', words)}
      </summary>
      <p className="dim">{t(isPart ? 'orphansPart' : 'orphansWhy')}</p>
      <ul aria-label={t('orphans', words)}>
        {orphans.map((orphan) => (
          <Orphan key={orphan.id} {...{ orphan, marking, marker }} />
        ))}
      </ul>
    </details>
  );
}

interface OrphanProps extends Omit<OrphanTrayProps, 'isPart'> {
  readonly orphan: Highlight;
}

function Orphan({ orphan, marking, marker }: OrphanProps) {
  const { t } = useTranslation('marking');
  const format = useFormat();
  const { quote, note, pen, createdAt, id } = orphan;
  const hasSelection = useStore(marking.store, ({ selection }) => selection !== null);
  const placement = useStore(marking.store, (state) => state.placement);
  const { text, candidates } = useMemo(() => {
    // Looked for anew with every placement: the text may be another one.
    const body = placement.orphans.length === 0 ? null : marking.body();
    const shown = body === null ? '' : readArticleText(body).text;
    return { text: shown, candidates: candidatesFor(shown, orphan) };
  }, [marking, orphan, placement]);
  const attachSelection = (): void => {
    const passage = marker.passage();
    if (passage !== null) void marker.attach(orphan, passage);
  };
  return (
    <li className="orphan" data-pen={pen}>
      <blockquote>{quote}</blockquote>
      {note !== null && <p className="orphan-note">{note}</p>}
      <p className="dim">{t('orphanBy', { day: dayOf(createdAt, format) })}</p>
      {candidates.length > 0 && (
        <ul aria-label={t('candidates')}>
          {candidates.map((range) => (
            <li key={range.join('-')} className="candidate">
              <Excerpt text={text} range={range} />
              <QuietButton
                className="btn"
                onPress={() => void marker.attach(orphan, { text, range })}
              >
                {t('attachHere')}
              </QuietButton>
            </li>
          ))}
        </ul>
      )}
      <div className="orphan-acts">
        <QuietButton className="btn" isDisabled={!hasSelection} onPress={attachSelection}>
          {t('attachSelection')}
        </QuietButton>
        <QuietButton className="btn ghost" onPress={() => void marker.remove(id)}>
          {t('remove')}
        </QuietButton>
        <span className="dim">{t(candidates.length > 0 ? 'attachHint' : 'attachHintAlone')}</span>
      </div>
    </li>
  );
}

/** Characters shown before and after a candidate. */
const AROUND = 24;

function Excerpt({
  text,
  range: [start, end],
}: {
  readonly text: string;
  readonly range: TextRange;
}) {
  const before = text.slice(Math.max(0, start - AROUND), start).replaceAll(/\s+/gu, ' ');
  const after = text.slice(end, end + AROUND).replaceAll(/\s+/gu, ' ');
  return (
    <span className="excerpt cjk">
      {start > AROUND ? '…' : ''}
      {before}
      <b>{text.slice(start, end)}</b>
      {after}
      {end + AROUND < text.length ? '…' : ''}
    </span>
  );
}
