import { commandWordsEn } from '../../shared/commands/words/en.ts';
import { commandWordsZh } from '../../shared/commands/words/zh.ts';
import { article as articleEn } from './en/article.ts';
import { article as articleZh } from './zh/article.ts';
import { charsets as charsetsEn } from './en/charsets.ts';
import { charsets as charsetsZh } from './zh/charsets.ts';
import { common as commonEn } from './en/common.ts';
import { common as commonZh } from './zh/common.ts';
import { dialogs as dialogsEn } from './en/dialogs.ts';
import { dialogs as dialogsZh } from './zh/dialogs.ts';
import { exporting as exportingEn } from './en/export.ts';
import { exporting as exportingZh } from './zh/export.ts';
import { filters as filtersEn } from './en/filters.ts';
import { filters as filtersZh } from './zh/filters.ts';
import { highlights as highlightsEn } from './en/highlights.ts';
import { highlights as highlightsZh } from './zh/highlights.ts';
import { indexing as indexingEn } from './en/indexing.ts';
import { indexing as indexingZh } from './zh/indexing.ts';
import { keys as keysEn } from './en/keys.ts';
import { keys as keysZh } from './zh/keys.ts';
import { library as libraryEn } from './en/library.ts';
import { library as libraryZh } from './zh/library.ts';
import { marking as markingEn } from './en/marking.ts';
import { marking as markingZh } from './zh/marking.ts';
import { palette as paletteEn } from './en/palette.ts';
import { palette as paletteZh } from './zh/palette.ts';
import { places as placesEn } from './en/places.ts';
import { places as placesZh } from './zh/places.ts';
import { posts as postsEn } from './en/posts.ts';
import { posts as postsZh } from './zh/posts.ts';
import { problems as problemsEn } from './en/problems.ts';
import { problems as problemsZh } from './zh/problems.ts';
import { query as queryEn } from './en/query.ts';
import { query as queryZh } from './zh/query.ts';
import { reading as readingEn } from './en/reading.ts';
import { reading as readingZh } from './zh/reading.ts';
import { searches as searchesEn } from './en/searches.ts';
import { searches as searchesZh } from './zh/searches.ts';
import { settings as settingsEn } from './en/settings.ts';
import { settings as settingsZh } from './zh/settings.ts';
import { time as timeEn } from './en/time.ts';
import { time as timeZh } from './zh/time.ts';
import { welcome as welcomeEn } from './en/welcome.ts';
import { welcome as welcomeZh } from './zh/welcome.ts';

/** English words by namespace; the type of all keys. */
export const en = {
  article: articleEn,
  charsets: charsetsEn,
  commands: commandWordsEn,
  common: commonEn,
  dialogs: dialogsEn,
  exporting: exportingEn,
  filters: filtersEn,
  highlights: highlightsEn,
  indexing: indexingEn,
  keys: keysEn,
  library: libraryEn,
  marking: markingEn,
  palette: paletteEn,
  places: placesEn,
  posts: postsEn,
  problems: problemsEn,
  query: queryEn,
  reading: readingEn,
  searches: searchesEn,
  settings: settingsEn,
  time: timeEn,
  welcome: welcomeEn,
} as const;

/** Chinese words by namespace. */
export const zh = {
  article: articleZh,
  charsets: charsetsZh,
  commands: commandWordsZh,
  common: commonZh,
  dialogs: dialogsZh,
  exporting: exportingZh,
  filters: filtersZh,
  highlights: highlightsZh,
  indexing: indexingZh,
  keys: keysZh,
  library: libraryZh,
  marking: markingZh,
  palette: paletteZh,
  places: placesZh,
  posts: postsZh,
  problems: problemsZh,
  query: queryZh,
  reading: readingZh,
  searches: searchesZh,
  settings: settingsZh,
  time: timeZh,
  welcome: welcomeZh,
} as const;
