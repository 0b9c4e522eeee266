import { asArchiveId, asPostId } from '../../../src/shared/ids.ts';
import type { Post } from '../../../src/shared/model.ts';

/** A post as `posts.get` gives it, with only what a test cares about set by hand. */
export function makePost(given: Partial<Post>): Post {
  return {
    id: asPostId(1),
    archiveId: asArchiveId('0123456789abcdef'),
    path: '_posts/2024-01-02-one.md',
    title: '港口清晨',
    date: '2024-01-02T06:30:00+08:00',
    day: '2024-01-02',
    source: '江汀日报',
    author: null,
    tags: [],
    categories: [],
    url: null,
    lang: 'zh-Hans',
    isDraft: false,
    kind: 'post',
    characterCount: 10,
    html: '<p>雾散了。</p>',
    headings: [],
    problems: [],
    isRead: false,
    isBookmarked: false,
    position: 0,
    passage: null,
    isFilePresent: true,
    ...given,
  };
}
