/** Footnotes of a post: where they are marked in the text, and what they say. */

/** Ids that name notes: of Markdown (`fn1`), Pandoc, Word (`_ftn1`), Wikipedia (`cite_note-1`) and older pages. */
const NOTE_ID =
  /^(?:_?ftn|_?edn|fn|fn-|fnote|footnote|endnote|note|cite_note|sdfootnote|n)[-_:.]?[\p{L}\p{N}]/iu;

/** Ids of the places in the text that notes lead back to. */
const MARK_ID =
  /^(?:_?ftnref|_?ednref|fnref|footnote-?ref|endnote-?ref|note-?ref|cite_ref|ref|r)[-_:.]?/iu;

/** What stands for a note in the text: a number, a sign, a letter, perhaps in brackets. */
const MARK_TEXT =
  /^[[(（〔［【]?\s*(?:注|註|note\s*)?(?:\d{1,4}|[*†‡§¶※]{1,3}|[a-z]|[ivxlc]{1,6}|[①-⑳㉑-㉟㊱-㊿❶-❿])\s*[\])）〕］】]?$/iu;

const PREFIX = 'post-';

/**
 * Whether a link marks a note: it leads to a place of the same post that is named like one, and is itself a number or a
 * sign, or raised. A link back from a note is none.
 */
export function isNoteMark(href: string, text: string, isRaised: boolean): boolean {
  if (!href.startsWith('#')) return false;
  const id = plainId(href.slice(1));
  if (MARK_ID.test(id)) return false;
  const words = text.trim();
  return isRaised
    ? MARK_TEXT.test(words) || NOTE_ID.test(id)
    : NOTE_ID.test(id) && MARK_TEXT.test(words);
}

/** An id without the prefix that ids of posts carry. */
function plainId(written: string): string {
  const id = decodeId(written);
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
}

function decodeId(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The link at or around an element, when it marks a note whose text is there; null otherwise. */
export function noteMarkAt(target: EventTarget | null): HTMLAnchorElement | null {
  if (!(target instanceof Element)) return null;
  const link = target.closest<HTMLAnchorElement>('.post-body a[href^="#"]');
  if (link === null || !isMark(link)) return null;
  return noteBlock(link) === null ? null : link;
}

function isMark(link: HTMLAnchorElement): boolean {
  const isRaised = link.closest('sup') !== null || link.querySelector('sup') !== null;
  return isNoteMark(link.getAttribute('href') ?? '', link.textContent, isRaised);
}

const BLOCKS = 'li, dd, p, td, blockquote, div';

/** The block that holds a note's text, by the link that marks it; null when it is not there or holds the mark itself. */
export function noteBlock(link: HTMLAnchorElement): HTMLElement | null {
  const body = link.closest('.post-body');
  const id = plainId((link.getAttribute('href') ?? '').slice(1));
  const target = body?.querySelector<HTMLElement>(`#${CSS.escape(`${PREFIX}${id}`)}`) ?? null;
  const block = target?.matches(BLOCKS) === true ? target : target?.closest<HTMLElement>(BLOCKS);
  if (block === null || block === undefined || block === body || block.contains(link)) return null;
  return block.textContent.trim() === '' ? null : block;
}

/** A note's text as nodes of its own: without ids, hit marks, and the arrow that leads back. */
export function noteContent(block: HTMLElement): DocumentFragment {
  const fragment = block.ownerDocument.createDocumentFragment();
  const copy = block.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return fragment;
  for (const back of copy.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const id = plainId((back.getAttribute('href') ?? '').slice(1));
    if (back.classList.contains('footnote-backref') || MARK_ID.test(id)) {
      (back.parentElement?.matches('sup') === true ? back.parentElement : back).remove();
    }
  }
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  fragment.append(...copy.childNodes);
  return fragment;
}
