import type { TagArguments } from './tagArguments.ts';
import { isAddress, valueOf } from './tagArguments.ts';
import { link } from './templateTags.ts';

interface Embed {
  /** What readers call it. */
  readonly label: string;
  /** Its address by id; null where no address can be made of one. */
  readonly address: ((id: string) => string) | null;
}

const EMBEDS: ReadonlyMap<string, Embed> = new Map<string, Embed>([
  ['youtube', { label: 'YouTube', address: (id) => `https://www.youtube.com/watch?v=${id}` }],
  ['vimeo', { label: 'Vimeo', address: (id) => `https://vimeo.com/${id}` }],
  ['bilibili', { label: 'Bilibili', address: (id) => `https://www.bilibili.com/video/${id}` }],
  ['gist', { label: 'Gist', address: (id) => `https://gist.github.com/${id}` }],
  ['tweet', { label: 'Tweet', address: (id) => `https://twitter.com/i/status/${id}` }],
  ['instagram', { label: 'Instagram', address: (id) => `https://www.instagram.com/p/${id}` }],
  ['jsfiddle', { label: 'JSFiddle', address: (id) => `https://jsfiddle.net/${id}` }],
  ['codepen', { label: 'CodePen', address: null }],
  ['spotify', { label: 'Spotify', address: null }],
  ['soundcloud', { label: 'SoundCloud', address: null }],
  ['asciinema', { label: 'asciinema', address: (id) => `https://asciinema.org/a/${id}` }],
  ['video', { label: 'Video', address: null }],
  ['audio', { label: 'Audio', address: null }],
  ['iframe', { label: 'Embedded page', address: null }],
  ['pdf', { label: 'PDF', address: null }],
]);
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['twitter', 'tweet'],
  ['x', 'tweet'],
  ['twitter_simple', 'tweet'],
  ['x_simple', 'tweet'],
  ['vimeo_simple', 'vimeo'],
  ['youtubelite', 'youtube'],
  ['youtube_lite', 'youtube'],
  ['embedyoutube', 'youtube'],
  ['mp4', 'video'],
  ['mp3', 'audio'],
  ['dplayer', 'video'],
  ['aplayer', 'audio'],
]);

/**
 * Something from elsewhere (a film, a tweet, a gist) as a link to it: nothing is loaded, and readers see what stood there.
 * Null for a tag of another name; '' where nothing says what it was.
 */
export function embed(name: string, written: TagArguments): string | null {
  const key = name.toLowerCase();
  const found = EMBEDS.get(OTHER_NAMES.get(key) ?? key);
  if (found === undefined) return null;
  const id = idOf(found, written);
  if (id === '') return '';
  if (isAddress(id) || /^[./]/u.test(id) || /^[\w./-]+\.\w{2,4}$/u.test(id)) {
    return link(id, found.label);
  }
  const isId = found.address !== null && /^[\w./@-]{1,100}$/u.test(id);
  return isId ? link(found.address?.(id) ?? '', found.label) : '';
}

function idOf({ label }: Embed, written: TagArguments): string {
  const named = valueOf(written, 'id', 'url', 'src', 'link', 'video_id', 'mp4', 'file');
  const texts = written.positional.map(({ text }) => text);
  // Hugo: `gist user id`, `tweet user="…" id="…"`; Jekyll and Hexo: `gist id file`.
  const isUserFirst =
    label === 'Gist' && texts.length > 1 && /^[0-9a-f]{5,}$/iu.test(texts[1] ?? '');
  const first = isUserFirst ? `${texts[0]}/${texts[1]}` : texts.find((text) => isAddress(text));
  return named !== '' ? named : (first ?? texts[0] ?? '');
}
