import { isDamage, markDamaged } from './indexFiles.ts';
import type { IndexWriter } from './storeTypes.ts';

/** The same writer; damage met in any call of it makes the next writer build the index anew. */
export function watchDamage(writer: IndexWriter, file: string): IndexWriter {
  const watched =
    <I extends readonly unknown[], O>(act: (...input: I) => O) =>
    (...input: I): O => {
      try {
        return act(...input);
      } catch (thrown) {
        if (isDamage(thrown)) markDamaged(file);
        throw thrown;
      }
    };
  return {
    stamps: watched(writer.stamps),
    folderStamps: watched(writer.folderStamps),
    stampOf: watched(writer.stampOf),
    put: watched(writer.put),
    touch: watched(writer.touch),
    remove: watched(writer.remove),
    setMeta: watched(writer.setMeta),
    getMeta: watched(writer.getMeta),
    counts: watched(writer.counts),
    finish: watched(writer.finish),
    close: writer.close,
  };
}
