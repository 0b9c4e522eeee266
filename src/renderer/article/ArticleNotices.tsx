import { FileText, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { charsetName } from '../charsets/charsetName.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { mayReadAs, problemText } from '../problems/problemText.ts';
import { useActions } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/**
 * Lines over the article: that its file is gone, what had to be guessed to read it, what it was read as by choice.
 * Nothing when all is well.
 */
export function ArticleNotices({ post }: { readonly post: Post }) {
  const { t } = useTranslation('article');
  const { t: tp } = useTranslation('problems');
  const format = useFormat();
  const isDoubtful = post.problems.some(mayReadAs);
  return (
    <>
      {!post.isFilePresent && (
        <output className="line-notice warn">
          <Icon of={TriangleAlert} />
          <span>{t('fileAway')}</span>
        </output>
      )}
      {post.problems.length > 0 && (
        <div className="line-notice">
          <Icon of={TriangleAlert} />
          <ul>
            {post.problems.map((problem) => (
              <li key={`${problem.code} ${problem.message}`}>
                {tp('line', {
                  kind: tp(`code.${problem.code}.title`),
                  text: problemText(problem, tp, format),
                })}
              </li>
            ))}
          </ul>
          {isDoubtful && post.isFilePresent && <ReadAsButton path={post.path} />}
        </div>
      )}
      {post.readAs !== undefined && !isDoubtful && (
        <div className="line-notice">
          <Icon of={FileText} />
          <ChosenCharset readAs={post.readAs} />
          <ReadAsButton path={post.path} />
        </div>
      )}
    </>
  );
}

function ChosenCharset({ readAs }: { readonly readAs: NonNullable<Post['readAs']> }) {
  const { t } = useTranslation('charsets');
  const words = { charset: charsetName(readAs.charset) };
  return <span>{readAs.scope === 'file' ? t('asChosen', words) : t('asChosenFolder', words)}</span>;
}

function ReadAsButton({ path }: { readonly path: string }) {
  const { t } = useTranslation('charsets');
  const { openReadAs } = useActions();
  return (
    <>
      <span className="sp" />
      <Button variant="ghost" className="lnk" onPress={() => openReadAs(path)}>
        {t('readAs')}
      </Button>
    </>
  );
}
