import type { ParsedPost, SiteConfig } from '../../../../src/core/post/parsedPost.ts';
import { renderPost } from '../../../../src/core/post/renderPost.ts';
import { readSiteConfig } from '../../../../src/core/post/siteConfig.ts';
import { plainSite } from '../../../../src/core/post/siteConfig.ts';
import { makeFile, postOf } from '../makeFile.ts';

/** Sites as their configurations give them. */
export const sites: Readonly<Record<SiteConfig['generator'], SiteConfig>> = {
  none: plainSite,
  jekyll: readSiteConfig({
    configName: '_config.yml',
    configText: 'title: Harbour\ndescription: News of the quay\nurl: https://harbour.example\n',
  }),
  hugo: readSiteConfig({
    configName: 'hugo.toml',
    configText: 'title = "Harbour"\nbaseURL = "https://harbour.example/"\n',
  }),
  hexo: readSiteConfig({
    configName: '_config.yml',
    configText: 'title: Harbour\nurl: https://harbour.example\npost_asset_folder: true\n',
  }),
  zola: readSiteConfig({
    configName: 'config.toml',
    configText: 'title = "Harbour"\nbase_url = "https://harbour.example"\n',
  }),
};

const PATHS: Readonly<Record<SiteConfig['generator'], string>> = {
  none: 'notes/my-post.md',
  jekyll: '_posts/2020-01-01-my-post.md',
  hugo: 'content/posts/my-post.md',
  hexo: 'source/_posts/my-post.md',
  zola: 'content/blog/my-post.md',
};

/** The post of a text in a site, at the usual place. */
export function postIn(
  generator: SiteConfig['generator'],
  text: string,
  path = PATHS[generator],
): ParsedPost {
  return postOf(makeFile(text, path, sites[generator]));
}

/** The same as sanitised HTML. */
export function htmlIn(
  generator: SiteConfig['generator'],
  text: string,
  path = PATHS[generator],
): string {
  return renderPost(makeFile(text, path, sites[generator])).html;
}
