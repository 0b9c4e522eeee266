import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api.ts';
import { useApp, useSession } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { failureText } from '../ui/failureText.ts';

interface AwayProperties {
  readonly error: Error | null;
  readonly onRetry: () => void;
  /** Whether the focus is to go on to the post that comes; kept by the pane. */
  readonly hadFocusRef: React.RefObject<boolean>;
}

/** The post is on its way: whoever goes to the article before it is there waits here, and goes on to it. */
function OnItsWay({ hadFocusRef }: Pick<AwayProperties, 'hadFocusRef'>) {
  const { t } = useTranslation('article');
  const place = useRef<HTMLOutputElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      hadFocusRef.current ||= element?.contains(document.activeElement) ?? false;
    };
  }, [hadFocusRef]);
  return (
    <output ref={place} className="art-away late" data-pane-focus tabIndex={-1}>
      {t('loading')}
    </output>
  );
}

/** What stands in the pane without a post: none chosen, on its way, or why it cannot be opened. */
export function ArticleAway({ error, onRetry, hadFocusRef }: AwayProperties) {
  const { t } = useTranslation('article');
  const { t: tc } = useTranslation('common');
  const openPath = useSession((session) => session.openPath);
  const isEmpty = useApp(({ session }) => session !== null && session.counts.all === 0);
  if (openPath === null) {
    return (
      <div className="art-away" data-pane-focus tabIndex={-1}>
        {!isEmpty && (
          <>
            <h1>{t('none')}</h1>
            <p>{t('noneHint')}</p>
          </>
        )}
      </div>
    );
  }
  if (error === null) {
    return <OnItsWay hadFocusRef={hadFocusRef} />;
  }
  return (
    <div className="art-away" role="alert">
      <h1>{t('failed')}</h1>
      <p>{failureText(failureOf(error), tc)}</p>
      <p className="path">{openPath}</p>
      <Button onPress={onRetry}>{tc('retry')}</Button>
    </div>
  );
}
