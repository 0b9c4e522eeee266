import { looseKey } from '../../../src/core/links/addressText.ts';
import type { LinkPost } from '../../../src/core/links/linkPost.ts';
import { linkRecord, siteHosts } from '../../../src/core/links/linkRecord.ts';
import { postNumbers } from '../../../src/core/links/postAddresses.ts';
import { resolveLink } from '../../../src/core/links/resolveLink.ts';
import type { LinkIndex } from '../../../src/core/links/resolveLink.ts';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import type { ParsedPost, SiteConfig } from '../../../src/core/post/parsedPost.ts';
import { plainSite, readSiteConfig } from '../../../src/core/post/siteConfig.ts';
import type { Filters } from '../../../src/shared/searchModel.ts';
import type { LinkAnswer } from '../../../src/shared/linkModel.ts';

/** Files of an archive: path -> content; the configuration stands among them. */
export type ArchiveFiles = Readonly<Record<string, string>>;

const CONFIG = /^(?:_config\.ya?ml|hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml|json))$/u;

/** A small archive whose links can be asked for, by the real parser and the real rules. */
export class LinkArchive {
  readonly site: SiteConfig;
  readonly #posts = new Map<string, ParsedPost & LinkPost>();

  constructor(files: ArchiveFiles) {
    const configName = Object.keys(files).find((path) => CONFIG.test(path));
    this.site =
      configName === undefined
        ? plainSite
        : readSiteConfig({ configName, configText: files[configName] ?? '' });
    for (const [path, content] of Object.entries(files))
      if (path !== configName) this.add(path, content);
  }

  /** Adds or replaces a file. */
  add(path: string, content: string): void {
    const bytes = new TextEncoder().encode(content);
    const read = parsePost({ path, bytes, site: this.site });
    if (read.outcome === 'problem') throw new Error(`No post: ${path} ${read.problem.code}`);
    this.#posts.set(path, { ...read.post, path });
  }

  /** Where a link of the post at `from` leads. */
  follow(from: string, href: string): LinkAnswer {
    const post = this.#posts.get(from);
    if (post === undefined) throw new Error(`No post at ${from}`);
    const hosts = [...this.#posts.values()].flatMap(({ homeHosts }) => homeHosts ?? []);
    return resolveLink(
      href,
      { post, site: this.site, hosts: siteHosts(this.site, hosts) },
      this.#index(),
    );
  }

  /** The same, short: the path that opens, with its fragment, or what else happens. */
  leads(from: string, href: string): string {
    const answer = this.follow(from, href);
    switch (answer.kind) {
      case 'post':
        return answer.fragment === null ? answer.path : `${answer.path}#${answer.fragment}`;
      case 'list':
        return `list ${shortFilters(answer.filters)}`.trim();
      case 'fragment':
        return `#${answer.id}`;
      case 'external':
        return `external ${answer.url}`;
      case 'missing':
        return `missing ${answer.path}`;
      default:
        return 'none';
    }
  }

  /** The addresses of links that the index would keep of a post. */
  kept(path: string): readonly string[] {
    const post = this.#posts.get(path);
    if (post === undefined) throw new Error(`No post at ${path}`);
    return linkRecord(path, post, this.site).links.map(([href]) => href);
  }

  /** The visible text of a post. */
  text(path: string): string {
    return this.#posts.get(path)?.text ?? '';
  }

  #index(): LinkIndex {
    const posts = [...this.#posts.values()];
    const values = (facet: string): readonly string[] => {
      if (facet === 'source') return posts.flatMap(({ source }) => source ?? []);
      return posts.flatMap((post) => (facet === 'tag' ? post.tags : post.categories));
    };
    return {
      named: (numbers) =>
        posts.filter((post) => postNumbers(post, this.site).some((one) => numbers.includes(one))),
      label: (facet, key) => values(facet).find((value) => looseKey(value) === key) ?? null,
    };
  }
}

function shortFilters(filters: Filters): string {
  return Object.entries(filters)
    .filter(([name, value]) => name !== 'list' && value !== null && String(value) !== '')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}

/** A post with a title, fields as YAML lines, and a body. */
export function textOf(fields: string, body = 'Words.'): string {
  return `---\n${fields}\n---\n\n${body}\n`;
}
