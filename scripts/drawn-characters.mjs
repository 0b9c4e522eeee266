/**
 * Writes `src/core/export/drawnCharacters.ts`: the characters that the faces bundled for printing draw, whatever the
 * typeface of a book. Run it after a change of these faces: `node scripts/drawn-characters.mjs`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { drawnSource } from './lib/drawnCharacters.mjs';

writeFileSync(join(projectRoot, 'src', 'core', 'export', 'drawnCharacters.ts'), drawnSource());
