import type { Element } from 'domhandler';

/** The id of an element in the book; null = it needs none. */
export type IdGiver = (element: Element) => string | null;

const WHOLE = /^[1-9]\d{0,3}$/u;
const INTEGER = /^-?\d{1,6}$/u;

/** Attributes that stay as they are, by element, where their value is right. */
const KEPT: ReadonlyMap<string, Readonly<Record<string, RegExp>>> = new Map([
  ['ol', { start: INTEGER, type: /^[1aAiI]$/u }],
  ['td', { colspan: WHOLE, rowspan: WHOLE }],
  ['th', { colspan: WHOLE, rowspan: WHOLE, scope: /^(?:row|col|rowgroup|colgroup)$/u }],
  ['a', { title: /\S/u }],
  ['abbr', { title: /\S/u }],
  ['dfn', { title: /\S/u }],
]);

/** The attributes of an element in the book, with more classes. Alignment becomes a class; nothing else is added. */
export function keptAttributes(
  element: Element,
  classes: readonly string[],
  idOf: IdGiver,
): Record<string, string> {
  const id = idOf(element);
  const all = classesOf(element, classes);
  return {
    ...(id === null ? {} : { id }),
    ...(all === '' ? {} : { class: all }),
    ...languageOf(element),
    ...Object.fromEntries(ownOf(element)),
  };
}

function classesOf({ attribs }: Element, more: readonly string[]): string {
  const align = /^(?:left|center|right)$/iu.exec(attribs['align'] ?? '')?.[0].toLowerCase();
  const aligned = align === undefined ? [] : [`to-${align}`];
  return [...(attribs['class'] ?? '').split(/\s+/u), ...more, ...aligned]
    .filter((each) => each !== '')
    .join(' ');
}

function languageOf({ attribs }: Element): Record<string, string> {
  const lang = attribs['lang'] ?? '';
  const dir = attribs['dir']?.toLowerCase();
  return {
    ...(lang === '' ? {} : { lang, 'xml:lang': lang }),
    ...(dir === undefined ? {} : { dir }),
  };
}

function ownOf({ attribs, name }: Element): readonly (readonly [string, string])[] {
  const own = Object.entries(KEPT.get(name) ?? {}).flatMap(([key, pattern]) => {
    const value = attribs[key];
    return value !== undefined && pattern.test(value) ? [[key, value] as const] : [];
  });
  const isReversed = name === 'ol' && attribs['reversed'] !== undefined;
  return isReversed ? [...own, ['reversed', 'reversed'] as const] : own;
}
