import * as electron from 'electron';

/** What is put on the clipboard at once; other programs take what they can. */
export interface ClipboardContent {
  readonly text: string;
  /** Null for plain text alone. */
  readonly html: string | null;
}

/**
 * Puts text, and the same as HTML, on the clipboard. Electron takes a list of items from version 45 on and a record before;
 * both are called, for the runtime of development is older than the one that is packaged. When that one is 45 or later too,
 * the second way can go.
 */
export async function writeClipboard({ text, html }: ClipboardContent): Promise<void> {
  const { clipboard } = electron;
  if (html === null) {
    await clipboard.writeText(text);
    return;
  }
  if (Reflect.has(electron, 'ClipboardItem')) {
    const both = new electron.ClipboardItem({ 'text/plain': text, 'text/html': html });
    await clipboard.write([both]);
    return;
  }
  const write: unknown = Reflect.get(clipboard, 'write');
  if (typeof write === 'function') Reflect.apply(write, clipboard, [{ text, html }]);
}
