import type { PostSummary } from '../../shared/model.ts';
import type { ListLayout, PlacedRun } from '../state/listLayout.ts';
import { useSession } from '../state/store.ts';
import { PostRow, type RowWords } from './PostRow.tsx';

interface MonthRunViewProps {
  readonly layout: ListLayout;
  readonly run: PlacedRun;
  /** Rows to draw, places in the whole result. */
  readonly rows: readonly number[];
  readonly rowAtIndex: (index: number) => PostSummary | null;
  readonly words: RowWords;
}

/** Posts of one month under its head, which sticks to the top while they pass. Silent for screen readers. */
export function MonthRunView({ layout, run, rows, rowAtIndex, words }: MonthRunViewProps) {
  const { t, format } = words;
  const openPath = useSession((session) => session.openPath);
  const cursor = useSession((session) => session.cursor);
  const ticked = useSession((session) => session.ticked);
  const hasHead = layout.headHeight > 0;
  return (
    <div
      role="presentation"
      className="run"
      style={{ top: run.top, height: layout.headHeight + run.count * layout.rowHeight }}
    >
      {hasHead && (
        <div className="grp" role="presentation" aria-hidden>
          {run.month === null ? t('noDate') : format.month(run.month)}
          <span className="num">{format.number(run.count)}</span>
        </div>
      )}
      {rows.map((index) => {
        const post = rowAtIndex(index);
        const isOpen = post !== null && post.path === openPath;
        const isTicked = post !== null && ticked !== null && ticked.has(post.id);
        return (
          <PostRow
            key={index}
            words={words}
            post={post}
            index={index}
            total={layout.total}
            top={layout.headHeight + (index - run.firstRow) * layout.rowHeight}
            height={layout.rowHeight}
            hasMonth={hasHead && run.month !== null}
            isOpen={isOpen}
            isCursor={index === cursor}
            isTicked={isTicked}
            isSelected={ticked !== null && ticked.size > 0 ? isTicked : isOpen}
          />
        );
      })}
    </div>
  );
}
