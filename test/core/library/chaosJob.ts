import * as v from 'valibot';

/** What the process that is to be killed does over and over. */
export const chaosKinds = [
  'marks',
  'indexing',
  'backup',
  'restore',
  'migration',
  'export',
  'import',
] as const;

/** One of them; `backup`, `restore` and `migration` make few changes between opening and closing. */
export type ChaosKind = (typeof chaosKinds)[number];

/** The job of one process. */
export interface ChaosJob {
  readonly kind: ChaosKind;
  readonly seed: number;
  readonly dataFolder: string;
  /** Folder of posts. */
  readonly posts: string;
  /** Files to export to, without their endings. */
  readonly target: string;
  readonly importFile: string;
}

const changeSchema = v.variant('mark', [
  v.object({ mark: v.literal('bookmark'), path: v.string(), isOn: v.boolean() }),
  v.object({ mark: v.literal('read'), path: v.string(), isOn: v.boolean() }),
  v.object({ mark: v.literal('highlight'), path: v.string(), isOn: v.boolean() }),
  v.object({ mark: v.literal('note'), path: v.string(), isOn: v.boolean() }),
  v.object({ mark: v.literal('search'), path: v.string(), isOn: v.boolean() }),
  v.object({ mark: v.literal('import') }),
]);

/** What the process says it is about to change. */
export type ChaosChange = v.InferOutput<typeof changeSchema>;

/** Reads what it said. */
export const readChange = (json: string): ChaosChange => v.parse(changeSchema, JSON.parse(json));
