import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { offerPictures } from './pictures.ts';
import { keepBoxesReachable } from './scrollBoxes.ts';
import { buildFragment, placeholder, type FragmentWords } from './postFragment.ts';

interface Properties {
  readonly post: Post;
  /** Gets the element whenever its nodes were put in anew (another post, another language). */
  readonly onBuilt: (body: HTMLElement, title: string) => void;
}

/**
 * The one door through which a post's HTML reaches the window's document: as nodes built by `buildFragment`, never as
 * a string of markup.
 */
export const ArticleHtml = memo(function ArticleHtml({ post, onBuilt }: Properties) {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  const bodyRef = useRef<HTMLDivElement>(null);
  const words: FragmentWords = useMemo(
    () => ({
      remotePicture: t('remotePicture'),
      largePicture: t('largePicture'),
      missingPicture: t('missingPicture'),
      media: t('media'),
      missingMedia: t('missingMedia'),
      absentMedia: t('absentMedia'),
      table: t('table'),
      code: t('code'),
      note: t('note'),
      backToText: t('backToText'),
    }),
    [t],
  );
  const { archiveId, path, title, lang, html } = post;

  useLayoutEffect(() => {
    const body = bodyRef.current;
    if (body === null) return undefined;
    const endPictures = replaceMissing(body, words);
    body.replaceChildren(buildFragment({ archiveId, path, title, lang, html }, words));
    const endBoxes = keepBoxesReachable(body);
    const endOffers = offerPictures(body, (alt) =>
      alt === '' ? tr('enlarge') : tr('enlargeNamed', { alt }),
    );
    onBuilt(body, title);
    return () => {
      endPictures();
      endBoxes();
      endOffers();
    };
  }, [archiveId, path, title, lang, html, words, onBuilt, tr]);

  return <div className="post-body" ref={bodyRef} />;
});

/**
 * A picture, sound or film that fails to load becomes a placeholder with its path. `error` does not bubble: caught on
 * its way down.
 */
function replaceMissing(body: HTMLElement, words: FragmentWords): () => void {
  const onError = ({ target }: Event): void => {
    if (!(target instanceof HTMLImageElement || target instanceof HTMLMediaElement)) return;
    const why = target instanceof HTMLImageElement ? words.missingPicture : words.missingMedia;
    target.replaceWith(placeholder(target, why, target.dataset['path'] ?? ''));
  };
  body.addEventListener('error', onError, true);
  return () => body.removeEventListener('error', onError, true);
}
