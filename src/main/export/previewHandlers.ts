import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../shared/contract.ts';
import type { ShellTools } from '../shellTools.ts';
import { knownArchive } from './knownArchive.ts';
import { createPreviewRoom } from './previewRoom.ts';
import type { ExportRooms } from './runAnyExport.ts';

/** The calls of a preview. */
type PreviewChannel = 'export.warmPreview' | 'export.preview' | 'export.dropPreview';

/** Previews of exports. */
export interface Previews {
  readonly handlers: Handlers<PreviewChannel>;
  /** Gives up what is being made and closes what was kept. */
  readonly close: () => void;
}

/** Answers the calls that preview exports. */
export function createPreviews(tools: ShellTools, rooms: ExportRooms): Previews {
  const room = createPreviewRoom({ ...rooms, core: tools.core });
  // The hidden window of previews must not outlive the one that shows them: the app would never end.
  const shownIn = new WeakSet<BrowserWindow>();
  const closeWith = (window: BrowserWindow | null): void => {
    if (window === null || shownIn.has(window)) return;
    shownIn.add(window);
    window.once('closed', room.close);
  };
  return {
    handlers: {
      'export.warmPreview': (words) => {
        closeWith(tools.window());
        room.warm(words);
        return undefined;
      },
      'export.preview': async (input) => {
        const archive = await knownArchive(tools, input);
        closeWith(tools.window());
        return room.make({ ...input, archive, language: tools.language() });
      },
      'export.dropPreview': () => {
        room.close();
        return undefined;
      },
    },
    close: room.close,
  };
}
