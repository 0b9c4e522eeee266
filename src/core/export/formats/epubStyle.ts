import type { ExportOptions } from '../../../shared/exportModel.ts';
import { CHAPTER_STYLE } from './chapter/chapterStyle.ts';

/** The style sheet of an EPUB: faces by typeface, the rest left to the reader's own choice of size, colours and margins. */
export function epubStyle({ typeface }: Pick<ExportOptions, 'typeface'>): string {
  return `${typeface === 'serif' ? SERIF : SANS}${CHAPTER_STYLE}${EPUB}`;
}

const SERIF = `body { font-family: "Source Serif 4", Georgia, "Noto Serif SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif; }
.cjk, .cover, .part { font-family: "Noto Serif SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif; }
`;

const SANS = `body { font-family: "Source Sans 3", "Helvetica Neue", Arial, "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.cjk, .cover, .part { font-family: "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
`;

/** Colours of the page are the reader's: what is drawn takes the colour of the text. */
const EPUB = `
html, body { margin: 0; padding: 0; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav ol ol { margin: 0 0 0.8em 1.2em; }
nav li { margin: 0 0 0.4em; }
nav a { text-decoration: none; color: inherit; }
nav .part-name { font-weight: bold; }
.cover { text-align: center; page-break-after: always; break-after: page; }
.cover h1, .part h1 { text-align: center; }
.cover-title { margin-top: 18%; font-size: 2.2em; }
.part { page-break-before: always; break-before: page; page-break-after: always; break-after: page; text-align: center; }
.part-title { margin-top: 30%; }
`;
