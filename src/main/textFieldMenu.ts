import { Menu } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ShellText } from './i18n/en.ts';

/**
 * The context menu of text fields. Rows, links, pictures and selected text have menus of the page's own, which stop
 * the event, so that it never gets here.
 */
export function offerTextFieldMenu(window: BrowserWindow, text: () => ShellText['menu']): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags }) => {
    if (!isEditable) return;
    const words = text();
    Menu.buildFromTemplate([
      { role: 'undo', label: words.undo, enabled: editFlags.canUndo },
      { role: 'redo', label: words.redo, enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: words.cut, enabled: editFlags.canCut },
      { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
    ]).popup({ window });
  });
}
