import { shell } from 'electron';
import { AppError } from '../shared/result.ts';
import { outsideAddress } from './outsideAddress.ts';

/**
 * The only way out of the app: opens an address in the system's browser or mail program.
 *
 * @throws {AppError} `bad-input` for any other scheme
 */
export async function openOutside(typed: string): Promise<void> {
  const address = outsideAddress(typed);
  if (address === null) {
    throw new AppError('bad-input', 'Only http, https and mailto addresses open outside the app.');
  }
  await shell.openExternal(address);
}
