import type { ExportOptions, ExportPreset } from '../../shared/exportModel.ts';

/** What of the options a preset is about: a title is of one book. */
function comparable(options: ExportOptions): string {
  const entries = Object.entries({ ...options, title: '', subtitle: '' });
  return JSON.stringify(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** PURE. The preset that these options are; null when they are none. */
export function presetOf(
  presets: readonly ExportPreset[],
  options: ExportOptions,
): ExportPreset | null {
  const wanted = comparable(options);
  return presets.find((preset) => comparable(preset.options) === wanted) ?? null;
}

/** PURE. The presets with these options under a name; one of the same name gives way to it, in its place. */
export function withPreset(
  presets: readonly ExportPreset[],
  name: string,
  options: ExportOptions,
): readonly ExportPreset[] {
  const made = { name, options: { ...options, title: '', subtitle: '' } };
  return presets.some((one) => one.name === name)
    ? presets.map((one) => (one.name === name ? made : one))
    : [...presets, made];
}

/** PURE. The presets with one under another name; what bore that name before goes. */
export function renamedPreset(
  presets: readonly ExportPreset[],
  from: string,
  to: string,
): readonly ExportPreset[] {
  if (from === to) return presets;
  return presets
    .filter(({ name }) => name !== to)
    .map((preset) => (preset.name === from ? { ...preset, name: to } : preset));
}
