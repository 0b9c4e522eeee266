import {
  Check,
  Ellipsis,
  FileText,
  Hash,
  GalleryVerticalEnd,
  Library,
  Newspaper,
  Search,
  TextSearch,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { memo, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextRange } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Icon } from '../ui/Icon.tsx';
import { useApp } from '../state/store.ts';
import { LineDetail } from './LineDetail.tsx';
import { canChoose, type PaletteRow, type Target } from './paletteModel.ts';

interface PaletteLineProps {
  readonly id: string;
  readonly row: PaletteRow;
  readonly total: number | null;
  readonly isActive: boolean;
  /** The list follows the line that is chosen: the reader moved there. */
  readonly isFollowed: boolean;
  readonly onPoint: (id: string) => void;
  readonly onChoose: (row: PaletteRow) => void;
}

const icons: Readonly<Record<Exclude<Target['kind'], 'command'>, LucideIcon>> = {
  archive: Library,
  saved: Search,
  source: Newspaper,
  tag: Hash,
  post: FileText,
  'search-all': GalleryVerticalEnd,
  find: TextSearch,
  more: Ellipsis,
};

const iconOf = (target: Target): LucideIcon =>
  target.kind === 'command' ? target.command.icon : icons[target.kind];

/** Whether a line is named by the reader or a post; all others speak the window's language. */
const isOwnName = ({ kind }: Target): boolean =>
  ['archive', 'saved', 'source', 'tag', 'post'].includes(kind);

/** Text whose typed parts are bold. */
function Emphasised({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly TextRange[];
}) {
  const parts: ReactNode[] = [];
  let position = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(position, start), <em key={start}>{text.slice(start, end)}</em>);
    position = end;
  }
  return [...parts, text.slice(position)];
}

/** One line of the palette; going from line to line draws two of them. */
export const PaletteLine = memo(function PaletteLine(properties: PaletteLineProps) {
  const { id, row, total, isActive, isFollowed, onPoint, onChoose } = properties;
  const { t } = useTranslation('palette');
  const format = useFormat();
  const { target } = row;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive && isFollowed) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive, isFollowed]);
  const isOn = useApp(
    (state) => target.kind === 'command' && target.command.isOn?.(state) === true,
  );
  const text =
    target.kind === 'more'
      ? t('more', { count: target.count, shown: format.number(target.count) })
      : row.text;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and hears the keys
    <div
      ref={line}
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see PaletteList
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={!canChoose(row)}
      className={`it ${isActive ? 'on' : ''} ${target.kind === 'more' ? 'more' : ''}`}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={({ movementX, movementY }) => {
        // Lines that come under a pointer at rest are not pointed at, though the system tells of a move.
        if (!isActive && (movementX !== 0 || movementY !== 0)) onPoint(row.id);
      }}
      onClick={() => onChoose(row)}
    >
      <Icon of={iconOf(target)} />
      <span className={`trunc ${isOwnName(target) ? 'cjk' : ''}`}>
        <Emphasised text={text} marks={row.marks} />
      </span>
      {isOn && <Icon of={Check} className="check" />}
      <span className="ks">
        <LineDetail target={target} total={total} />
      </span>
    </div>
  );
});
