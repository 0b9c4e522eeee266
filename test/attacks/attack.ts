/**
 * The shape of the attack collection. Vectors are written with these words in braces, which every attack gets its own
 * values for, so that whatever happens names the attack that did it:
 *
 * - `{run}` JavaScript that leaves a mark in the window (no quotes, no spaces: it fits any attribute);
 * - `{url}` an address at a listening server of this computer; `{rel}` the same without its scheme;
 * - `{host}` a host name that does not exist;
 * - `{out}` a folder beside the archive, full of files that nothing may read.
 */
export interface Attempt {
  /** Whole front matter with its lines of dashes; without it the post gets an ordinary one. */
  readonly front?: string;
  readonly body?: string;
  /** Extension of the file, default `md`. */
  readonly extension?: string;
  /** Name of the file without folder and extension; default its number. */
  readonly name?: string;
}

/** A vector: a Markdown body, or a post in parts. */
type Vector = string | Attempt;

/** Vectors by what they try. */
export type Collection = Readonly<Record<string, readonly Vector[]>>;

/** One vector with a number and a place. */
export interface Attack {
  /** From 1; part of every mark it could leave. */
  readonly id: number;
  readonly category: string;
  readonly vector: Attempt;
}

/** Where attacks are tried. */
export interface Site {
  /** Origin of the listening server, as `http://127.0.0.1:8123`. */
  readonly server: string;
  /** Absolute folder of files that nothing may read. */
  readonly outside: string;
}

/** Numbers the vectors of all categories. */
export function numberAttacks(collections: readonly Collection[]): readonly Attack[] {
  const listed = collections.flatMap((collection) =>
    Object.entries(collection).flatMap(([category, vectors]) =>
      vectors.map((vector) => ({ category, vector })),
    ),
  );
  return listed.map(({ category, vector }, at) => ({
    id: at + 1,
    category,
    vector: typeof vector === 'string' ? { body: vector } : vector,
  }));
}

/** What a post of the collection shows first, however much of it an attack swallows. */
export const markOf = (id: number): string => `Mark-${String(id).padStart(3, '0')}.`;

/** Puts the attack's own values in the place of the words in braces. */
export function aim(text: string, { id }: Attack, { server, outside }: Site): string {
  const url = `${server}/${id}`;
  return text
    .replaceAll('{run}', `top.pwned=${id}`)
    .replaceAll('{url}', url)
    .replaceAll('{rel}', url.replace(/^http:/u, ''))
    .replaceAll('{host}', `a${id}.attack.invalid`)
    .replaceAll('{out}', outside);
}

/** The attack's file: its path in the archive, and its text. */
export function attackFile(
  attack: Attack,
  site: Site,
): { readonly path: string; readonly text: string } {
  const { vector, id, category } = attack;
  const { extension = 'md', name = `attack-${String(id).padStart(3, '0')}` } = vector;
  const title = `Attack ${String(id).padStart(3, '0')}: ${category}`;
  const front = vector.front ?? `---\ntitle: "${title}"\ndate: 2024-01-01\n---\n`;
  const isHtml = extension.startsWith('htm');
  const mark = isHtml ? `<p>${markOf(id)}</p>\n` : `${markOf(id)}\n\n`;
  const body = vector.body ?? '';
  // A whole page begins with its own doctype; its mark stands where the vector puts it.
  const text = body.includes('{mark}')
    ? body.replaceAll('{mark}', markOf(id))
    : `${mark}${body}\n\nAfter it.\n`;
  return {
    path: `posts/${aim(name, attack, site)}.${extension}`,
    text: aim(`${isHtml && vector.front === undefined ? '' : front}${text}`, attack, site),
  };
}
