import { CircleQuestionMark } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Tip } from '../ui/Tip.tsx';
import { syntaxExamples } from './syntaxExamples.ts';
import { useQuerySentence } from './useQuerySentence.ts';

/** The question mark in the search field: what this search asks, how it folds, and what can be typed. */
export function SearchHelp() {
  const { t } = useTranslation('query');
  return (
    <DialogTrigger>
      <Tip text={t('help')}>
        <Button className="ib sm" aria-label={t('help')}>
          <Icon of={CircleQuestionMark} size={14} />
        </Button>
      </Tip>
      <Popover className="popover" placement="bottom end" offset={10} crossOffset={7}>
        <Dialog aria-label={t('help')} className="search-help">
          <ThisSearch />
          <Variants />
          <Syntax />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ThisSearch() {
  const { t } = useTranslation('query');
  const sentence = useQuerySentence();
  if (sentence === null) return null;
  return (
    <section>
      <h3>{t('thisSearch')}</h3>
      <p>{sentence}</p>
    </section>
  );
}

function Variants() {
  const { t } = useTranslation('query');
  const { setFoldsVariants } = useActions();
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  return (
    <section>
      <Checkbox isSelected={foldsVariants} onChange={setFoldsVariants}>
        <span>
          {t('variants')}
          <span className="dim">{t('variantsText')}</span>
        </span>
      </Checkbox>
    </section>
  );
}

function Syntax() {
  const { t, i18n } = useTranslation('query');
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return (
    <div className="syntax">
      <h3 id="syntax-head">{t('whatToType')}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must get into it */}
      <section className="scroll" aria-labelledby="syntax-head" tabIndex={0}>
        <dl>
          {syntaxExamples.map((example) => (
            <div key={example.word}>
              <dt>
                <code>{example[language]}</code>
              </dt>
              <dd>{t(`syntax.${example.word}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
