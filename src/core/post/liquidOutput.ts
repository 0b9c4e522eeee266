import type { TagPlace } from './tagPlace.ts';
import type { TagFormat } from './templateTags.ts';
import { escapeHtml } from './templateTags.ts';

/** `{{ … }}` and where it stands. */
interface Output {
  readonly inner: string;
  readonly at: number;
  readonly after: number;
}

const SITE_OUTPUT =
  /^-?\s*(?:site|page|post|include|layout|paginator|content|forloop|theme|config|jekyll|tablerowloop)\b/u;
const LITERAL = /^-?\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')\s*(?<filters>\|[^\n]*)?$/u;
const VARIABLE =
  /^-?\s*(?<name>[A-Za-z_][\w-]*)(?<path>(?:\.[\w-]+|\[[^\]\n]{0,60}\])*)\s*(?<filters>\|.*)?$/su;
const TAG_ADDRESS =
  /^(?:\{\{-?\s*site\.(?:url|baseurl)\s*-?\}\}|\/)*\{%-?\s*(?:post_url|link|post_path|asset_path)\b/u;

/**
 * What `{{ … }}` becomes: a literal its text, `site.x` what the configuration says, `page.title` the title, other
 * variables of a template nothing. What cannot be a variable (a formula, another program's braces) stays as it is.
 */
export function outputText(
  { inner, at, after }: Output,
  body: string,
  { place, format }: { readonly place: TagPlace; readonly format: TagFormat },
): string {
  const literal = LITERAL.exec(inner)?.groups;
  // Braces in quotation marks are how a template writes braces.
  if (literal) return literal['double'] ?? literal['single'] ?? '';
  const isSure = SITE_OUTPUT.test(inner);
  const { generator } = place.site;
  const whole = body.slice(at, after);
  if (!isSure && generator !== 'jekyll' && generator !== 'hexo') return whole;
  const variable = variableOf(inner);
  if (variable.name === 'site') {
    return siteText(variable.path.slice(1), { place, next: body.slice(after, after + 200) });
  }
  if (variable.name === 'page' && variable.path === '.title') {
    return escapeFor(place.title ?? '', format);
  }
  return isSure || variable.isSure || isAssigned(variable.name, body) ? '' : whole;
}

interface Variable {
  /** '' for what is no variable. */
  readonly name: string;
  readonly path: string;
  /** A path or filters stand behind it, as only templates write. */
  readonly isSure: boolean;
}

function variableOf(inner: string): Variable {
  const groups = VARIABLE.exec(inner.replace(/-\s*$/u, ''))?.groups ?? {};
  const { name = '', path = '' } = groups;
  return { name, path, isSure: path !== '' || groups['filters'] !== undefined };
}

/** An address in front of one that names a file would make that file another. */
function siteText(
  name: string,
  { place, next }: { readonly place: TagPlace; readonly next: string },
): string {
  const { site } = place;
  if (name === 'baseurl') return '';
  if (name === 'url') return TAG_ADDRESS.test(next) ? '' : (site.url ?? '').replace(/\/+$/u, '');
  const value = Object.hasOwn(site.variables, name) ? site.variables[name] : undefined;
  return value ?? '';
}

function escapeFor(text: string, format: TagFormat): string {
  return format === 'html' ? escapeHtml(text) : text;
}

/** False for '', which is no name. */
function isAssigned(name: string, body: string): boolean {
  if (name === '') return false;
  return new RegExp(
    `\\{%-?\\s*(?:assign|capture|for|set|increment|decrement)\\s+${name}\\b`,
    'u',
  ).test(body);
}
