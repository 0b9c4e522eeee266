import { AppError } from '../../../../shared/result.ts';
import type { BookPart, ScreenBook } from './screenBook.ts';

/** Where the writing of a book is. */
export interface BookPlaces {
  /** The place of a post that comes now; parts that begin before it and posts that did not come are written first. */
  readonly reach: (path: string) => Promise<number>;
  /** To be called when the post reached is written: one that is not will be told as a gap. */
  readonly pass: () => void;
  /** Writes what is left out at the end. */
  readonly finish: () => Promise<void>;
}

/** What is written between posts. */
export interface BetweenPosts {
  readonly part: (part: BookPart) => Promise<void>;
  /** Stands for a post that could not be had: contents and links lead to it. */
  readonly gap: (place: number) => Promise<void>;
}

/** Follows the posts of a book as they come. */
export function createPlaces(
  { posts, placeOf, parts }: ScreenBook,
  { part, gap }: BetweenPosts,
): BookPlaces {
  const partAt = new Map((parts ?? []).map((each) => [each.places[0], each]));
  let next = 0;
  let opened = -1;
  const open = async (place: number): Promise<void> => {
    if (opened >= place) return;
    opened = place;
    const begun = partAt.get(place);
    if (begun !== undefined) await part(begun);
  };
  const fill = async (until: number): Promise<void> => {
    while (next < until) {
      await open(next);
      await gap(next);
      next += 1;
    }
  };
  return {
    reach: async (path) => {
      const place = placeOf.get(path);
      if (place === undefined || place < next) {
        throw new AppError('export-failed', 'This post is not in the list of the export.', {
          path,
        });
      }
      await fill(place);
      await open(place);
      return place;
    },
    pass: () => {
      next += 1;
    },
    finish: () => fill(posts.length),
  };
}
