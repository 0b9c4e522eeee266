import type { LucideIcon } from 'lucide-react';
import type { KnownRow } from '../../shared/commands/commands.ts';
import type { palette } from '../i18n/en/palette.ts';
import type { Actions } from '../state/actions.ts';
import type { AppState } from '../state/model.ts';

/** What a command works with. */
export interface CommandContext {
  readonly state: AppState;
  readonly actions: Actions;
}

/** Why a command cannot run now; the palette says it beside the dimmed name (words: `palette.reasons`). */
export type Reason = keyof (typeof palette)['reasons'];

/** What stands at the right of a command in the palette. */
type Detail =
  | { readonly kind: 'selected'; readonly count: number }
  /** Text of the reader's own, shown as it is: the name of an archive, say. */
  | { readonly kind: 'text'; readonly text: string };

/** The window's half of a command; the other half is its row in `src/shared/commands`. */
export interface Behaviour {
  readonly icon: LucideIcon;
  readonly run: (context: CommandContext) => void;
  /** Why it cannot run although what its row needs is there; null = it can. Asked often: keep it cheap. */
  readonly cannot?: (state: AppState) => Reason | null;
  /** Null = nothing to add. */
  readonly detail?: (state: AppState) => Detail | null;
  /** For what is switched on and off: whether it is on. The native menu and the palette show a check. */
  readonly isOn?: (state: AppState) => boolean;
}

/** One command, whole. */
export type Command = KnownRow & Behaviour;
