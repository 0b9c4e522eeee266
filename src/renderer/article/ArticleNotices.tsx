import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { Icon } from '../ui/Icon.tsx';

/** Lines over the article: that its file is gone, and what had to be guessed to read it. Nothing when all is well. */
export function ArticleNotices({ post }: { readonly post: Post }) {
  const { t } = useTranslation('article');
  const { t: tp } = useTranslation('problems');
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
            {post.problems.map(({ code, message }) => (
              <li key={code} title={message}>
                {tp(`code.${code}.title`)}
                {': '}
                {tp(`code.${code}.text`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
