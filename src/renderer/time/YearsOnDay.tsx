import { useTranslation } from 'react-i18next';
import type { OnThisDay, PostOnDay } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { PostId } from '../../shared/model.ts';
import { clearDates } from '../state/filters.ts';
import { useActions, useAppContext } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';

interface YearsOnDayProps {
  readonly found: OnThisDay;
  readonly month: number;
  readonly day: number;
  /** The level of its headings: one below what stands above it. */
  readonly level: 'h2' | 'h4';
  /** Called when the reader chose a post or a day: what stands in the way closes. */
  readonly onChosen?: () => void;
  /** With it each post has a box to tick. */
  readonly ticks?: DayTicks;
}

/** Which posts of the day are ticked, and how one is ticked or no longer. */
interface DayTicks {
  readonly ticked: ReadonlySet<PostId>;
  readonly toggle: (id: PostId) => void;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Posts of one day by year: each opens, and what is not named is one press away in the list. */
export function YearsOnDay({
  found,
  month,
  day,
  level: Heading,
  onChosen,
  ticks,
}: YearsOnDayProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { setFilters } = useActions();
  const { store } = useAppContext();
  const showAll = (year: string): void => {
    const filters = store.getState().session?.filters;
    if (filters === undefined) return;
    const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
    setFilters({ ...clearDates(filters), from: date, to: date });
    onChosen?.();
  };
  return (
    <ol className="years-on-day">
      {found.years.map(({ year, count, posts }) => (
        <li key={year}>
          <Heading>
            {format.year(year)}
            <span className="num">{format.number(count)}</span>
          </Heading>
          <ul>
            {posts.map((post) => (
              <PostItem key={post.path} post={post} ticks={ticks} onChosen={onChosen} />
            ))}
          </ul>
          {posts.length < count && (
            <button type="button" className="mentions-head rest" onClick={() => showAll(year)}>
              {t('moreOfDay', {
                count: count - posts.length,
                shown: format.number(count - posts.length),
              })}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

interface PostItemProps {
  readonly post: PostOnDay;
  readonly ticks: DayTicks | undefined;
  readonly onChosen: (() => void) | undefined;
}

/** A post that opens. With a box to tick it is still one stop of Tab: the box, where Enter opens. */
function PostItem({ post, ticks, onChosen }: PostItemProps) {
  const { t } = useTranslation('time');
  const { goTo } = useActions();
  const open = (): void => {
    onChosen?.();
    goTo({ kind: 'post', path: post.path, fragment: null });
  };
  const line = (
    <button
      type="button"
      className="mention"
      tabIndex={ticks === undefined ? undefined : -1}
      onClick={open}
    >
      <span className="mention-title">{post.title}</span>
      {post.source !== null && <span className="mention-facts cjk">{post.source}</span>}
    </button>
  );
  if (ticks === undefined) return <li>{line}</li>;
  return (
    <li className="tickable">
      <Checkbox
        label={t('tickPost', { title: post.title })}
        isSelected={ticks.ticked.has(post.id)}
        onChange={() => ticks.toggle(post.id)}
        onEnter={open}
      />
      {line}
    </li>
  );
}
