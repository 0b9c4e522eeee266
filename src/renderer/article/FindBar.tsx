import { ArrowDownToLine, ArrowUpToLine, ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../i18n/useFormat.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Tip } from '../ui/Tip.tsx';
import { useEscape } from '../ui/useEscape.ts';
import type { FindState } from '../state/model.ts';
import { hitCount, type ArticleMarks } from './articleMarks.ts';
import type { FindRequest } from './findLiteral.ts';
import { useShortcut } from '../commands/useShortcut.ts';

interface Properties {
  readonly find: FindRequest;
  readonly marks: ArticleMarks;
  readonly lang: string;
  /** True while only a part of a long post is shown: the rest is not looked through. */
  readonly isPart: boolean;
  /** Grows with every command; `move` is the newest one. */
  readonly request: number;
  readonly move: FindState['move'];
  readonly onChange: (find: FindRequest) => void;
  readonly onClose: () => void;
}

/** The bar that finds in the open post. */
export function FindBar(properties: Properties) {
  const { find, marks, lang, isPart, request, move, onChange, onClose } = properties;
  const { t } = useTranslation('article');
  const { shortcut: nextKeys = '' } = useShortcut('find-next');
  const bar = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (request === 0 || move !== 'focus') return;
    field.current?.focus();
    field.current?.select();
  }, [request, move]);
  useEscape(bar, onClose);
  const onFieldKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    marks.step(event.shiftKey ? -1 : 1);
  };
  return (
    <search className="find" ref={bar}>
      <div className="field s">
        <Icon of={Search} />
        <input
          ref={field}
          value={find.text}
          lang={lang}
          aria-label={t('find')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...find, text: event.target.value })}
          onKeyDown={onFieldKeyDown}
        />
        <MatchCount marks={marks} isAsked={find.text.trim() !== ''} />
      </div>
      <IconButton icon={ChevronUp} label={t('previousMatch')} onPress={() => marks.step(-1)} />
      <IconButton icon={ChevronDown} label={t('nextMatch')} onPress={() => marks.step(1)} />
      <span className="vr" />
      <FindToggles find={find} onChange={onChange} />
      {isPart && <span className="dim nowrap">{t('inPart')}</span>}
      <span className="sp" />
      <Wrapped marks={marks} />
      <span className="dim hide-s nowrap next-hint">
        <Kbd isBare keys={nextKeys} /> {t('nextHint')}
      </span>
      <IconButton icon={X} label={t('closeFind')} shortcut="Esc" onPress={onClose} />
    </search>
  );
}

function FindToggles({ find, onChange }: Pick<Properties, 'find' | 'onChange'>) {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  return (
    <>
      <Tip text={t('matchCase')}>
        <ToggleButton
          className="toggle case"
          aria-label={t('matchCase')}
          isSelected={find.isCaseSensitive}
          onChange={(isCaseSensitive) => onChange({ ...find, isCaseSensitive })}
        >
          Aa
        </ToggleButton>
      </Tip>
      <Tip text={tr('exactHint')}>
        <ToggleButton
          className="toggle"
          isSelected={find.isWholeWord}
          onChange={(isWholeWord) => onChange({ ...find, isWholeWord })}
        >
          {t('exact')}
        </ToggleButton>
      </Tip>
      <Tip text={tr('foldVariantsName')}>
        <ToggleButton
          className="toggle variants"
          aria-label={`${tr('foldVariants')}: ${tr('foldVariantsName')}`}
          isSelected={find.foldsVariants}
          onChange={(foldsVariants) => onChange({ ...find, foldsVariants })}
        >
          <span lang="zh">{tr('foldVariants')}</span>
        </ToggleButton>
      </Tip>
    </>
  );
}

/** The quiet sign that the last step went round the corner. */
function Wrapped({ marks }: Pick<Properties, 'marks'>) {
  const { t } = useTranslation('reading');
  const wrapped = useStore(marks.store, (state) => state.wrapped);
  return (
    <output className="wrapped dim nowrap">
      {wrapped !== null && (
        <>
          <Icon of={wrapped === 'top' ? ArrowUpToLine : ArrowDownToLine} size={12} />
          <span>{wrapped === 'top' ? t('wrappedTop') : t('wrappedEnd')}</span>
        </>
      )}
    </output>
  );
}

function MatchCount({
  marks,
  isAsked,
}: {
  readonly marks: ArticleMarks;
  readonly isAsked: boolean;
}) {
  const { t } = useTranslation('article');
  const format = useFormat();
  const total = useStore(marks.store, hitCount);
  const current = useStore(marks.store, (state) => state.current);
  const shown = (): string => {
    if (!isAsked) return '';
    if (total === 0) return t('noMatch');
    return current === null
      ? t('hits', { count: total, shown: format.number(total) })
      : t('count', { now: format.number(current + 1), total: format.number(total) });
  };
  return <output className="n">{shown()}</output>;
}
