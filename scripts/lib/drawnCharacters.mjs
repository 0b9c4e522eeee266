/**
 * Which characters the faces bundled for printing draw.
 */
import { dirname, join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { facesOf } from './fontTables.mjs';

const packages = join(projectRoot, 'node_modules');

/** The whole Chinese faces and mathematics, and the style sheet of the faces that `scripts/more-faces.mjs` makes. */
const WHOLE_FACES = join(projectRoot, 'src', 'renderer', 'print', 'faces.css');
/** See `WHOLE_FACES`. */
export const MORE_FACES = join(projectRoot, 'src', 'renderer', 'print', 'moreFaces.css');

/** Packages and a face of signs, mathematics and emoji, which stand behind all others. */
const SIGNS = ['noto-sans-symbols-2', 'noto-emoji'];
const MATHEMATICS = 'Broadsheet Math';

/** The faces that a book of each typeface falls back through (print.css). */
const STACKS = [
  {
    families: ['Broadsheet Serif SC', 'Broadsheet Rare Serif', 'Broadsheet More Serif'],
    packages: ['source-serif-4'],
  },
  {
    families: ['Broadsheet Sans SC', 'Broadsheet Rare Sans', 'Broadsheet More Sans'],
    packages: ['source-sans-3'],
  },
];

const WEIGHTS = [400, 700];

const unite = (sets) => new Set(sets.flatMap((set) => [...set]));

const isOfPackage = (address) => address.startsWith('@');

/** Faces of a style sheet whose addresses are relative to it, or begin with the name of a package; without ours in `WHOLE_FACES`. */
function facesIn(sheet) {
  return facesOf(
    sheet,
    (address) => (isOfPackage(address) ? join(packages, address) : join(dirname(sheet), address)),
    sheet === WHOLE_FACES ? isOfPackage : undefined,
  );
}

/** Characters of the commonest Chinese of a typeface (`Serif` or `Sans`), in one file each. */
export const drawnByChinese = (typeface) =>
  drawnIn(WHOLE_FACES, (family) => family === `Broadsheet ${typeface} SC`);

const drawnIn = (sheet, isWanted) =>
  unite(
    facesIn(sheet)
      .filter((face) => isWanted(face.family))
      .map((face) => face.characters),
  );

/** Characters of packages of Fontsource, in their regular weight. */
export function drawnByPackages(names) {
  const sheets = names.map((name) => join(packages, '@fontsource', name, '400.css'));
  return unite(sheets.flatMap(facesIn).map((face) => face.characters));
}

/** Characters of the signs, mathematics and emoji. */
export const drawnBySigns = () =>
  unite([drawnByPackages(SIGNS), drawnIn(WHOLE_FACES, (family) => family === MATHEMATICS)]);

/** Characters that are drawn in both typefaces and weights. */
function drawnByAll() {
  const signs = drawnBySigns();
  const ours = [...facesIn(WHOLE_FACES), ...facesIn(MORE_FACES)];
  const stacks = STACKS.flatMap((stack) => {
    const others = unite([drawnByPackages(stack.packages), signs]);
    return WEIGHTS.map((weight) => {
      const faces = ours.filter(
        (face) => stack.families.includes(face.family) && face.weight === weight,
      );
      return unite([...faces.map((face) => face.characters), others]);
    });
  });
  const [first = new Set(), ...others] = stacks;
  return [...first].filter((each) => others.every((set) => set.has(each)));
}

/** The module's text: sorted ranges, each as the distance from the one before and its length, in base 36. */
export function drawnSource() {
  const drawn = drawnByAll();
  let before = 0;
  const words = rangesOf(drawn.toSorted((a, b) => a - b)).map(([from, to]) => {
    const word = `${(from - before).toString(36)}${to > from ? `-${(to - from).toString(36)}` : ''}`;
    before = to;
    return word;
  });
  const lines = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return [
    '/**',
    ` * The ${drawn.length.toLocaleString('en')} characters that the faces bundled for printing draw, made by \`scripts/drawn-characters.mjs\` from their`,
    ' * `cmap` tables: sorted ranges, each as the distance from the end of the one before and, after a hyphen, its length less',
    ' * one, in base 36.',
    ' */',
    'export const DRAWN_CHARACTERS = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

/** Sorted code points as ranges `[from, to]`. */
function rangesOf(sorted) {
  const ranges = [];
  for (const each of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === each - 1) last[1] = each;
    else ranges.push([each, each]);
  }
  return ranges;
}
