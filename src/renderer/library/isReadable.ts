import type { Archive } from '../../shared/model.ts';

/** PURE. Whether an archive can be opened: its folder is there, or its posts can be read from the index. */
export function isReadable({ isPresent, postCount }: Archive): boolean {
  return isPresent || (postCount ?? 0) > 0;
}
