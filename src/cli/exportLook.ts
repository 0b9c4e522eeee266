import { getSettings } from '../core/store/settings.ts';
import type { Library } from '../core/store/openLibrary.ts';
import { defaultExportOptions } from '../shared/defaults.ts';
import type { ExportOptions } from '../shared/exportModel.ts';
import { AppError } from '../shared/result.ts';
import { unknownFields } from '../shared/text/templateWords.ts';
import { checkShape } from './exportInvocation.ts';
import type { ExportInvocation } from './exportInvocation.ts';
import type { CliIo } from './io.ts';
import { printable } from './printable.ts';

/**
 * All options of an export: what the command line says, else what its preset says, else the usual ones. `name` = what the
 * posts are called, which names a book that is given no title. Throws `not-found` for a preset that is not there,
 * `UsageError` for what the preset's format cannot be.
 */
export function optionsOf(
  invocation: ExportInvocation,
  library: Library,
  name: string,
): ExportOptions {
  const { wishes, target } = invocation;
  const before =
    wishes.preset === null ? defaultExportOptions : presetNamed(wishes.preset, library);
  const format = invocation.format ?? before.format;
  // A file that is named as one PDF is one PDF, whatever a preset says.
  const isFile = target === '-' || /\.pdf$/iu.test(target);
  const isSeparate =
    invocation.isSeparate || (format === 'pdf' && before.layout === 'separate' && !isFile);
  checkShape({ format, isSeparate, target, wishes });
  return {
    ...before,
    title: name,
    subtitle: '',
    ...wishes.changes,
    format,
    layout: isSeparate ? 'separate' : 'merged',
  };
}

/** By its name as it is, else whatever the case of its letters. */
function presetNamed(name: string, library: Library): ExportOptions {
  const presets = getSettings(library).exportPresets;
  const folded = name.toLowerCase();
  const found =
    presets.find((preset) => preset.name === name) ??
    presets.find((preset) => preset.name.toLowerCase() === folded);
  if (found !== undefined) return found.options;
  const names = presets.map((preset) => preset.name).join(', ');
  const known = names === '' ? 'none is saved' : `saved are: ${names}`;
  throw new AppError('not-found', `There is no preset ${name}; ${known}.`);
}

/** Says what of the options will not do what it looks like. `text` = what was searched for. */
export function sayIdle(
  { wishes }: Pick<ExportInvocation, 'wishes'>,
  text: string,
  io: CliIo,
): void {
  const { changes } = wishes;
  if (changes.hasHits === true && text.trim() === '') {
    io.say('Nothing was searched for, so there are no hits to mark.\n');
  }
  for (const field of unknownFields(`${changes.header ?? ''}|${changes.footer ?? ''}`)) {
    io.say(`${printable(field)} is no field and stands as written.\n`);
  }
}
