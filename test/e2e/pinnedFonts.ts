import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './launch.ts';

/*
 * The fonts of pictures: those of Debian's package fonts-noto-cjk, which set-up installs, and no others of the machine
 * (fonts.conf). Another edition of them draws other pixels, so their sizes are known.
 */

const folder = '/usr/share/fonts/opentype/noto';

/** Bytes of the files in fonts-noto-cjk 20220127 (Debian 12, Ubuntu 22.04 and 24.04). */
const sizes: Readonly<Record<string, number>> = {
  'NotoSansCJK-Regular.ttc': 19_484_784,
  'NotoSansCJK-Bold.ttc': 20_050_760,
  'NotoSerifCJK-Regular.ttc': 26_297_400,
  'NotoSerifCJK-Bold.ttc': 27_290_960,
};

/** What has to stand in the environment of an app whose pictures are taken. */
export const pinnedFonts: Readonly<Record<string, string>> = {
  FONTCONFIG_FILE: join(projectFolder, 'test', 'e2e', 'fonts.conf'),
};

/** Why pictures cannot be compared here, in one line; null when they can. */
export function missingFonts(): string | null {
  if (process.platform !== 'linux') return 'pictures are compared on Linux only';
  const missing = Object.entries(sizes)
    .filter(
      ([name, size]) => statSync(join(folder, name), { throwIfNoEntry: false })?.size !== size,
    )
    .map(([name]) => name);
  return missing.length === 0
    ? null
    : `pictures need fonts-noto-cjk 20220127; missing or another edition: ${missing.join(', ')}`;
}
