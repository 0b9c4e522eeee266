import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../shared/model.ts';
import { offerPictures } from './pictures.ts';
import { keepBoxesReachable } from './scrollBoxes.ts';
import { drawPost, type Drawing } from './drawPost.ts';
import { placeholder, type FragmentWords } from './postFragment.ts';

interface Properties {
  readonly post: Post;
  /** Gets the element whenever its nodes were put in anew (another post, another language). */
  readonly onBuilt: (body: HTMLElement, title: string) => void;
  /** Called when a post begins to be drawn that is long enough to come in pieces; `onBuilt` follows. */
  readonly onBegun?: (drawing: Drawing) => void;
}

/**
 * The one door through which a post's HTML reaches the window's document: as nodes built by `buildFragment`, never as
 * a string of markup.
 */
export const ArticleHtml = memo(function ArticleHtml({ post, onBuilt, onBegun }: Properties) {
  const { t } = useTranslation('article');
  const { t: tr } = useTranslation('reading');
  const bodyRef = useRef<HTMLDivElement>(null);
  // A post that changes under its reader is drawn at one go: the place in it is kept by its words.
  const isShown = useRef(false);
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
  const nameOf = useCallback(
    (alt: string): string => (alt === '' ? tr('enlarge') : tr('enlargeNamed', { alt })),
    [tr],
  );
  const { archiveId, path, title, lang, html } = post;

  useLayoutEffect(() => {
    const body = bodyRef.current;
    if (body === null) return undefined;
    const boxes = keepBoxesReachable(body);
    const ends = [replaceMissing(body, words), boxes.end];
    let isDrawn = false;
    const drawing = drawPost(body, {
      post: { archiveId, path, title, lang, html },
      words,
      isWhole: isShown.current,
      onDrawn: () => {
        isDrawn = true;
        boxes.look();
        ends.push(offerPictures(body, nameOf));
        onBuilt(body, title);
      },
    });
    isShown.current = true;
    if (!isDrawn) {
      boxes.look();
      onBegun?.(drawing);
    }
    return () => {
      drawing.stop();
      for (const end of ends) end();
    };
  }, [archiveId, path, title, lang, html, words, onBuilt, onBegun, nameOf]);

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
