import type { CoreChannel, Handlers } from '../shared/contract.ts';
import { AppError } from '../shared/result.ts';
import { createArchiveReader } from './archiveFiles.ts';
import { knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';
import { previewText } from './post/previewText.ts';
import { listChoices, setChoice } from './store/charsetChoices.ts';

/** Calls about what files are read as. */
type CharsetChannel = Extract<CoreChannel, `charsets.${string}`>;

/** Answers what files are read as, and keeps what the reader chooses. */
export function charsetHandlers({ library, open }: CoreParts): Handlers<CharsetChannel> {
  return {
    'charsets.list': ({ archiveId }) => listChoices(library, archiveId),
    'charsets.preview': async ({ archiveId, path, charset }) => {
      const { folder } = knownArchive(library, archiveId);
      const found = open.find(archiveId);
      const lang = found === null ? null : (await found.site(folder)).lang;
      const pathHex = found?.reader.get(path)?.pathHex ?? undefined;
      const file = await createArchiveReader(folder)
        .read(path, pathHex)
        .catch((cause: unknown) => {
          const message = `${path} cannot be read now: its file is gone, or its disk is away.`;
          throw new AppError('not-found', message, { cause, path });
        });
      return previewText(file.bytes, charset, lang);
    },
    'charsets.keep': ({ archiveId, ...choice }) => {
      knownArchive(library, archiveId);
      return { before: setChoice(library, archiveId, choice) };
    },
  };
}
