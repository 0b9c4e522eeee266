/* oxlint-disable jsx-a11y/control-has-associated-label -- table rows are no controls; their words are in their cells */
import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { fileSize, splitPath } from './problemGroups.ts';
import { mayReadAs, problemText } from './problemText.ts';

/** Height of a row, as problems.css sets it. */
const ROW_HEIGHT = 44;

/** The problems, one row each; only the rows in view are drawn, between two spacers. */
export function ProblemsTable({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation('problems');
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const before = rows[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <div className="tbl-scroll" ref={scroller}>
      <table className="tbl" aria-label={t('title')} aria-rowcount={problems.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th className="icon" scope="col">
              <span className="sr">{t('severity')}</span>
            </th>
            <th className="file" scope="col">
              {t('file')}
            </th>
            <th scope="col">{t('problem')}</th>
            <th className="size" scope="col">
              {t('size')}
            </th>
            <th className="acts" scope="col">
              <span className="sr">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Gap height={before} />
          {rows.map(({ index }) => {
            const problem = problems[index];
            return problem && <ProblemRow key={index} problem={problem} place={index} />;
          })}
          <Gap height={after} />
        </tbody>
      </table>
    </div>
  );
}

const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr className="gap" aria-hidden>
      <td colSpan={5} style={{ height }} />
    </tr>
  ) : null;

interface RowProps {
  readonly problem: Problem;
  /** 0-based place among all rows. */
  readonly place: number;
}

function ProblemRow({ problem, place }: RowProps) {
  const { t } = useTranslation('problems');
  const format = useFormat();
  const { path, code, severity, sizeBytes } = problem;
  const { folder, file } = splitPath(path);
  const isError = severity === 'error';
  return (
    <tr aria-rowindex={place + 2}>
      <td className={isError ? 'icon e' : 'icon w'} title={isError ? t('error') : t('warning')}>
        <Icon of={isError ? CircleAlert : TriangleAlert} />
        <span className="sr">{isError ? t('error') : t('warning')}</span>
      </td>
      <td>
        <span className="path" title={path}>
          <span className="dir">{folder}</span>
          <span className="base">{file}</span>
        </span>
      </td>
      <td>
        <span className="why" title={problemText(problem, t, format)}>
          <b>{t(`code.${code}.title`)}</b>
          <span>{problemText(problem, t, format)}</span>
        </span>
      </td>
      <td className="size">{sizeBytes === null ? '' : fileSize(sizeBytes, format.number)}</td>
      <td className="acts">
        <RowActions problem={problem} />
      </td>
    </tr>
  );
}

function RowActions({ problem }: Pick<RowProps, 'problem'>) {
  const { path, pathHex, severity } = problem;
  const { t } = useTranslation('problems');
  const { t: tc } = useTranslation('common');
  const { t: tr } = useTranslation('charsets');
  const { openPath, openReadAs, showInFolder } = useActions();
  // A name that is no text cannot be handed to the system.
  if (pathHex !== undefined) return null;
  return (
    <>
      {severity === 'warning' && (
        <Button
          className="opens"
          label={t('openNamed', { path })}
          onPress={() => openPath(path, null)}
        >
          {t('open')}
        </Button>
      )}
      {mayReadAs(problem) && (
        <Button label={tr('readNamed', { path })} onPress={() => openReadAs(path)}>
          {tr('readAs')}
        </Button>
      )}
      <Button label={t('showNamed', { path })} onPress={() => void showInFolder(path)}>
        {tc('showInFolder')}
      </Button>
    </>
  );
}
