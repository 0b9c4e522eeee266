import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * Rules over the blocks of a text: GFM's task boxes and alerts, and marks for a table of contents left out (the window
 * has its own).
 */
export function settleBlocks(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_boxes', drawTaskBoxes);
  md.core.ruler.after('inline', 'alerts', nameAlerts);
  md.core.ruler.after('inline', 'fence_languages', nameFenceLanguages);
  md.core.ruler.after('inline', 'contents_marks', dropContentsMarks);
}

/** GFM task list items: `[ ]` and `[x]` at the start of a list item's first paragraph. */
function drawTaskBoxes(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    const isItemStart = state.tokens[at - 2]?.type === 'list_item_open' && token.type === 'inline';
    const mark = isItemStart ? /^\[(?<mark>[ xX])\]\s/u.exec(token.content) : null;
    const first = token.children?.[0];
    if (mark && first?.type === 'text') {
      const box = new state.Token('html_inline', '', 0);
      box.content = `<input type="checkbox" disabled${mark[0].startsWith('[ ]') ? '' : ' checked'}>`;
      first.content = first.content.slice(3);
      token.children?.unshift(box);
      state.tokens[at - 2]?.attrJoin('class', 'task-list-item');
    }
  }
}

/** ```` ``` {.python .numberLines} ```` and ```` ```{r, echo=F} ```` name a language too. */
const FENCE_LIST = /^\s*(?:(?<bare>[^\s{]+)\s*)?\{\s*[.:]?(?<name>[\w+#-]{1,40})?/u;
/** Markdown's words behind the marks of a code block; a constant, for the library's name of it says nothing. */
const WORDS = 'info';

function nameFenceLanguages(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'fence' || !token[WORDS].includes('{')) continue;
    const named = FENCE_LIST.exec(token[WORDS])?.groups;
    if (named !== undefined) token[WORDS] = named['bare'] ?? named['name'] ?? '';
  }
}

/** `> [!NOTE]` with an optional title, as GitHub and Obsidian write it: the quote begins with that word. */
const ALERT = /^\[!(?<kind>[a-z]{2,20})\][+-]?[ \t]*/iu;

function nameAlerts(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    const isFirst = token.type === 'inline' && state.tokens[at - 2]?.type === 'blockquote_open';
    if (isFirst && token.content.startsWith('[!')) nameAlert(state, token);
  }
}

function nameAlert(state: StateCore, token: Token): void {
  const first = token.children?.[0];
  if (first?.type !== 'text') return;
  const mark = ALERT.exec(first.content);
  if (mark === null) return;
  const word = mark.groups?.['kind']?.toLowerCase() ?? '';
  const title = first.content.slice(mark[0].length);
  first.content = title === '' ? word.charAt(0).toUpperCase() + word.slice(1) : title;
  token.children = withStrongLine(state, token.children ?? []);
}

/** The first line in bold, on a line of its own. */
function withStrongLine(state: StateCore, children: readonly Token[]): Token[] {
  const found = children.findIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const end = found === -1 ? children.length : found;
  const rest = children.slice(end + 1);
  return [
    new state.Token('strong_open', 'strong', 1),
    ...children.slice(0, end),
    new state.Token('strong_close', 'strong', -1),
    ...(rest.length === 0 ? [] : [new state.Token('hardbreak', 'br', 0), ...rest]),
  ];
}

const CONTENTS_MARK = /^(?:\[TOC\]|\[\[_?TOC_?\]\]|@\[toc\](?:\([^)]{0,100}\))?)$/iu;

function isContentsMark({ type, content, children }: Token): boolean {
  if (type !== 'inline' || !CONTENTS_MARK.test(content)) return false;
  return children?.every((child) => child.type === 'text') === true;
}

function dropContentsMarks(state: StateCore): void {
  if (!state.tokens.some(isContentsMark)) return;
  const marked = new Set<number>();
  for (const [at, token] of state.tokens.entries()) {
    if (!isContentsMark(token) || state.tokens[at - 1]?.type !== 'paragraph_open') continue;
    for (const part of [at - 1, at, at + 1]) marked.add(part);
  }
  state.tokens = state.tokens.filter((_token, at) => !marked.has(at));
}
