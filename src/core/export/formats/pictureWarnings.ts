import { screenWords } from './chapter/screenWords.ts';

/** What is said of pictures that a book does not have: how many, and the first of them. */
export function pictureWarnings(
  lang: string,
  {
    refused,
    missing,
  }: { readonly refused: () => readonly string[]; readonly missing: () => readonly string[] },
): readonly string[] {
  const words = screenWords(lang);
  const [firstRefused] = refused();
  const [firstMissing] = missing();
  return [
    ...(firstRefused === undefined ? [] : [words.unknownPictures(refused().length, firstRefused)]),
    ...(firstMissing === undefined ? [] : [words.missingPictures(missing().length, firstMissing)]),
  ];
}
