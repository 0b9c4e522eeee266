import { onTestFinished } from 'vitest';
import { callCore } from '../../../src/core/callCore.ts';
import { createCoreHandlers } from '../../../src/core/coreHandlers.ts';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import { anchorOf } from '../../../src/shared/anchoring/anchorOf.ts';
import type { QuoteAnchor } from '../../../src/shared/annotations.ts';
import type { CoreChannel, Input, Output } from '../../../src/shared/contract.ts';
import type { Archive } from '../../../src/shared/model.ts';
import { temporaryFolder, writeFiles } from '../indexing/archiveFolder.ts';

/** A core with one indexed archive. */
export interface TestArchive {
  readonly dataFolder: string;
  readonly folder: string;
  readonly archive: Archive;
  /** The value of a call; throws its code when it failed. */
  readonly ask: <C extends CoreChannel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  readonly index: () => Promise<void>;
}

/** Writes files to a folder, indexes it and opens a core on it. */
export async function openArchive(files: Readonly<Record<string, string>>): Promise<TestArchive> {
  const dataFolder = temporaryFolder();
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const core = createCoreHandlers({ dataFolder });
  onTestFinished(core.close);
  const ask = async <C extends CoreChannel>(channel: C, input: Input<C>): Promise<Output<C>> => {
    const result = await callCore(core.handlers, channel, input);
    if (!result.ok) throw new Error(result.error.code);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's handler type fixes what a channel answers
    return result.value as Output<C>;
  };
  const archive = await ask('archives.add', { folder, isSample: false });
  const index = async (): Promise<void> => {
    await indexArchive({
      dataFolder,
      archive,
      mode: 'update',
      parserScript: null,
      control: createIndexingControl(),
      onProgress: () => undefined,
    });
  };
  await index();
  return { dataFolder, folder, archive, ask, index };
}

/** An anchor for the words as they stand in a text. */
export function anchorFor(text: string, words: string): QuoteAnchor {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`No ${words} in the text.`);
  return anchorOf(text, [at, at + words.length]);
}
