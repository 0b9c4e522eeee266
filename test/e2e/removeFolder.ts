import { rm } from 'node:fs/promises';

/**
 * Removes a folder with all that is in it; one that is not there is fine. Tries again for a while: Chromium's helpers
 * write into their folder for a moment after the app has ended.
 */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
