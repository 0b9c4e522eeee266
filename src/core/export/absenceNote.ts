import { isTag, type Element } from 'domhandler';
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

/** What stands for a sound or a film: its file in the archive or its address on the web; empty where none was named. */
export function mediaName({ attribs, children }: Element): string {
  const source = children.find((child) => isTag(child) && child.name === 'source');
  const own = source !== undefined && isTag(source) ? source.attribs : {};
  const sources = [attribs['src'], attribs['data-src'], own['src'], own['data-src']];
  const address = sources.find((named) => named !== undefined && named !== '') ?? '';
  return /^[a-z][a-z\d+.-]*:/iu.test(address)
    ? address
    : decodedPath(address.replace(/^\.\//u, ''));
}
