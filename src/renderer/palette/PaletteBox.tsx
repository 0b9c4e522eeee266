import { Search } from 'lucide-react';
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { strokeNames } from '../commands/keyStroke.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useApp } from '../state/store.ts';
import { keysOf } from '../../shared/commands/commands.ts';
import { commandOf } from '../commands/commands.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useAnnounced } from '../ui/useAnnounced.ts';
import { domId } from './domId.ts';
import { PaletteFoot } from './PaletteFoot.tsx';
import { PaletteList } from './PaletteList.tsx';
import {
  canChoose,
  readTyped,
  type PaletteGroup,
  type PaletteRow,
  type PaletteSection,
} from './paletteModel.ts';
import type { FinalTarget } from './runTarget.ts';
import { usePaletteSections } from './usePaletteSections.ts';

/** Lines that Page Up and Page Down go. */
const PAGE = 8;
/** Longest text that is taken. */
const MOST_TYPED = 500;

interface PaletteBoxProps {
  readonly onChoose: (target: FinalTarget) => void;
  readonly onClose: () => void;
}

/** Where the line that is chosen moves to by a key; null = the key does not move it. Home and End belong to the text. */
function movedTo(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowUp':
      return (place - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, place + PAGE);
    case 'PageUp':
      return Math.max(0, place - PAGE);
    default:
      return null;
  }
}

const movingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

const rowsOf = (sections: readonly PaletteSection[]): readonly PaletteRow[] =>
  sections.flatMap((section) => section.rows);

/** Where the line that is chosen stands: the first one when it is gone. */
const placeOf = (rows: readonly PaletteRow[], id: string | null): number =>
  Math.max(
    0,
    rows.findIndex((row) => row.id === id),
  );

/** The field, the lines that answer it, and what the keys do. */
export function PaletteBox({ onChoose, onClose }: PaletteBoxProps) {
  const [typed, setTyped] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<Readonly<Partial<Record<PaletteGroup, number>>>>({});
  const query = useMemo(() => readTyped(typed), [typed]);
  const { query: shownQuery, sections, total, finish } = usePaletteSections(query, expanded);
  const rows = useMemo(() => rowsOf(sections), [sections]);
  const active = rows[placeOf(rows, activeId)] ?? null;

  const choose = useCallback(
    (row: PaletteRow): void => {
      const { target } = row;
      if (!canChoose(row)) return;
      if (target.kind !== 'more') return onChoose(target);
      const { group } = target;
      // The first of those that come now is the next one to look at.
      const before = rows[placeOf(rows, row.id) - 1]?.id ?? null;
      setExpanded((now) => ({ ...now, [group]: (now[group] ?? 0) + 1 }));
      setActiveId(before);
    },
    [rows, onChoose],
  );
  const type = (text: string): void => {
    backToTop();
    setTyped(text);
    setActiveId(null);
    setExpanded({});
  };
  const onKeyDown = useLineKeys({
    activeId,
    setActiveId,
    // A key that chooses among lines means those for what is typed, whether or not they are painted.
    linesNow: () => rowsOf(finish()),
    choose,
    onClose,
  });
  return (
    <>
      <PaletteField
        typed={typed}
        hasLines={rows.length > 0}
        active={active}
        onType={type}
        onKeyDown={onKeyDown}
      />
      <PaletteList
        query={shownQuery}
        sections={sections}
        total={total}
        activeId={active?.id ?? null}
        isFollowed={activeId !== null}
        onPoint={setActiveId}
        onChoose={choose}
      />
      <Announced count={rows.length} />
      <PaletteFoot />
    </>
  );
}

interface LineHand {
  readonly activeId: string | null;
  readonly setActiveId: (id: string | null) => void;
  readonly linesNow: () => readonly PaletteRow[];
  readonly choose: (row: PaletteRow) => void;
  readonly onClose: () => void;
}

/** The keys of the field that are no text: they move the choice, choose, or close. */
function useLineKeys({ activeId, setActiveId, linesNow, choose, onClose }: LineHand) {
  const isPaletteKey = usePaletteKey();
  const chooseLine = (isSearch: boolean): void => {
    const lines = linesNow();
    const row = isSearch
      ? lines.find(({ id }) => id === 'search-all')
      : lines[placeOf(lines, activeId)];
    if (row !== undefined) choose(row);
  };
  /** Whether the key moves the choice. */
  const moveTo = (key: string): boolean => {
    if (!movingKeys.has(key)) return false;
    const lines = linesNow();
    const target = movedTo(key, placeOf(lines, activeId), lines.length);
    if (target !== null) setActiveId(lines[target]?.id ?? null);
    return target !== null;
  };
  return (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') chooseLine(event.ctrlKey || event.metaKey);
    else if (isPaletteKey(event)) onClose();
    else if (!moveTo(event.key)) return;
    event.preventDefault();
  };
}

/** Other lines come: they are looked at from the first one on. */
function backToTop(): void {
  const lines = document.getElementById('palette-lines');
  if (lines !== null && lines.scrollTop > 0) lines.scrollTop = 0;
}

interface PaletteFieldProps {
  readonly typed: string;
  readonly hasLines: boolean;
  /** The line that Enter runs; null = none. */
  readonly active: PaletteRow | null;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The field: it keeps the focus and names the line that is chosen. */
function PaletteField({ typed, hasLines, active, onType, onKeyDown }: PaletteFieldProps) {
  const { t } = useTranslation('palette');
  return (
    <div className="q">
      <Icon of={Search} size={20} />
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a palette is opened to type into it, and gives the focus back
        autoFocus
        role="combobox"
        aria-label={t('title')}
        aria-expanded={hasLines}
        aria-controls="palette-lines"
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : domId(active)}
        placeholder={t('placeholder')}
        value={typed}
        maxLength={MOST_TYPED}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={onKeyDown}
      />
      <Kbd keys="Esc" />
    </div>
  );
}

/** How many lines there are, for screen readers, now and then. */
function Announced({ count }: { readonly count: number }) {
  const { t } = useTranslation('palette');
  const format = useFormat();
  return (
    <output className="sr">
      {useAnnounced(t('lines', { count, shown: format.number(count) }))}
    </output>
  );
}

/** Whether a key press is the one that opens the palette: it closes it, too. */
function usePaletteKey(): (event: KeyboardEvent) => boolean {
  const changed = useApp(({ settings }) => settings.keys);
  const isMac = useApp(({ app }) => app.platform === 'mac');
  const command = commandOf('palette');
  const keys = command === undefined ? [] : keysOf(command, changed);
  return (event) => strokeNames(event, isMac).some((name) => keys.includes(name));
}
