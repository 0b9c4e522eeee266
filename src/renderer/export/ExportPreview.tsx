import { useQuery } from '@tanstack/react-query';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveId, Post, PostId } from '../../shared/model.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { hasContentsPage, orderPosts } from '../../shared/exportLayout.ts';
import { ArticleHtml } from '../article/ArticleHtml.tsx';
import { formatMoment } from '../article/formatMoment.ts';
import { isHanText } from '../../shared/text/typesetting.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useApi, useApp } from '../state/store.ts';
import { previewSheet, type PreviewSheet } from './previewSheet.ts';

interface Properties {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
}

/** Posts read for the preview: as many as one call gives, since another order may bring any of them to the front. */
const READ_AT_MOST = 100;

/** The contents page and the first post, from the posts themselves, at the chosen paper, margins, typeface and size. */
export function ExportPreview({ archiveId, ids, options }: Properties) {
  const { t } = useTranslation('exporting');
  const api = useApi();
  const wanted = ids.slice(0, READ_AT_MOST);
  const answer = useQuery({
    queryKey: ['export-preview', archiveId, wanted],
    queryFn: () => api.ask('posts.getMany', { archiveId, ids: wanted, isPreview: true }),
    enabled: wanted.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const posts = orderPosts(
    (answer.data ?? []).flatMap((outcome) => (outcome.outcome === 'post' ? [outcome.post] : [])),
    options.order,
  );
  const [first] = posts;
  const hasContents = hasContentsPage(options, ids.length);
  const sheet = previewSheet(options, hasContents ? 2 : 1);
  return (
    <section className="pv" aria-label={t('preview')}>
      {/* A picture of pages: what can be read in it stands in the posts themselves. */}
      <div className="pages" aria-hidden inert>
        {hasContents && posts.length > 0 && (
          <ContentsSheet sheet={sheet} posts={posts} total={ids.length} options={options} />
        )}
        {first !== undefined && <PostSheet sheet={sheet} post={first} options={options} />}
      </div>
      <div className="pgr">{answer.isError ? t('previewFailed') : t('previewNote')}</div>
    </section>
  );
}

interface SheetProps {
  readonly sheet: PreviewSheet;
  readonly options: ExportOptions;
  readonly head: readonly [string, string];
  readonly children: ReactNode;
}

function Sheet({ sheet, options, head, children }: SheetProps) {
  const archive = useArchiveName();
  const { margin, width, height } = sheet;
  const paper: CSSProperties = {
    width,
    height,
    transform: `scale(${sheet.scale})`,
    fontSize: sheet.fontSize,
  };
  const sides: CSSProperties = { left: margin, right: margin };
  return (
    <div className="pg" style={{ width: sheet.boxWidth, height: sheet.boxHeight }}>
      <div className={`pg-paper ${options.typeface}`} style={paper}>
        {options.hasHeader && (
          <div className="pg-hd" style={{ ...sides, bottom: height - margin + 8 }}>
            <span>{head[0]}</span>
            <span>{head[1]}</span>
          </div>
        )}
        <div className="pg-in" style={{ ...sides, top: margin, bottom: margin }}>
          {children}
        </div>
        {options.hasFooter && (
          <div className="pg-ft" style={{ ...sides, top: height - margin + 8 }}>
            <span>{archive}</span>
          </div>
        )}
      </div>
    </div>
  );
}

function useArchiveName(): string {
  return useApp(
    ({ archives, session }) => archives.find(({ id }) => id === session?.archiveId)?.name ?? '',
  );
}

interface ContentsProps {
  readonly sheet: PreviewSheet;
  readonly posts: readonly Post[];
  /** Posts to export, of which `posts` are the first. */
  readonly total: number;
  readonly options: ExportOptions;
}

function ContentsSheet({ sheet, posts, total, options }: ContentsProps) {
  const { t } = useTranslation('exporting');
  const { t: tc } = useTranslation('common');
  const format = useFormat();
  const archive = useArchiveName();
  const sources = new Set(posts.flatMap(({ source }) => (source === null ? [] : [source]))).size;
  const shownPosts = tc('posts', { count: total, shown: format.number(total) });
  // Beyond the posts that were read, the number of sources is not known.
  const summary =
    sources === 0 || posts.length < total
      ? shownPosts
      : t('contentsNote', {
          posts: shownPosts,
          sources: t('sources', { count: sources, shown: format.number(sources) }),
        });
  return (
    <Sheet sheet={sheet} options={options} head={[archive, t('contents')]}>
      <h3>{archive}</h3>
      <div className="pg-rule" />
      <p className="pg-meta">{summary}</p>
      <ol className="pg-toc">
        {posts.map((post) => (
          <li key={post.id}>
            <span className="name" lang={post.lang === 'und' ? '' : post.lang}>
              {post.title}
            </span>
            <i />
            {post.source !== null && <small>{post.source}</small>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

interface PostSheetProps {
  readonly sheet: PreviewSheet;
  readonly post: Post;
  readonly options: ExportOptions;
}

function PostSheet({ sheet, post, options }: PostSheetProps) {
  const archive = useArchiveName();
  const { i18n } = useTranslation();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const moment = post.date === null ? null : formatMoment(post.date, language);
  const meta = [post.source, post.author, moment].filter((part) => part !== null);
  return (
    <Sheet sheet={sheet} options={options} head={[post.source ?? archive, post.day ?? '']}>
      <h3 lang={post.lang === 'und' ? '' : post.lang}>{post.title}</h3>
      <div className="pg-rule" />
      {options.hasMetadata && meta.length > 0 && <p className="pg-meta">{meta.join('\u2003')}</p>}
      <div
        className="post"
        lang={post.lang === 'und' ? '' : post.lang}
        data-typeface={options.typeface}
        {...(isHanText(post.lang) ? { 'data-han': '' } : {})}
      >
        <ArticleHtml post={post} onBuilt={nothingMore} />
      </div>
      {options.hasOriginalLink && post.url !== null && <p className="original">{post.url}</p>}
    </Sheet>
  );
}

/** The preview has no marks to make. */
const nothingMore = (): void => undefined;
