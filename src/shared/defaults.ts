import type { ArchiveView, Settings } from './appModel.ts';
import type { ExportOptions } from './exportModel.ts';
import type { Filters } from './searchModel.ts';

/** No filter at all. */
export const noFilters: Filters = {
  list: 'all',
  states: [],
  sources: [],
  categories: [],
  tags: [],
  labels: [],
  years: [],
  months: [],
  from: null,
  to: null,
};

/** The export one gets without touching the dialog: a PDF. */
export const defaultExportOptions: ExportOptions = {
  format: 'pdf',
  layout: 'merged',
  pageSize: 'A4',
  customWidth: 170,
  customHeight: 240,
  orientation: 'portrait',
  margins: 'normal',
  customMargins: { top: 20, right: 20, bottom: 20, left: 20 },
  columns: 1,
  typeface: 'serif',
  sizePoints: 11,
  leading: 1.7,
  order: 'listed',
  title: '',
  subtitle: '',
  hasCover: true,
  hasContents: true,
  parts: 'none',
  starts: 'page',
  hasHeader: true,
  hasFooter: true,
  header: '{source} | {date}',
  footer: '{archive} | {page} / {pages}',
  hasOutline: true,
  hasMetadata: true,
  hasOriginalLink: false,
  hasEndnotes: false,
  hasHighlights: true,
  hasNotes: true,
  notesAt: 'margin',
  hasHits: false,
  hasPictures: true,
  hasSourceIndex: false,
  ink: 'colour',
};

/** Settings before the reader changes any. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  typeface: 'serif',
  readingSize: 17,
  lineLength: 34,
  isJustified: true,
  sidebarWidth: 240,
  listWidth: 400,
  isSidebarHidden: false,
  hasSingleKeys: true,
  keys: {},
  recentCommands: [],
  foldsVariants: true,
  explainsSearches: false,
  pen: 'yellow',
  lastArchiveId: null,
  exportOptions: defaultExportOptions,
  otherExportOptions: [],
  exportFolder: null,
  exportPresets: [],
  marksRead: 'reading',
  citationStyle: 'gbt7714',
  speechRate: 1,
  speechVoices: {},
};

/** What an archive shows when it opens for the first time. */
export const defaultView: ArchiveView = {
  text: '',
  filters: noFilters,
  sort: 'newest',
  openPath: null,
  listScrollTop: 0,
  surface: 'post',
  closedLabels: [],
  recentPosts: [],
};
