import type { PdfFile } from './pdfFile.ts';

/** Names bytes so that equal ones, and practically only those, have the same name. */
export type Digest = (pieces: readonly (string | Uint8Array)[]) => string;

/** Streams of a print that the book has from an earlier one: its number there by that in the print. */
export type SharedStreams = ReadonlyMap<number, number>;

const IMAGE = /\/Subtype\s*\/Image\b/;

/**
 * Finds pictures, their masks and their colour profiles that an earlier print had too: each part of a book brings its own
 * copy of what many posts show. Answers for each print in turn what it need not bring; `shift` is added to its numbers.
 */
export function shareStreams(digest: Digest): (file: PdfFile, shift: number) => SharedStreams {
  const numbers = new Map<string, number>();
  return (file, shift) => {
    const shared = new Map<number, number>();
    const seen = new Set<number>();
    const look = (id: number): void => {
      if (seen.has(id)) return;
      seen.add(id);
      const { dict, stream } = file.read(id);
      if (stream === null) return;
      // What a picture refers to comes first: two pictures are alike only when that is.
      const named = dict.replace(/\b(\d+) 0 R\b/g, (_reference, number: string) => {
        look(Number(number));
        return `${shared.get(Number(number)) ?? Number(number) + shift} 0 R`;
      });
      const key = digest([named, stream]);
      const known = numbers.get(key);
      if (known === undefined) numbers.set(key, id + shift);
      else shared.set(id, known);
    };
    for (const id of file.ids) {
      if (IMAGE.test(file.read(id).dict)) look(id);
    }
    return shared;
  };
}
