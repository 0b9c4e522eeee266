import type { Element } from 'domhandler';

/** Adds a class to those that an element has. */
export function addClass(element: Element, name: string): void {
  const own = element.attribs['class'];
  element.attribs['class'] = own === undefined || own === '' ? name : `${own} ${name}`;
}
