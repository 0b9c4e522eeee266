import type { TFunction } from 'i18next';
import type { Archive } from '../../shared/model.ts';
import type { Format } from '../i18n/format.ts';

/** The quiet line under an archive's name: how many posts, or that its folder is away. */
export function archiveNote(
  archive: Archive,
  t: TFunction<['library', 'common']>,
  format: Format,
): string {
  if (!archive.isPresent) return t('notReachable');
  if (archive.postCount === null) return archive.folder;
  return t('common:posts', { count: archive.postCount, shown: format.number(archive.postCount) });
}
