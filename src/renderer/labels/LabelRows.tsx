import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { labelsUnder, labelTree, openNodes } from '../state/labelTree.ts';
import { useActions, useSession } from '../state/store.ts';
import { LabelRow } from './LabelRow.tsx';
import { useLabels } from './useLabels.ts';
import './labels.css';

const nothingClosed: readonly string[] = [];

/** The labels of bookmarks, a tree under the list Bookmarks; nothing where there are none. */
export function LabelRows() {
  const { t } = useTranslation('library');
  const { compare } = useFormat();
  const { setClosedLabels } = useActions();
  const labels = useLabels();
  const closed = useSession((session) => session.closedLabels) ?? nothingClosed;
  const filters = useSession((session) => session.filters);
  const [renaming, setRenaming] = useState<string | null>(null);
  if (labels.length === 0 || filters === null) return null;
  const nodes = labelTree(labels, compare);
  const chosen = [...filters.labels].toSorted().join('\n');
  const toggle = (label: string): void =>
    setClosedLabels(
      closed.includes(label) ? closed.filter((known) => known !== label) : [...closed, label],
    );
  return (
    <ul aria-label={t('labels')}>
      {openNodes(nodes, new Set(closed)).map((node) => {
        const own = labelsUnder(nodes, node.label);
        return (
          <LabelRow
            key={node.label}
            node={node}
            labels={own}
            isOn={chosen !== '' && [...own].toSorted().join('\n') === chosen}
            isOpen={!closed.includes(node.label)}
            onToggle={() => toggle(node.label)}
            isRenaming={renaming === node.label}
            onRename={(isOn) => setRenaming(isOn ? node.label : null)}
          />
        );
      })}
    </ul>
  );
}
