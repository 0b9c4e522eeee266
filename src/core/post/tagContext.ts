import type { Find } from './codeSpans.ts';
import type { TagPlace } from './tagPlace.ts';
import type { TagFormat } from './templateTags.ts';

/** A body on its way through. `absent` holds the endings that do not come any more. */
export interface TagContext {
  readonly body: string;
  readonly format: TagFormat;
  readonly place: TagPlace;
  readonly absent: Set<string>;
  /** Where a text stands next behind a place, -1 when nowhere; asked in order. */
  readonly find: Find;
  /** Names that the body's own tags give values to. */
  readonly assigned: ReadonlySet<string>;
  /** Whether a place stands in an indented block of code; asked in order. */
  readonly isInCode: (at: number) => boolean;
  /** Who said what is quoted (HTML), for the quotations that are open. */
  readonly quotes: { readonly name: string; readonly source: string }[];
}

/** Words like `endraw` looked at before a block is taken to have no end. */
const MAX_TRIES = 50;

/** Where the tag that ends a block stands, and the place behind it. */
export interface Ending {
  readonly at: number;
  readonly after: number;
}

/** Where `{% endraw %}` stands; null when there is none, or only words that look like it. */
export function findEnd(context: TagContext, from: number, ending: string): Ending | null {
  if (context.absent.has(ending)) return null;
  let name = context.body.indexOf(ending, from);
  for (let tries = 0; name !== -1 && tries < MAX_TRIES; tries += 1) {
    const open = /\{%-?\s*$/u.exec(context.body.slice(Math.max(from, name - 50), name));
    const close = /^\s*-?%\}/u.exec(context.body.slice(name + ending.length).slice(0, 50));
    if (open && close) {
      return { at: name - open[0].length, after: name + ending.length + close[0].length };
    }
    name = context.body.indexOf(ending, name + ending.length);
  }
  // What is missing from here on is missing everywhere after; asking once keeps the walk linear.
  context.absent.add(ending);
  return null;
}
