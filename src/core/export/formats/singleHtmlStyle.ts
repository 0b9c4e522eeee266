import type { ExportOptions } from '../../../shared/exportModel.ts';
import { CHAPTER_STYLE } from './chapter/chapterStyle.ts';

/** The style sheet of a single HTML file: light and dark as the system is, on paper like a book; contents beside wide windows. */
export function htmlStyle({ typeface }: Pick<ExportOptions, 'typeface'>): string {
  return `${typeface === 'serif' ? SERIF : SANS}${CHAPTER_STYLE}${SCREEN}${PAPER}`;
}

const SERIF = `
:root { --latin: "Source Serif 4", Georgia, "Times New Roman", "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", STSong, SimSun, serif; --han: "Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", STSong, SimSun, serif; --hant: "Noto Serif TC", "Source Han Serif TC", "Noto Serif CJK TC", "Songti TC", PMingLiU, serif; --kana: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif JP", serif; }`;

const SANS = `
:root { --latin: "Source Sans 3", system-ui, "Helvetica Neue", Arial, "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; --han: "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; --hant: "Noto Sans TC", "Source Han Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; --kana: "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }`;

const SCREEN = `
:root { color-scheme: light dark; --page: #fbfaf7; --ink: #1c1e21; --ink-2: #54595f; --line: #d5d2ca; --accent: #a3241b; --side: #f3f1ec; }
@media (prefers-color-scheme: dark) { :root { --page: #17181a; --ink: #dcdad5; --ink-2: #9c9a95; --line: #3a3b3e; --accent: #ef8a7c; --side: #1d1e21; } }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 18px/1.75 var(--latin); text-autospace: normal; text-spacing-trim: trim-start; }
[lang]:lang(zh) { font-family: var(--han); }
[lang]:lang(zh-Hant), [lang]:lang(zh-TW), [lang]:lang(zh-HK) { font-family: var(--hant); }
[lang]:lang(ja) { font-family: var(--kana); }
[lang]:lang(en) { font-family: var(--latin); }
main, .cover, body:not(.covered) > .contents { box-sizing: border-box; max-width: 41em; margin: 0 auto; padding: 0 24px; }
.chapter, .part, .back { padding: 56px 0 24px; border-top: 1px solid var(--line); }
main > section:first-child { border-top: 0; }
.chapter { content-visibility: auto; contain-intrinsic-size: auto 1400px; }
.title { font-size: 1.75em; text-wrap: balance; border-bottom-color: var(--ink); }
.meta, .cover-facts, .cover-made, figcaption, caption, .absent { opacity: 1; color: var(--ink-2); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
.code-note { opacity: 1; color: var(--ink-2); }
.cover { min-height: 70vh; padding-top: 14vh; padding-bottom: 8vh; }
.cover-line { color: var(--accent); }
.cover-title { margin: 0 0 0.4em; padding: 0.5em 0; border: solid var(--ink); border-width: 6px 0 2px; font-size: clamp(2em, 7vw, 3.4em); line-height: 1.3; text-wrap: balance; overflow-wrap: anywhere; }
.cover-subtitle { font-size: 1.2em; color: var(--ink-2); }
.cover-sources { columns: 14em 2; margin: 2em 0; font-size: 0.9em; }
.contents { font-size: 0.88em; line-height: 1.5; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents ol ol { margin: 4px 0 16px 0; }
.contents li { margin: 0 0 6px; }
.contents li li { padding-left: 14px; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover .name { text-decoration: underline; }
.contents small { display: inline-block; color: var(--ink-2); }
.contents .part-name { font-weight: bold; }
.contents h2 { margin-top: 24px; }
.part, .part h1 { text-align: center; }
.part { padding: 20vh 0; }
@media (min-width: 1100px) {
  body.listed { display: grid; grid-template-columns: 320px minmax(0, 1fr); }
  body.listed > .cover { grid-column: 1 / -1; width: 100%; }
  body.listed > .contents { position: sticky; top: 0; box-sizing: border-box; width: auto; max-width: none; height: 100vh; margin: 0; padding: 8px 24px 40px; overflow-y: auto; background: var(--side); border-inline-end: 1px solid var(--line); }
  body.listed > .contents .title { font-size: 1.25em; }
}
@media (max-width: 1099px) { body.covered > .contents { box-sizing: border-box; max-width: 47em; margin: 0 auto; padding: 0 24px 40px; } }
@media (max-width: 560px) { body { font-size: 17px; } main, body > .cover, body:is(.covered, .listed) > .contents, body:not(.covered) > .contents { padding-left: 16px; padding-right: 16px; } th, td { min-width: 3.6em; } }
`;

const PAPER = `
@media print {
  :root { color-scheme: light; --page: #fff; --ink: #16181a; --ink-2: #4b5056; --line: #c9ced2; --accent: #16181a; }
  body, body.listed { display: block; font-size: 11pt; }
  main, .cover, body > .contents, body.listed > .contents { max-width: none; padding: 0; }
  body.listed > .contents { position: static; height: auto; overflow: visible; background: none; border: 0; break-before: page; break-after: page; }
  .cover { min-height: 0; break-after: page; }
  .chapter { content-visibility: visible; padding: 0; border: 0; break-before: page; }
  main > .chapter:first-child { break-before: auto; }
  .part, .back { break-before: page; border: 0; }
  mark.hl { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .table { overflow: visible; }
}
`;
