import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue } from '../../shared/searchModel.ts';
import { ContextMenu, type MenuPoint } from '../ui/ContextMenu.tsx';
import { FacetValueRow } from './FacetValueRow.tsx';
import { sameValues } from './facetRows.ts';
import { MoreValues } from './MoreValues.tsx';
import { SectionHead } from './SectionHead.tsx';
import { useFacet, type FacetChoice, type FacetView, type LabelFacet } from './useFacet.ts';

const titles = {
  sources: 'source',
  categories: 'category',
  tags: 'tag',
  labels: 'label',
  states: 'state',
} as const;

interface FacetSectionProps {
  readonly facet: LabelFacet;
  readonly values: readonly FacetValue[];
  readonly choice: FacetChoice;
}

/** The menu of a value: what the pointer does with Alt, by name. */
function ValueMenu({
  view,
  menu,
  onClose,
}: {
  readonly view: FacetView;
  readonly menu: { readonly at: MenuPoint; readonly value: string } | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('filters');
  const row = view.first.find(({ value }) => value === menu?.value);
  const { exclude } = view;
  return (
    <ContextMenu
      at={row === undefined ? null : (menu?.at ?? null)}
      label={t('valueMenu', { value: row?.label ?? '' })}
      onClose={onClose}
      groups={[
        {
          id: 'value',
          entries: [
            { id: 'only', text: t('only'), run: () => view.only(menu?.value ?? '') },
            ...(exclude === undefined
              ? []
              : [
                  {
                    id: 'exclude',
                    text: t(row?.isExcluded === true ? 'includeAgain' : 'exclude'),
                    run: () => exclude(menu?.value ?? ''),
                  },
                ]),
          ],
        },
      ]}
    />
  );
}

/** One facet: its first values, and all of them in a popover. */
export const FacetSection = memo(function FacetSection(props: FacetSectionProps) {
  const { facet, values, choice } = props;
  const { t } = useTranslation('filters');
  const view = useFacet(facet, values, choice);
  const [menu, setMenu] = useState<{ readonly at: MenuPoint; readonly value: string } | null>(null);
  if (view.count === 0) return null;
  const title = t(titles[facet]);
  const { first, count, allRows, most, toggle, exclude } = view;
  return (
    <section aria-label={title}>
      <SectionHead title={title} isActive={view.isInUse} onClear={view.clear} />
      <ul className="facet">
        {first.map((row) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the menu key in its tick box opens the menu too
          <li
            key={row.value}
            onContextMenu={(event) => {
              event.preventDefault();
              setMenu({ at: { x: event.clientX, y: event.clientY }, value: row.value });
            }}
          >
            <FacetValueRow row={row} most={most} onToggle={toggle} onExclude={exclude} />
          </li>
        ))}
        <MoreValues
          title={title}
          rows={allRows}
          more={count - first.length}
          most={most}
          onToggle={toggle}
          {...(exclude === undefined ? {} : { onExclude: exclude })}
        />
      </ul>
      <ValueMenu view={view} menu={menu} onClose={() => setMenu(null)} />
    </section>
  );
}, isSameSection);

const sameWords = (left: readonly string[], right: readonly string[]): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

/** Every answer is made anew, and most of what is typed says nothing of a facet: only what differs is drawn again. */
function isSameSection(left: FacetSectionProps, right: FacetSectionProps): boolean {
  return (
    left.facet === right.facet &&
    sameWords(left.choice.chosen, right.choice.chosen) &&
    sameWords(left.choice.excluded, right.choice.excluded) &&
    sameValues(left.values, right.values)
  );
}
