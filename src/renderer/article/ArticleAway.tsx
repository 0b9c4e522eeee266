import { useLayoutEffect, useRef, type ReactNode } from 'react';
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

/** What holds the focus of a pane without a post, takes it over from what stood there, and hands it on to what comes. */
function Waiting({
  hadFocusRef,
  children,
}: Pick<AwayProperties, 'hadFocusRef'> & { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (hadFocusRef.current && document.activeElement === document.body) element?.focus();
    return () => {
      hadFocusRef.current ||= element?.contains(document.activeElement) ?? false;
    };
  }, [hadFocusRef]);
  return (
    <div ref={place} className="art-away" data-pane-focus tabIndex={-1}>
      {children}
    </div>
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
      <Waiting key="none" hadFocusRef={hadFocusRef}>
        {!isEmpty && (
          <>
            <h1>{t('none')}</h1>
            <p>{t('noneHint')}</p>
          </>
        )}
      </Waiting>
    );
  }
  if (error === null) {
    return (
      <Waiting key="late" hadFocusRef={hadFocusRef}>
        {/* Most posts come before it shows. The pane takes the focus from the first moment: what is hidden cannot. */}
        <output className="late">{t('loading')}</output>
      </Waiting>
    );
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
