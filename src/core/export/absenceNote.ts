import { decodedPath } from './decodedPath.ts';
import type { ExportTexts } from './exportText.ts';

/** What stands for a picture that is not shown, by its `data-src` in a post's HTML; undefined = it has none. */
export function absenceNote(
  address: string | undefined,
  { remoteImage, largeImage, missingImage }: ExportTexts,
): string {
  if (address === undefined) return missingImage;
  if (address.startsWith('./')) return `${missingImage} ${decodedPath(address.slice('./'.length))}`;
  return address.startsWith('data:')
    ? `${largeImage} ${address.slice('data:'.length)}`
    : `${remoteImage} ${address}`;
}
