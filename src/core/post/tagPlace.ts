import type { SiteConfig } from './parsedPost.ts';

/** Where template tags stand. */
export interface TagPlace {
  readonly site: SiteConfig;
  /** Of the post, relative to the archive's folder. */
  readonly path: string;
  /** For `{{ page.title }}`; null when the front matter gives none. */
  readonly title: string | null;
  /** True where the post says that its braces are text (`disableNunjucks`, `render_with_liquid: false`). */
  readonly isLiteral: boolean;
}
