import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * Puts the footnotes at the end, in place of the plugin's own rule: that one leaves out, with its text, a note that
 * nothing refers to and the first of two with one label, and takes time in the square of their number. Here every note
 * is kept; one that nothing refers to has no arrow, which would lead nowhere.
 */
export function keepNotes(md: MarkdownIt): void {
  md.core.ruler.at('footnote_tail', placeNotes);
}

/** One note of the plugin's list, in the order of the first marks: by its label, or written in the line (`^[…]`). */
interface Note {
  readonly label?: string;
  /** Marks that refer to it; left out for one written in the line. */
  readonly count?: number;
  readonly content?: string;
  readonly tokens?: Token[];
}

function placeNotes(state: StateCore): void {
  const listed = notesOf(state.env);
  if (listed === null) return;
  const { text, definitions } = takeDefinitions(state.tokens);
  const notes = [...listed];
  const named = new Set(listed.map(({ label }) => label));
  // The first definition of a label is the one that its marks mean.
  const firsts = new Map<string, readonly Token[]>();
  const bodies: (readonly Token[])[] = [];
  for (const { label, tokens } of definitions) {
    const isMeant = named.has(label) && !firsts.has(label);
    if (isMeant) firsts.set(label, tokens);
    else {
      notes.push({ label, count: 0 });
      bodies[notes.length - 1] = tokens;
    }
  }
  state.tokens = text;
  if (notes.length === 0) return;
  state.tokens.push(new state.Token('footnote_block_open', '', 1));
  for (const [id, note] of notes.entries()) {
    const body = bodies[id] ?? note.tokens ?? firsts.get(note.label ?? '') ?? [];
    placeNote(state, {
      id,
      note,
      body: note.tokens === undefined ? body : inlineBody(state, note),
    });
  }
  state.tokens.push(new state.Token('footnote_block_close', '', -1));
}

function placeNote(
  state: StateCore,
  { id, note, body }: { readonly id: number; readonly note: Note; readonly body: readonly Token[] },
): void {
  const meta = { id, label: note.label };
  const opening = new state.Token('footnote_open', '', 1);
  opening.meta = meta;
  state.tokens.push(opening);
  for (const token of body) state.tokens.push(token);
  const last = state.tokens.at(-1);
  const paragraph = last?.type === 'paragraph_close' ? state.tokens.pop() : undefined;
  for (let subId = 0; subId < (note.count ?? 1); subId += 1) {
    const arrow = new state.Token('footnote_anchor', '', 0);
    arrow.meta = { ...meta, subId };
    state.tokens.push(arrow);
  }
  if (paragraph !== undefined) state.tokens.push(paragraph);
  state.tokens.push(new state.Token('footnote_close', '', -1));
}

/** A note written in the line, as a paragraph. */
function inlineBody(state: StateCore, { content, tokens }: Note): readonly Token[] {
  const inline = new state.Token('inline', '', 0);
  inline.children = tokens ?? [];
  inline.content = content ?? '';
  const opening = new state.Token('paragraph_open', 'p', 1);
  const closing = new state.Token('paragraph_close', 'p', -1);
  opening.block = true;
  closing.block = true;
  return [opening, inline, closing];
}

interface Definition {
  readonly label: string;
  readonly tokens: Token[];
}

/** Parts the definitions from the text; one that stands inside another one is a note of its own. */
function takeDefinitions(tokens: readonly Token[]): {
  readonly text: Token[];
  readonly definitions: readonly Definition[];
} {
  const text: Token[] = [];
  const definitions: Definition[] = [];
  const open: Definition[] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const definition = { label: labelOf(token), tokens: [] };
      definitions.push(definition);
      open.push(definition);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1)?.tokens ?? text).push(token);
  }
  return { text, definitions };
}

function labelOf({ meta }: Token): string {
  const label: unknown =
    typeof meta === 'object' && meta !== null && 'label' in meta ? meta['label'] : '';
  return typeof label === 'string' ? label : '';
}

/** The plugin's list of notes; empty when there are only definitions, null when there are none of either. */
function notesOf(env: unknown): readonly Note[] | null {
  const notes = memberOf(env, 'footnotes');
  if (typeof notes !== 'object' || notes === null) return null;
  const list = memberOf(notes, 'list');
  return Array.isArray(list) ? list.map(noteOf) : [];
}

function memberOf(value: unknown, key: string): unknown {
  const isHolding = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isHolding ? Reflect.get(value, key) : undefined;
}

function noteOf(value: unknown): Note {
  const label = memberOf(value, 'label');
  const count = memberOf(value, 'count');
  const content = memberOf(value, 'content');
  const tokens = memberOf(value, 'tokens');
  return {
    ...(typeof label === 'string' ? { label } : {}),
    ...(typeof count === 'number' && count > 0 ? { count } : {}),
    ...(typeof content === 'string' ? { content } : {}),
    ...(Array.isArray(tokens) ? { tokens } : {}),
  };
}
