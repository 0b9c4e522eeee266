import * as v from 'valibot';
import { defaultExportOptions } from './defaults.ts';
import type { ExportOptions, ExportPreset } from './exportModel.ts';
import { exportFormats } from './exportModel.ts';

const millimetres = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));

const margin = millimetres(0, 100);
const before = defaultExportOptions;
const line = v.pipe(v.string(), v.maxLength(500));

/**
 * What an export holds and how it is laid out. Options of Broadsheet before it knew the others are complete with their
 * defaults.
 */
export const exportOptionsSchema: v.GenericSchema<unknown, ExportOptions> = v.strictObject({
  format: v.optional(v.picklist(exportFormats), before.format),
  layout: v.picklist(['merged', 'separate']),
  pageSize: v.picklist(['A4', 'A5', 'B5', 'Letter', 'custom']),
  customWidth: v.optional(millimetres(60, 1200), before.customWidth),
  customHeight: v.optional(millimetres(60, 1200), before.customHeight),
  orientation: v.picklist(['portrait', 'landscape']),
  margins: v.picklist(['narrow', 'normal', 'wide', 'custom']),
  customMargins: v.optional(
    v.strictObject({ top: margin, right: margin, bottom: margin, left: margin }),
    before.customMargins,
  ),
  columns: v.optional(v.picklist([1, 2]), before.columns),
  typeface: v.picklist(['serif', 'sans']),
  sizePoints: v.pipe(v.number(), v.minValue(7), v.maxValue(20)),
  leading: v.optional(v.pipe(v.number(), v.minValue(1.2), v.maxValue(2.4)), before.leading),
  order: v.picklist(['listed', 'date', 'source']),
  title: v.optional(line, before.title),
  subtitle: v.optional(line, before.subtitle),
  hasCover: v.optional(v.boolean(), before.hasCover),
  hasContents: v.optional(v.boolean(), before.hasContents),
  parts: v.optional(v.picklist(['none', 'source', 'month']), before.parts),
  starts: v.optional(v.picklist(['page', 'running']), before.starts),
  hasHeader: v.boolean(),
  hasFooter: v.boolean(),
  header: v.optional(line, before.header),
  footer: v.optional(line, before.footer),
  hasOutline: v.boolean(),
  hasMetadata: v.boolean(),
  hasOriginalLink: v.boolean(),
  hasEndnotes: v.optional(v.boolean(), before.hasEndnotes),
  hasHighlights: v.optional(v.boolean(), before.hasHighlights),
  hasNotes: v.optional(v.boolean(), before.hasNotes),
  notesAt: v.optional(v.picklist(['margin', 'end']), before.notesAt),
  hasHits: v.optional(v.boolean(), before.hasHits),
  hasPictures: v.optional(v.boolean(), before.hasPictures),
  hasSourceIndex: v.optional(v.boolean(), before.hasSourceIndex),
  ink: v.optional(v.picklist(['colour', 'saving']), before.ink),
});

/** Presets of the reader, by name. */
export const exportPresetsSchema: v.GenericSchema<unknown, readonly ExportPreset[]> = v.pipe(
  v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
      options: exportOptionsSchema,
    }),
  ),
  v.maxLength(100),
  v.readonly(),
);
