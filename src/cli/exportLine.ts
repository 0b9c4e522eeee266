import * as v from 'valibot';

/** Before every line the app prints for the command line; see src/main/export/exportJobFile.ts. */
const EXPORT_LINE = 'broadsheet-export:';

const summarySchema = v.object({
  outcome: v.picklist(['done', 'cancelled', 'failed']),
  target: v.nullable(v.string()),
  pageCount: v.nullable(v.number()),
  postCount: v.number(),
  failures: v.array(v.object({ path: v.string(), message: v.string() })),
  message: v.nullable(v.string()),
});

const lineSchema = v.union([
  v.object({
    progress: v.object({
      stage: v.picklist(['reading', 'layout', 'printing', 'contents', 'stamping', 'writing']),
      donePosts: v.number(),
      totalPosts: v.number(),
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
  const { stage, donePosts, totalPosts } = said.progress;
  return { kind: 'progress', text: `${STAGES[stage]}: ${donePosts} of ${totalPosts} posts` };
}

const STAGES = {
  reading: 'Reading',
  layout: 'Laying out',
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
