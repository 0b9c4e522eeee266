import type { ArchiveView, Settings } from './appModel.ts';
import type { ExportOptions } from './jobModel.ts';
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

/** The PDF one gets without touching the dialog. */
export const defaultExportOptions: ExportOptions = {
  layout: 'merged',
  pageSize: 'A4',
  orientation: 'portrait',
  margins: 'normal',
  typeface: 'serif',
  sizePoints: 11,
  order: 'listed',
  hasHeader: true,
  hasFooter: true,
  hasOutline: true,
  hasMetadata: true,
  hasOriginalLink: false,
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
