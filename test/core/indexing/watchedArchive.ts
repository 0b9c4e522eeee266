import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { IndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { RunOutcome } from '../../../src/core/indexing/indexingRun.ts';
import { addArchive } from '../../../src/core/store/archives.ts';
import type { StoredArchive } from '../../../src/core/store/archives.ts';
import { marksOf } from '../../../src/core/store/marks.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { IndexingProgress } from '../../../src/shared/jobModel.ts';
import type { PostKind } from '../../../src/shared/model.ts';
import { temporaryFolder } from './archiveFolder.ts';

/** A folder with an index of its own. */
export interface Place {
  readonly folder: string;
  readonly dataFolder: string;
  readonly archive: StoredArchive;
}

/** A place for a folder, nothing indexed yet. */
export function place(folder: string): Place {
  const dataFolder = temporaryFolder();
  const library = openLibrary(dataFolder);
  const archive = addArchive(library, { folder, name: null, isSample: false });
  library.close();
  return { folder, dataFolder, archive };
}

/** Updates the index over the whole folder, or over the paths that changed. */
export function update(
  { dataFolder, archive }: Place,
  paths?: readonly string[],
  watch: (control: IndexingControl, progress: IndexingProgress) => void = () => undefined,
): Promise<RunOutcome> {
  const control = createIndexingControl();
  const onProgress = (progress: IndexingProgress): void => watch(control, progress);
  const request = { dataFolder, archive, control, onProgress, parserScript: null };
  return indexArchive({ ...request, mode: 'update', paths });
}

interface Contents {
  readonly posts: readonly {
    readonly path: string;
    readonly kind: PostKind;
    readonly title: string;
  }[];
  readonly problems: unknown;
  readonly counts: unknown;
}

/** Everything an index says, without row numbers. */
export function contents({ dataFolder, archive }: Place): Contents {
  const library = openLibrary(dataFolder);
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) throw new Error('There is no index.');
  const marks = marksOf(library, archive.id);
  const posts: { path: string; kind: PostKind; title: string }[] = [];
  reader.each(null, marks, ({ path, kind, title, text, contentHash }) => {
    const kept = { path, kind, title, text, contentHash };
    posts.push(kept);
  });
  const found = { posts, problems: reader.problems(), counts: reader.counts(marks) };
  reader.close();
  library.close();
  return found;
}
