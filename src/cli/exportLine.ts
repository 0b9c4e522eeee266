import * as v from 'valibot';
import { EXPORT_LINE, workStages } from '../shared/exportModel.ts';
import type { ExportProgress, WorkStage } from '../shared/exportModel.ts';
import { countOf, durationOf } from './printable.ts';

const summarySchema = v.object({
  outcome: v.picklist(['done', 'cancelled', 'failed']),
  target: v.nullable(v.string()),
  pageCount: v.nullable(v.number()),
  postCount: v.number(),
  failures: v.pipe(v.array(v.object({ path: v.string(), message: v.string() })), v.readonly()),
  warnings: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  message: v.nullable(v.string()),
});

const lineSchema = v.union([
  v.object({
    progress: v.object({
      stage: v.picklist(workStages),
      donePosts: v.number(),
      totalPosts: v.number(),
      secondsLeft: v.optional(v.nullable(v.number()), null),
    }),
  }),
  v.object({ finished: summarySchema }),
  v.object({ failed: v.string() }),
]);

/** How the app's export ended. */
export type ExportEnd =
  | { readonly kind: 'finished'; readonly summary: v.InferOutput<typeof summarySchema> }
  | { readonly kind: 'failed'; readonly message: string };

/** PURE. What a line of the app's output says; null for lines that are not ours (Chromium prints some too). */
export function readExportLine(
  line: string,
): ExportEnd | { readonly kind: 'progress'; readonly text: string } | null {
  if (!line.startsWith(EXPORT_LINE)) return null;
  const parsed = v.safeParse(lineSchema, parseJson(line.slice(EXPORT_LINE.length)));
  if (!parsed.success) return null;
  const said = parsed.output;
  if ('failed' in said) return { kind: 'failed', message: said.failed };
  if ('finished' in said) return { kind: 'finished', summary: said.finished };
  return { kind: 'progress', text: progressText(said.progress) };
}

interface Told extends Pick<ExportProgress, 'donePosts' | 'totalPosts' | 'secondsLeft'> {
  readonly stage: WorkStage;
}

/** PURE. Progress as a line for people. */
export function progressText({ stage, donePosts, totalPosts, secondsLeft }: Told): string {
  const left = secondsLeft === null ? '' : `, ${durationOf(secondsLeft)} left`;
  return `${STAGES[stage]}: ${donePosts} of ${countOf(totalPosts, 'post')}${left}`;
}

const STAGES = {
  reading: 'Reading',
  printing: 'Printing',
  contents: 'Numbering pages',
  stamping: 'Setting heads and feet',
  writing: 'Writing',
} as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
