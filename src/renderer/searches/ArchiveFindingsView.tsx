import { ChevronRight } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Archive } from '../../shared/model.ts';
import type { Format } from '../i18n/format.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { failureText } from '../ui/failureText.ts';
import { Icon } from '../ui/Icon.tsx';
import { MarkedText } from '../ui/MarkedText.tsx';
import { Seal } from '../ui/Seal.tsx';
import type { ArchiveState } from './useAllArchives.ts';

interface ArchiveFindingsViewProps {
  readonly archive: Archive;
  readonly state: ArchiveState;
  /** Opens the archive with the search; with a path, at that post. */
  readonly onOpen: (path: string | null) => void;
}

/** What there is to say of an archive besides its posts. */
function noteOf(
  { isPresent }: Archive,
  state: ArchiveState,
  words: {
    readonly t: TFunction<'searches'>;
    readonly tCommon: TFunction;
    readonly format: Format;
  },
): string {
  const { t, tCommon, format } = words;
  switch (state.kind) {
    case 'waiting':
      return t('notSearched');
    case 'searching':
      return t('searchingOne');
    case 'failed':
      return failureText(state.failure, tCommon);
    default: {
      const { findings } = state;
      if (findings.outcome === 'not-indexed') return t('notIndexed');
      const { total } = findings;
      const posts = tCommon('posts', { count: total, shown: format.number(total) });
      return isPresent ? posts : t('awayWith', { posts });
    }
  }
}

/** One archive in the search of all: its name, how many posts, and the first of them. */
export function ArchiveFindingsView({ archive, state, onOpen }: ArchiveFindingsViewProps) {
  const { t } = useTranslation('searches');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const findings = state.kind === 'answered' ? state.findings : null;
  const posts = findings?.outcome === 'found' ? findings.posts : [];
  const hasPosts = posts.length > 0;
  const note = noteOf(archive, state, { t, tCommon, format });
  const head = (
    <>
      <Seal isSmall text={archive.seal} />
      <b className="cjk trunc">{archive.name}</b>
      <span className={`note ${state.kind === 'failed' ? 'bad' : ''}`}>{note}</span>
    </>
  );
  return (
    <section aria-label={archive.name} className="aa-archive">
      {hasPosts ? (
        <button type="button" data-stop className="aa-head" onClick={() => onOpen(null)}>
          {head}
          <span className="sp" />
          <Icon of={ChevronRight} size={12} />
        </button>
      ) : (
        <div className="aa-head">{head}</div>
      )}
      {hasPosts && (
        <ul>
          {posts.map((post) => (
            <li key={post.path}>
              <button type="button" data-stop onClick={() => onOpen(post.path)}>
                <span className="cjk trunc">
                  <MarkedText text={post.title} marks={post.titleMarks} />
                </span>
                <small className="dim nowrap">
                  {[post.source, post.day === null ? null : format.fullDay(post.day)]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
