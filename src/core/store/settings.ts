import * as v from 'valibot';
import { defaultSettings, defaultView } from '../../shared/defaults.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { ArchiveView, Settings } from '../../shared/appModel.ts';
import { archiveViewSchema, settingsSchema } from '../../shared/schemas.ts';
import type { Library } from './openLibrary.ts';

/** All settings; one that is missing or damaged has its default, the others keep their values. */
export function getSettings(library: Library): Settings {
  const rows = library.database
    .prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
    .all();
  let settings = defaultSettings;
  for (const { key, value } of rows) {
    // A key that is no setting (any more) fails the strict schema too.
    const parsed = v.safeParse(settingsSchema, { ...settings, [key]: parseJson(value) });
    if (parsed.success) settings = parsed.output;
  }
  return settings;
}

/** Keeps all settings. */
export function setSettings(library: Library, settings: Settings): void {
  const put = library.database.prepare('INSERT OR REPLACE INTO settings(key, value) VALUES (?, ?)');
  library.database
    .transaction(() => {
      for (const [key, value] of Object.entries(settings)) put.run(key, JSON.stringify(value));
    })
    .immediate();
}

/** What was on screen in an archive last time; the first view when nothing (sound) is kept. */
export function getView(library: Library, archiveId: ArchiveId): ArchiveView {
  const kept = library.database
    .prepare<[string], string>('SELECT view FROM archive_views WHERE archive_id = ?')
    .pluck()
    .get(archiveId);
  if (kept === undefined) return defaultView;
  const parsed = v.safeParse(archiveViewSchema, parseJson(kept));
  return parsed.success ? parsed.output : defaultView;
}

/** Keeps what is on screen in an archive. An archive the library does not know is ignored. */
export function saveView(library: Library, archiveId: ArchiveId, view: ArchiveView): void {
  library.database
    .prepare(
      `INSERT OR REPLACE INTO archive_views(archive_id, view)
       SELECT id, ? FROM archives WHERE id = ?`,
    )
    .run(JSON.stringify(view), archiveId);
}

/** The value; undefined when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
