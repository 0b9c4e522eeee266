import { archiveRows } from './archiveRows.ts';
import type { CommandRow } from './commandRow.ts';
import { goRows } from './goRows.ts';
import { helpRows } from './helpRows.ts';
import { listRows } from './listRows.ts';
import { markRows } from './markRows.ts';
import { placeRows } from './placeRows.ts';
import { readRows } from './readRows.ts';
import { searchRows } from './searchRows.ts';
import { viewRows } from './viewRows.ts';

const rows = [
  ...archiveRows,
  ...searchRows,
  ...listRows,
  ...readRows,
  ...markRows,
  ...goRows,
  ...viewRows,
  ...placeRows,
  ...helpRows,
] as const;

/** Everything a key, the native menu, the palette or a button may ask for. */
export type CommandId = (typeof rows)[number]['id'];

/** A row that names one of the commands there are. */
export type KnownRow = CommandRow & { readonly id: CommandId };

/** The one list of commands; menu, palette, tooltips, shortcut sheet and keyboard settings are made from it. */
export const commandRows: readonly KnownRow[] = rows;

/** Ids of one subject's rows; the window's half of each subject is checked against it. */
export type IdOf<Rows extends readonly CommandRow[]> = Rows[number]['id'];

/** Keys that the reader changed, by command; a command that is missing has the keys of its row, `[]` = no key. */
export type ChangedKeys = Readonly<Record<string, readonly string[]>>;

/** The keys a command has now, the one to show first. */
export const keysOf = (row: CommandRow, changed: ChangedKeys): readonly string[] =>
  (Object.hasOwn(changed, row.id) ? changed[row.id] : undefined) ?? row.keys;
