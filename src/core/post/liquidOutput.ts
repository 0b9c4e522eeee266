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

/** What an output's meaning depends on. */
interface TemplateFacts {
  readonly place: TagPlace;
  readonly format: TagFormat;
  /** Names that the body's own tags give values to. */
  readonly assigned: ReadonlySet<string>;
}

/**
 * What `{{ … }}` becomes: a literal its text, `site.x` what the configuration says, `page.title` the title, other
 * variables of a template nothing. What cannot be a variable (a formula, another program's braces) stays as it is.
 */
export function outputText(
  { inner, at, after }: Output,
  body: string,
  { place, format, assigned }: TemplateFacts,
): string {
  const literal = LITERAL.exec(inner)?.groups;
  // Braces in quotation marks are how a template writes braces.
  if (literal) return literal['double'] ?? literal['single'] ?? '';
  const isSure = SITE_OUTPUT.test(inner);
  const { generator } = place.site;
  const whole = body.slice(at, after);
  if (!isSure && generator !== 'jekyll' && generator !== 'hexo') return whole;
  const variable = variableOf(inner);
  const known = knownText(variable, { place, format, next: body.slice(after, after + 200) });
  if (known !== null) return known;
  return isSure || variable.isSure || assigned.has(variable.name) ? '' : whole;
}

interface OutputPlace {
  readonly place: TagPlace;
  readonly format: TagFormat;
  /** What follows. */
  readonly next: string;
}

function knownText({ name, path }: Variable, { place, format, next }: OutputPlace): string | null {
  if (name === 'site') return siteText(path.slice(1), { place, next });
  return name === 'page' && path === '.title' ? escapeFor(place.title ?? '', format) : null;
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
