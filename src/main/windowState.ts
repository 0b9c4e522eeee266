import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));

const windowStateSchema = v.object({
  bounds: v.nullable(v.object({ x: pixels, y: pixels, width: pixels, height: pixels })),
  isMaximized: v.boolean(),
  theme: v.picklist(['light', 'sepia', 'dark']),
  /** Null until the window has said which language it shows. */
  language: v.nullable(v.picklist(['en', 'zh'])),
});

/** What the window needs to know of last time before its page can say it; lost without harm. */
export type WindowState = Readonly<v.InferOutput<typeof windowStateSchema>>;

const firstState = (isSystemDark: boolean): WindowState => ({
  bounds: null,
  isMaximized: false,
  theme: isSystemDark ? 'dark' : 'light',
  language: null,
});

/** Reads the state; a missing or damaged file counts as none. */
export async function readWindowState(file: string, isSystemDark: boolean): Promise<WindowState> {
  try {
    const raw: unknown = JSON.parse(await readFile(file, 'utf8'));
    const parsed = v.safeParse(windowStateSchema, raw);
    return parsed.success ? parsed.output : firstState(isSystemDark);
  } catch {
    return firstState(isSystemDark);
  }
}

/** Writes the state whole or not at all. Rejects when the folder cannot be written. */
export async function writeWindowState(file: string, state: WindowState): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  await writeFile(partial, `${JSON.stringify(state, null, 2)}\n`);
  await rename(partial, file);
}
