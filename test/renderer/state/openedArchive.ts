import type { Archive, ArchiveCounts } from '../../../src/shared/model.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';

/** An archive as the list shows it. */
export const archiveOf = (): Archive => ({
  id: asArchiveId('0123456789abcdef'),
  name: 'News',
  folder: '/news',
  seal: 'N',
  postCount: 3,
  lastOpenedAt: null,
  isPresent: true,
  isSample: false,
});

/** Counts of an archive in which nothing was done. */
export const countsOf = (): ArchiveCounts => ({
  all: 3,
  unread: 3,
  bookmarked: 0,
  problems: 0,
  highlights: 0,
});
