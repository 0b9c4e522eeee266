/**
 * Makes the faces of `resources/fonts` and their style sheet `src/renderer/print/moreFaces.css`: all of Noto's Chinese behind
 * the commonest characters, which come from packages, and the scripts that stand in Chinese newspapers beside it. What is
 * made is part of the checkout, so that nobody installs a gigabyte of fonts for less than 20 megabytes of them.
 *
 * `node scripts/more-faces.mjs`, then `node scripts/drawn-characters.mjs`. Needs the registry, and some minutes. With
 * names of faces only these are made, and the others stay as they are in the checkout.
 *
 * Static TrueType throughout: Chromium prints variable faces, CFF faces and bolds of its own making as Type 3.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  MORE_FACES,
  drawnByChinese,
  drawnByPackages,
  drawnBySigns,
} from './lib/drawnCharacters.mjs';
import { facesOf, readCharacters } from './lib/fontTables.mjs';
import { FACES, PACKAGES } from './lib/moreFaces.mjs';
import { isArabic, isFar, isLetter, leadingCharacters, oftenUsed } from './lib/moreCharacters.mjs';
import { projectRoot } from './lib/paths.mjs';

const fonts = join(projectRoot, 'resources', 'fonts');
const named = process.argv.slice(2);
const isMade = (face) => named.length === 0 || named.includes(face.name);
/** Chinese faces are chosen by what Google has in its slices. */
const SLICES = '@fontsource/noto-serif-sc';
const isBySlices = (face) => face.select === 'more' || face.select === 'rare';
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-faces-'));
try {
  writeFileSync(join(folder, 'package.json'), '{}');
  const wanted = Object.entries(PACKAGES)
    .filter(([name]) => isNeeded(name))
    .map(([name, version]) => `${name}@${version}`);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  execFileSync('npm', ['install', ...options, ...wanted], { cwd: folder, stdio: 'inherit' });
  await makeFaces(join(folder, 'node_modules'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function isNeeded(name) {
  const made = FACES.filter(isMade);
  if (name === SLICES) return made.some(isBySlices);
  return name === 'subset-font' || made.some((face) => face.font.startsWith(`${name}/`));
}

async function makeFaces(packages) {
  const cut = createRequire(join(packages, 'x.js'))('subset-font');
  const signs = drawnBySigns();
  const before = {
    Serif: { chinese: drawnByChinese('Serif'), letters: drawnByPackages(['source-serif-4']) },
    Sans: { chinese: drawnByChinese('Sans'), letters: drawnByPackages(['source-sans-3']) },
  };
  const often = FACES.some((face) => isMade(face) && isBySlices(face))
    ? oftenUsed(slicesOf(packages))
    : () => false;
  const { choose, keep } = chooser({ before, signs, often });
  mkdirSync(fonts, { recursive: true });
  const rules = [];
  for (const face of FACES) {
    if (!isMade(face)) {
      const characters = keep(face, charactersOf(face));
      for (const use of face.uses) rules.push({ ...use, name: face.name, characters });
      continue;
    }
    const font = readFileSync(join(packages, face.font));
    const glyphs = readCharacters(font);
    const chosen = choose(face, glyphs);
    // A script of Fontsource's is a cut already: what its letters lean on stays in it.
    const kept = face.font.endsWith('.woff2') ? [...glyphs.keys()] : [...chosen];
    const woff2 = await cut(font, kept.map((each) => String.fromCodePoint(each)).join(''), {
      targetFormat: 'woff2',
      noHinting: true,
      preserveNameIds: [0, 13, 14],
    });
    writeFileSync(join(fonts, `${face.name}.woff2`), woff2);
    for (const use of face.uses) rules.push({ ...use, name: face.name, characters: chosen });
    process.stdout.write(`${face.name}: ${chosen.size} characters, ${woff2.length} bytes\n`);
  }
  writeFileSync(MORE_FACES, sheetOf(rules, signs));
}

/** The characters of a face that is in the checkout. */
function charactersOf({ name }) {
  const isIts = (address) => address.endsWith(`/${name}.woff2`);
  const found = facesOf(MORE_FACES, (address) => join(dirname(MORE_FACES), address), isIts)[0];
  if (found === undefined) throw new Error(`${name} is not in the checkout: make it too.`);
  return found.characters;
}

/** The characters of Chinese that Google has in its slices, which are what readers meet. */
function slicesOf(packages) {
  const sheet = join(packages, SLICES, '400.css');
  const faces = facesOf(sheet, (address) => join(dirname(sheet), address));
  return new Set(faces.flatMap((face) => [...face.characters]));
}

/** Chooses which characters of a font a face gets, or keeps them; those of each use are taken for the ones after it. */
function chooser({ before, signs, often }) {
  const drawn = new Map();
  const drawnIn = ({ family, weight }) => {
    // The two families of a typeface follow each other.
    const typeface = family.includes('Serif') ? 'Serif' : 'Sans';
    const key = `${typeface} ${weight}`;
    if (!drawn.has(key)) drawn.set(key, new Set(before[typeface].chinese));
    return { here: drawn.get(key), others: [before[typeface].letters, signs] };
  };
  const tests = {
    more: (each) => !isFar(each) && often(each),
    rare: (each) => !isFar(each) && !often(each),
    letters: isLetter,
    arabic: isArabic,
  };
  const take = (uses, characters) => {
    for (const { here } of uses.map(drawnIn)) for (const each of characters) here.add(each);
    return characters;
  };
  const choose = ({ select, uses }, glyphs) => {
    const places = uses.map(drawnIn);
    const isDrawn = (each) =>
      places.every(({ here, others }) =>
        select === 'new'
          ? here.has(each) || others.some((set) => set.has(each))
          : here.has(each) && select !== 'letters' && select !== 'arabic',
      );
    const test = tests[select] ?? ((each) => each > 0x7f);
    const wanted = [...glyphs].filter(([each]) => test(each) && !isDrawn(each));
    return take(
      uses,
      new Set(select === 'new' ? wanted.map(([each]) => each) : leadingCharacters(wanted)),
    );
  };
  return { choose, keep: ({ uses }, characters) => take(uses, characters) };
}

function sheetOf(rules, signs) {
  const texts = rules.map((rule) => {
    const others = rules.filter((other) => other !== rule && isLoadedFor(other, rule));
    const range = unicodeRange(rule.characters, [
      signs,
      ...others.map((other) => other.characters),
    ]);
    return [
      '@font-face {',
      `  font-family: '${rule.family}';`,
      `  font-weight: ${rule.weight};`,
      `  src: url('../../../resources/fonts/${rule.name}.woff2') format('woff2');`,
      `  unicode-range: ${range};`,
      '}',
    ].join('\n');
  });
  return `/* Made by scripts/more-faces.mjs. */\n${texts.join('\n')}\n`;
}

/** Whether the characters of a face should not make another one load: it stands beside or behind that one. */
function isLoadedFor(face, other) {
  if (face.weight !== other.weight) return false;
  return face.family === other.family || face.family.includes('More');
}

/**
 * A `unicode-range` that holds these characters, and between them only what none of the others draws: a font is
 * loaded, whole, for the first character of its range.
 */
function unicodeRange(characters, others) {
  const isFree = (from, to) => {
    for (let each = from; each < to; each++) if (others.some((set) => set.has(each))) return false;
    return true;
  };
  const ranges = [];
  for (const each of [...characters].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && isFree(last[1] + 1, each)) last[1] = each;
    else ranges.push([each, each]);
  }
  return ranges
    .map((range) => `u+${[...new Set(range)].map((code) => code.toString(16)).join('-')}`)
    .join(', ');
}
