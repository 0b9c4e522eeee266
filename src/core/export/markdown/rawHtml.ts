import { render } from 'dom-serializer';
import type { Element, ParentNode } from 'domhandler';
import { ID_PREFIX } from '../../../shared/htmlPolicy.ts';
import { elementsOf } from '../../post/treeQueries.ts';
import type { NewPlaces } from './htmlHandlers.ts';

/** A post's tree as one block of HTML in Markdown. The tree is changed. */
export function rawHtml(root: ParentNode, places: NewPlaces): string {
  placeAddresses(root, places);
  return `<div>\n${solid(render(root, { encodeEntities: 'utf8' }))}\n</div>\n`;
}

/** An element that Markdown has no signs for, as HTML. It is changed. */
export function rawElement(element: Element, places: NewPlaces): string {
  placeAddresses(element, places);
  return solid(render(element, { encodeEntities: 'utf8' }));
}

function placeAddresses(root: ParentNode, { media, link }: NewPlaces): void {
  for (const { attribs } of elementsOf(root)) {
    if (attribs['id'] !== undefined) attribs['id'] = attribs['id'].slice(ID_PREFIX.length);
    if (attribs['href'] !== undefined) attribs['href'] = link(attribs['href']);
    const shown = attribs['src'];
    const address = shown ?? attribs['data-src'];
    const place = address === undefined ? null : media(address, shown !== undefined);
    delete attribs['data-src'];
    if (place !== null) attribs['src'] = place;
  }
}

/** A block of HTML in Markdown ends at the first empty line, in code too; and braces may be templates. */
function solid(html: string): string {
  return html
    .replaceAll('{', '&#123;')
    .replaceAll(/<pre\b.*?<\/pre>/gsu, (code) => code.replaceAll('\n', '&#10;'))
    .replaceAll(/\n\s*/gu, '\n');
}
