/** An element of a document, with the text inside it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Characters that XML 1.0 (2.2) allows. */
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/**
 * Reads XML strictly, sharing nothing with what writes it: every tag closed in order, every attribute quoted and there
 * once, only entities that XML knows, only characters that it allows. Throws with the place of the first mistake.
 */
export function readXml(xml: string): readonly ReadElement[] {
  if (!ALLOWED.test(xml)) throw new Error('There are characters that XML does not allow.');
  const reading: Reading = { done: [], open: [] };
  const piece =
    /<\?[^?]*\?>|<!DOCTYPE html>|<\/(?<end>[\w:.-]+)>|<(?<start>[\w:.-]+)(?<list>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/uy;
  while (piece.lastIndex < xml.length) {
    const at = piece.lastIndex;
    const found = piece.exec(xml)?.groups;
    if (found === undefined) throw new Error(`No markup at ${at}: ${xml.slice(at, at + 60)}`);
    take(found, reading, at);
  }
  const left = reading.open.at(-1);
  if (left !== undefined) throw new Error(`${left.name} is never closed.`);
  return reading.done;
}

interface Reading {
  readonly done: ReadElement[];
  readonly open: {
    readonly name: string;
    readonly attributes: Record<string, string>;
    text: string;
  }[];
}

function take(
  { end, start, list, empty, text }: Readonly<Record<string, string | undefined>>,
  { done, open }: Reading,
  at: number,
): void {
  if (text !== undefined) for (const element of open) element.text += decoded(text, at);
  if (start !== undefined)
    open.push({ name: start, attributes: attributesOf(list ?? '', at), text: '' });
  if (end === undefined && empty !== '/') return;
  done.push({ ...closed(open, end, at), path: open.map(({ name }) => name) });
}

function closed(
  open: Reading['open'],
  end: string | undefined,
  at: number,
): Reading['open'][number] {
  const last = open.pop();
  if (last !== undefined && (end === undefined || last.name === end)) return last;
  throw new Error(`${end ?? ''} closes ${last?.name ?? 'nothing'} at ${at}.`);
}

function attributesOf(list: string, at: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of list.matchAll(/([\w:.-]+)="([^"]*)"/gu)) {
    if (name in attributes) throw new Error(`${name} stands twice at ${at}.`);
    attributes[name] = decoded(value, at);
  }
  return attributes;
}

function decoded(text: string, at: number): string {
  return text.replaceAll(/&(?<name>[^;]*);?/gu, (whole, name: string) => {
    const sign = ENTITIES[name];
    if (sign === undefined) throw new Error(`${whole} is no entity of XML, at ${at}.`);
    return sign;
  });
}
