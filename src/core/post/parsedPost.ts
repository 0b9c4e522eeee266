import type { ReadAs } from '../../shared/charsets.ts';
import type { Heading, PostKind, Problem } from '../../shared/model.ts';
import type { WrittenLink } from './postLinks.ts';

/** What an archive's own configuration says about all of its posts. */
export interface SiteConfig {
  /** Which generator's folder this is; `none` for a plain folder. */
  readonly generator: 'jekyll' | 'hugo' | 'hexo' | 'zola' | 'none';
  readonly title: string | null;
  /** IANA zone for dates written without an offset. */
  readonly timezone: string | null;
  readonly lang: string | null;
  /** The site's own address, http(s). */
  readonly url: string | null;
  /** What it says about the addresses of its posts. */
  readonly links: SiteLinks;
  /**
   * Folders that hold the content, relative to the site, without slashes at the ends, the deepest first; none = the
   * site's folder itself.
   */
  readonly contentFolders: readonly string[];
  /** Names of taxonomies besides tags and categories, lower case. */
  readonly taxonomies: readonly string[];
  /** A line that ends a post's excerpt and is no part of its text; null when none is set. */
  readonly excerptSeparator: string | null;
  /** True where Hexo keeps a folder of files beside each post. */
  readonly hasAssetFolders: boolean;
  /** Jekyll's front matter defaults, the most telling first. */
  readonly defaults: readonly FieldDefault[];
  /** Single values of the configuration by name, for `{{ site.name }}`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What a site's configuration says about the addresses of its posts. Patterns are as written. */
export interface SiteLinks {
  /** Path that the site stands under (`blog` of `https://example.org/blog/`); '' = the host's root. */
  readonly basePath: string;
  /** The pattern of posts; null = the generator's own. */
  readonly permalink: string | null;
  /** Patterns by Jekyll collection or Hugo section. */
  readonly permalinkOf: Readonly<Record<string, string>>;
  /** Hexo: values for placeholders that a post has none for. */
  readonly permalinkDefaults: Readonly<Record<string, string>>;
  /** Where the lists of a taxonomy stand on the site, by its name. Hugo: plural by singular; Hexo: of `tag` and `category`. */
  readonly listFolders: Readonly<Record<string, string>>;
  /** Hugo's `uglyURLs`. */
  readonly isUgly: boolean;
}

/** Front matter that posts of a folder have unless their own says otherwise (jekyllrb.com/docs/configuration/front-matter-defaults). */
export interface FieldDefault {
  /** Folder without slashes at the ends; empty for all. */
  readonly path: string;
  /** `posts`, `drafts`, `pages` or the name of a collection; null for all. */
  readonly type: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A file as it was read. */
export interface PostFile {
  /** Relative to the archive's folder, `/` between parts. */
  readonly path: string;
  /** Hexadecimal bytes of the path, only where the name is not UTF-8. */
  readonly pathHex?: string;
  readonly bytes: Uint8Array;
  /** The bytes as text, where whoever read them found that they are valid UTF-8 and decoded them; else left out. */
  readonly utf8?: string;
  readonly site: SiteConfig;
  /** What the reader chose to read the file as, where a choice was made. */
  readonly readAs?: ReadAs;
  /** True for a page (README, 404 …) beside the configuration of a site that lies deeper in the archive. */
  readonly isSitePage?: boolean;
  /** True for a file beside or below the `index.md` of its folder: Hugo and Zola take it for a resource of that page. */
  readonly isBundled?: boolean;
}

/** Everything the index keeps of one file; made by `parsePost`, without HTML. */
export interface ParsedPost {
  readonly kind: PostKind;
  readonly title: string;
  readonly date: string | null;
  readonly day: string | null;
  /**
   * Sorting key: milliseconds of the written wall clock taken as if it were UTC (a post of 05:00 stands before one of
   * 06:00 of the same day, whatever the offsets); null without a date.
   */
  readonly wallMs: number | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** A stable id given by the publisher (for example `infoCode` in the original URL); null when none. */
  readonly sourceId: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly isDraft: boolean;
  readonly lang: string;
  /** Visible text as search sees it; paragraphs end with a line feed. */
  readonly text: string;
  readonly characterCount: number;
  /** Front matter as plain JSON values (strings as written), for `[key:value]` queries; `{}` when none. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly hasImage: boolean;
  readonly hasCode: boolean;
  readonly hasTable: boolean;
  readonly problems: readonly Problem[];
  /** Its links that may lead to other posts, in order; missing = none. */
  readonly links?: readonly WrittenLink[];
  /** Hosts that its closing lines call the home page; missing = none. */
  readonly homeHosts?: readonly string[];
}

/** The post as HTML for the screen, the PDF and the command line. */
export interface RenderedPost {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** How reading one file ended: a post, or the problem that kept it from becoming one. */
export type ParseOutcome =
  | { readonly outcome: 'post'; readonly post: ParsedPost }
  | { readonly outcome: 'problem'; readonly problem: Problem };
