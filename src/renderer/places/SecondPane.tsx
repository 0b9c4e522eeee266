import { useEffect, useState } from 'react';
import { ArticlePane } from '../article/ArticlePane.tsx';
import { createSecondPane } from '../state/secondPane.ts';
import { AppContext, useAppContext } from '../state/store.ts';

/** The post that is kept beside the open one. */
export function SecondPane({ path }: { readonly path: string }) {
  const window = useAppContext();
  const [pane] = useState(() => createSecondPane(window, path));
  useEffect(() => {
    const end = pane.start();
    window.desks.setSecond(pane.value);
    return () => {
      window.desks.setSecond(null);
      end();
    };
  }, [pane, window]);
  return (
    <AppContext value={pane.value}>
      <ArticlePane />
    </AppContext>
  );
}
