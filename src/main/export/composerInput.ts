import { furnitureStyle, pageStyle } from '../../core/export/book/pageGeometry.ts';
import { probeStyle } from '../../core/export/pdf/pdfPlacing.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { Archive, PostId } from '../../shared/model.ts';
import type { ExportWorkerData } from './exportMessages.ts';
import type { PrintWindow } from './printRoom.ts';

/** Posts that are exported, printed or shown, and how. */
export interface ComposedPosts {
  readonly archive: Archive;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  readonly language: 'en' | 'zh';
  /** What was typed into the search box when the posts are the result of a search; missing or null = they are not. */
  readonly query?: string | null | undefined;
  /** False = the search told Traditional and Simplified characters apart; missing = true. */
  readonly foldsVariants?: boolean | undefined;
}

/** Where pages are made, and by which window. */
export interface ComposerPlace {
  readonly dataFolder: string;
  /** Absolute path at which the file or folder is made, and what it is to become. */
  readonly part: string;
  readonly target: string;
  readonly window: Pick<PrintWindow, 'addStyle'>;
  /** Addresses of the style sheets that every document has. */
  readonly styleSheets: readonly string[];
  /** For the pages of the book, besides their own; missing = none. */
  readonly style?: string;
}

/** What a thread that composes pages is started with. The window serves the style sheets that the options give. */
export function composerInput(
  { archive, ids, options, language, query, foldsVariants }: ComposedPosts,
  { dataFolder, part, target, window, styleSheets, style }: ComposerPlace,
): ExportWorkerData {
  const own = style === undefined ? [] : [window.addStyle('part', style)];
  return {
    dataFolder,
    archiveId: archive.id,
    ids,
    options,
    language,
    query,
    foldsVariants,
    part,
    target,
    bookStyles: [...styleSheets, window.addStyle('page', pageStyle(options)), ...own],
    furnitureStyles: [...styleSheets, window.addStyle('sheet', furnitureStyle(options))],
    probeStyle: window.addStyle('probe', probeStyle(options)),
  };
}
