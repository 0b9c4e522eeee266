import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../src/core/indexing/readSite.ts';
import { parsePost } from '../src/core/post/parsePost.ts';
import { foldText } from '../src/shared/text/fold.ts';
import { spread } from './archiveFiles.ts';
import { bigramTokens } from './bigrams.ts';
import { timeMs } from './measure.ts';
import type { Phase } from './phase.ts';

/** Files of an archive. */
export interface Files {
  readonly folder: string;
  readonly paths: readonly string[];
}

const BUFFER_BYTES = 4 * 1024 * 1024;

/** Milliseconds that opening, reading and closing all files takes, the best of two passes. */
export const readFloorPhase: Phase<Files, number> = {
  name: 'readFloor',
  run: ({ folder, paths }) => {
    const buffer = Buffer.alloc(BUFFER_BYTES);
    const pass = (): void => {
      for (const path of paths) {
        const file = openSync(join(folder, path), 'r');
        readSync(file, buffer, 0, BUFFER_BYTES, 0);
        closeSync(file);
      }
    };
    return Math.min(timeMs(pass), timeMs(pass));
  },
};

/** What the floor costs, in milliseconds; the best of two passes each, so that compiling the code does not count. */
export interface ParseFloor {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Reading, parsing and cutting into tokens, in one thread: what no index can do without. */
export const parseFloorPhase: Phase<Files, ParseFloor> = {
  name: 'parseFloor',
  run: async ({ folder, paths }) => {
    const site = await readSite(folder);
    const pass = (): number => {
      let length = 0;
      for (const path of paths) {
        const parsed = parsePost({ path, bytes: readFileSync(join(folder, path)), site });
        if (parsed.outcome === 'problem') continue;
        length += bigramTokens(foldText(`${parsed.post.title}\n${parsed.post.text}`)).length;
      }
      return length;
    };
    const passes = [0, 1].map(() => {
      const before = process.cpuUsage();
      const wallMs = timeMs(pass);
      const { user, system } = process.cpuUsage(before);
      return { wallMs, cpuMs: (user + system) / 1_000 };
    });
    return {
      wallMs: Math.min(...passes.map((one) => one.wallMs)),
      cpuMs: Math.min(...passes.map((one) => one.cpuMs)),
    };
  },
};

/** A post's visible text and what a filter can take of it. */
export interface SampleText {
  readonly text: string;
  readonly source: string | null;
  readonly year: string | null;
}

/** The visible texts of some posts, evenly spread over the archive: what queries are drawn from. */
export async function sampleTexts(
  folder: string,
  paths: readonly string[],
  count: number,
): Promise<readonly SampleText[]> {
  const site = await readSite(folder);
  return spread(paths, count).flatMap((path) => {
    const parsed = parsePost({ path, bytes: readFileSync(join(folder, path)), site });
    if (parsed.outcome === 'problem') return [];
    const { text, source, day } = parsed.post;
    return [{ text, source, year: day?.slice(0, 4) ?? null }];
  });
}
