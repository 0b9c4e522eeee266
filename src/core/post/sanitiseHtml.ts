import sanitizeHtml from 'sanitize-html';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_CLASSES,
  ALLOWED_TAGS,
  isAllowedAttribute,
} from '../../shared/htmlPolicy.ts';

/** Elements of another name that mean the same here. The roles of a page's parts belong to the window, not to a post. */
const RENAMED: Readonly<Record<string, string>> = {
  article: 'div',
  section: 'div',
  main: 'div',
  header: 'div',
  footer: 'div',
  nav: 'div',
  aside: 'div',
  center: 'div',
  form: 'div',
  fieldset: 'div',
  legend: 'p',
  hgroup: 'div',
  search: 'div',
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  dir: 'ul',
  menu: 'ul',
  xmp: 'pre',
  listing: 'pre',
  plaintext: 'pre',
  font: 'span',
  big: 'span',
};

const listed = <V>(lists: Readonly<Record<string, readonly V[]>>): Record<string, V[]> =>
  Object.fromEntries(Object.entries(lists).map(([tag, values]) => [tag, [...values]]));

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: listed(ALLOWED_ATTRIBUTES),
  allowedClasses: listed(ALLOWED_CLASSES),
  allowedSchemes: ['http', 'https', 'mailto'],
  // Local media are relative addresses by now; the only scheme is that of small pictures in the post itself.
  allowedSchemesByTag: { img: ['data'], video: [], audio: [], source: [] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  enforceHtmlBoundary: false,
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
  transformTags: { '*': keepAllowed },
};

/** Sanitises a post's HTML by the policy (`shared/htmlPolicy.ts`) with sanitize-html. */
export function sanitiseHtml(unsafe: string): string {
  return sanitizeHtml(unsafe, OPTIONS);
}

/** Classes pass here: sanitize-html holds them against the policy's own list. */
function keepAllowed(written: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const tag = Object.hasOwn(RENAMED, written) ? (RENAMED[written] ?? written) : written;
  const kept = Object.entries(attribs).filter(
    ([name, value]) => name === 'class' || isAllowedAttribute({ tag, name, value }),
  );
  return { tagName: tag, attribs: Object.fromEntries(kept) };
}
