/**
 * `node scripts/complete-lockfile.mjs`, after dependencies were changed: names the platform packages that npm left
 * out of package-lock.json.
 *
 * Tools written in native code come as one optional package per platform. When the registry in use does not carry
 * the one for another platform, `npm install` leaves it out without a word, and `npm ci` then refuses the lockfile
 * everywhere. Such packages are added with the exact version that their tool asks for; without a hash, for it is not
 * known here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { missingPlatformPackages } from './lib/platformPackages.mjs';

const path = join(projectRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingPlatformPackages(lock.packages);
const { '': root, ...present } = lock.packages;
// The order that npm itself writes, so that its next change is a small one.
const sorted = Object.entries({ ...present, ...missing }).toSorted(([one], [other]) =>
  one.localeCompare(other, 'en'),
);
writeFileSync(
  path,
  `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
);
process.stdout.write(`${Object.keys(missing).length} platform packages added\n`);
