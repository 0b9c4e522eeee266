import type { Problem, ProblemCode } from '../../shared/model.ts';

/** Names a file or folder as the index and the Problems list do. */
export interface Named {
  readonly path: string;
  readonly pathHex?: string;
}

/** Codes that come from the file system rather than from a file's text. */
export type FileProblemCode = Extract<
  ProblemCode,
  | 'unreadable'
  | 'vanished'
  | 'too-large'
  | 'took-too-long'
  | 'link-outside'
  | 'not-a-file'
  | 'too-deep'
  | 'name-not-text'
>;

/** What happened and what to do, for each code; the window has its own words in two languages. */
const SENTENCES: Readonly<Record<FileProblemCode, string>> = {
  unreadable: 'It could not be read; check its permissions and the disk, then update the archive.',
  vanished: 'It disappeared while it was being read; update the archive.',
  'too-large': 'It is larger than 64 MB and was not read; split it if it is a post.',
  'took-too-long':
    'Reading it took too long; check the disk or connection, then update the archive.',
  'link-outside':
    'It is a link that leads out of the archive and was not followed; copy the file here.',
  'not-a-file': 'It is a pipe, socket or device, not a file; rename or remove it.',
  'too-deep': 'It lies too deep in folders to be reached; move it up.',
  'name-not-text':
    'Its name is not valid UTF-8, so it is shown with replaced characters; rename it.',
};

/** The row for a file or folder. `name-not-text` is a warning (the post is there), all others are errors. */
export function fileProblem(
  code: FileProblemCode,
  named: Named,
  sizeBytes: number | null,
): Problem {
  return {
    ...named,
    code,
    severity: code === 'name-not-text' ? 'warning' : 'error',
    message: SENTENCES[code],
    sizeBytes,
  };
}
