import { CircleQuestionMark, Library, TextCursorInput } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
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
        <AriaButton className="ib sm at-work" aria-label={t('help')}>
          <Icon of={CircleQuestionMark} size={14} />
        </AriaButton>
      </Tip>
      <Popover className="popover" placement="bottom end" offset={10} crossOffset={7}>
        <Dialog aria-label={t('help')} className="search-help">
          {({ close }) => (
            <>
              <ThisSearch onDone={close} />
              <Choices />
              <Syntax />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ThisSearch({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['query', 'searches']);
  const { openDialog } = useActions();
  const sentence = useQuerySentence();
  const open = (kind: 'query-text' | 'all-archives'): void => {
    onDone();
    openDialog({ kind });
  };
  return (
    <section>
      <h3>{t('thisSearch')}</h3>
      {sentence !== null && <p>{sentence}</p>}
      <div className="ways">
        <Button icon={TextCursorInput} onPress={() => open('query-text')}>
          {t('asText')}
        </Button>
        <Button icon={Library} onPress={() => open('all-archives')}>
          {t('searches:allArchives')}
        </Button>
      </div>
    </section>
  );
}

function Choices() {
  const { t } = useTranslation('query');
  const { setFoldsVariants, setSettings } = useActions();
  const foldsVariants = useApp(({ settings }) => settings.foldsVariants);
  const isAlways = useApp(({ settings }) => settings.explainsSearches);
  return (
    <section>
      <Checkbox isSelected={foldsVariants} onChange={setFoldsVariants}>
        <span>
          {t('variants')}
          <span className="dim">{t('variantsText')}</span>
        </span>
      </Checkbox>
      <Checkbox
        isSelected={isAlways}
        onChange={(explainsSearches) => setSettings({ explainsSearches })}
      >
        <span>
          {t('explainAlways')}
          <span className="dim">{t('explainAlwaysText')}</span>
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
