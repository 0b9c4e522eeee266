import { localDay } from '../../../shared/text/localDay.ts';
import { isHanText } from '../../../shared/text/typesetting.ts';
import type { BookFacts } from './bookFacts.ts';
import { countOf } from './bookCount.ts';
import { LEADER } from './bookPage.ts';
import { nameClass, sourcesThatFit } from './coverRoom.ts';
import { escapeHtml } from '../exportText.ts';

/** The id of the cover. */
export const COVER_ID = 'cover';

/** Sources named on the cover; of more it says how many. */
const MOST_SOURCES = 12;

/** With room for fewer none is named. */
const FEWEST_SOURCES = 3;

/** The cover in the manner of a front page: nameplate between rules, facts as a strip, sources as a list of contents. */
export function coverPage(facts: BookFacts): string {
  const { input, options, texts, title, lang } = facts;
  const subtitle = options.subtitle.trim();
  const made = texts.formatDate(localDay(input.madeAt));
  const language = isHanText(lang) ? lang : texts.lang;
  const [titleLang, subtitleLang] = [title, subtitle].map((name) => nameLanguage(name, language));
  return (
    `<section class="cover" id="${COVER_ID}" lang="${escapeHtml(texts.lang)}">` +
    `<p class="cover-line"><span>${escapeHtml(texts.clippings)}</span><span>${escapeHtml(made)}</span></p>` +
    `<div class="cover-plate"><h1 class="${nameClass(title)}" lang="${titleLang}">${escapeHtml(title)}</h1>` +
    (subtitle === ''
      ? ''
      : `<p class="subtitle" lang="${subtitleLang}">${escapeHtml(subtitle)}</p>`) +
    `</div>${factStrip(facts)}${sourceList(facts)}` +
    `<div class="cover-foot"><span class="seal" aria-hidden="true">${escapeHtml(sealOf(input.archiveName))}</span>` +
    `<span class="cover-archive">${escapeHtml(input.archiveName)}</span>` +
    `<span class="cover-made">${escapeHtml(texts.made(made))}</span></div></section>`
  );
}

/** By its script: Latin letters have a face of their own and no space between them, in a Chinese book too. */
function nameLanguage(name: string, lang: string): string {
  const isHan = /[\u2e80-\u9fff\uf900-\ufaff]/u.test(name);
  if (isHan === isHanText(lang)) return escapeHtml(lang);
  return isHan ? 'zh-Hans' : 'und';
}

/** The first letter, digit or ideograph of the name, as the app's seal has it. */
function sealOf(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? Array.from(name)[0] ?? '·';
  return first.toUpperCase();
}

function factStrip({ input, texts }: BookFacts): string {
  const { posts, sources, firstDay: first, lastDay: last } = countOf(input);
  const strip = [
    [texts.posts, texts.postCount(posts)],
    ...(sources.length === 0 ? [] : [[texts.sources, texts.sourceCount(sources.length)]]),
    ...(first === null || last === null ? [] : [[texts.dates, texts.days(first, last)]]),
  ];
  const cells = strip.map(
    ([name, value]) =>
      `<div><dt>${escapeHtml(name ?? '')}</dt><dd>${escapeHtml(value ?? '')}</dd></div>`,
  );
  const query =
    input.query === null || input.query === ''
      ? ''
      : `<p class="cover-search"><b>${escapeHtml(texts.search)}</b> ${escapeHtml(input.query)}</p>`;
  return `<dl class="cover-facts">${cells.join('')}</dl>${query}`;
}

function sourceList({ input, options, texts, title }: BookFacts): string {
  const { sources } = countOf(input);
  if (sources.length < 2) return '';
  const most = sources.slice(0, MOST_SOURCES);
  const hasSearch = input.query !== null && input.query !== '';
  const names = most.map(([source]) => source);
  const shown = most.slice(0, sourcesThatFit(names, { options, title, hasSearch }));
  if (shown.length < Math.min(FEWEST_SOURCES, sources.length)) return '';
  const lines = shown.map(
    ([source, count]) =>
      `<li><span>${escapeHtml(source)}</span>${LEADER}<b>${count.toLocaleString('en')}</b></li>`,
  );
  const rest = sources.length - shown.length;
  const more = rest === 0 ? '' : `<p>${escapeHtml(texts.more(rest))}</p>`;
  return `<div class="cover-sources"><ul>${lines.join('')}</ul>${more}</div>`;
}
