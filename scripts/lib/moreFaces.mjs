/**
 * What goes into the faces that `scripts/more-faces.mjs` makes.
 */

/** Packages of the registry that they are made from: HarfBuzz to cut with, and fonts under the SIL Open Font License 1.1. */
export const PACKAGES = {
  'subset-font': '2.9.0',
  '@expo-google-fonts/noto-serif': '0.4.2',
  '@expo-google-fonts/noto-sans': '0.4.2',
  '@expo-google-fonts/noto-serif-sc': '0.4.3',
  '@expo-google-fonts/noto-sans-sc': '0.4.3',
  '@expo-google-fonts/noto-sans-hk': '0.4.3',
  '@expo-google-fonts/noto-serif-jp': '0.4.3',
  '@expo-google-fonts/noto-serif-kr': '0.4.3',
  '@expo-google-fonts/noto-sans-kr': '0.4.3',
  '@fontsource/noto-serif-sc': '5.3.0',
  '@fontsource/noto-sans-symbols': '5.3.0',
  '@fontsource/vazirmatn': '5.3.0',
  '@fontsource/noto-sans-arabic': '5.3.0',
  '@fontsource/noto-sans-hebrew': '5.3.0',
  '@fontsource/noto-sans-thai': '5.3.0',
  '@fontsource/noto-sans-devanagari': '5.3.0',
  '@fontsource/noto-sans-bengali': '5.3.0',
  '@fontsource/noto-sans-tamil': '5.3.0',
  '@fontsource/noto-sans-lao': '5.3.0',
  '@fontsource/noto-sans-khmer': '5.3.0',
  '@fontsource/noto-sans-myanmar': '5.3.0',
  '@fontsource/noto-sans-armenian': '5.3.0',
  '@fontsource/noto-sans-georgian': '5.3.0',
  '@fontsource/noto-serif-tibetan': '5.3.0',
  '@fontsource/noto-sans-mongolian': '5.3.0',
  '@fontsource/noto-sans-yi': '4.5.12',
};

/** A whole static face, as Google has it. */
const whole = (name, file, weight = '400Regular') =>
  `@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`;

/** A script on its own, as Fontsource cuts it. */
const script = (family, name) => ({
  name,
  font: `@fontsource/${family}-${name}/files/${family}-${name}-${name}-400-normal.woff2`,
  select: 'new',
  uses: [SERIF, SERIF_BOLD, SANS, SANS_BOLD],
});

const SERIF = { family: 'Broadsheet More Serif', weight: 400 };
const SERIF_BOLD = { family: 'Broadsheet More Serif', weight: 700 };
const SANS = { family: 'Broadsheet More Sans', weight: 400 };
const SANS_BOLD = { family: 'Broadsheet More Sans', weight: 700 };
const HAN_SERIF = { family: 'Broadsheet Serif SC', weight: 400 };
const HAN_SERIF_BOLD = { family: 'Broadsheet Serif SC', weight: 700 };
const HAN_SANS = { family: 'Broadsheet Sans SC', weight: 400 };
const HAN_SANS_BOLD = { family: 'Broadsheet Sans SC', weight: 700 };

const RARE_SERIF = { family: 'Broadsheet Rare Serif', weight: 400 };
const RARE_SERIF_BOLD = { family: 'Broadsheet Rare Serif', weight: 700 };
const RARE_SANS = { family: 'Broadsheet Rare Sans', weight: 400 };
const RARE_SANS_BOLD = { family: 'Broadsheet Rare Sans', weight: 700 };

const SERIF_SC = whole('noto-serif-sc', 'NotoSerifSC');
const SERIF_SC_BOLD = whole('noto-serif-sc', 'NotoSerifSC', '700Bold');
const SANS_SC = whole('noto-sans-sc', 'NotoSansSC');
const SANS_SC_BOLD = whole('noto-sans-sc', 'NotoSansSC', '700Bold');

const VAZIRMATN = '@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff2';

/**
 * The faces, each with what it is cut from, which characters it gets (`selection`), and the families and weights in which it
 * stands. In one family and weight a character is drawn by the first of them that has it. Where a bold would weigh much and
 * is hardly ever wanted, the upright sans bold stands for the serif's, as 黑体 does for emphasis in Chinese books, or
 * the regular for both.
 */
export const FACES = [
  { name: 'han-more-serif', font: SERIF_SC, select: 'more', uses: [HAN_SERIF] },
  { name: 'han-more-serif-bold', font: SERIF_SC_BOLD, select: 'more', uses: [HAN_SERIF_BOLD] },
  { name: 'han-more-sans', font: SANS_SC, select: 'more', uses: [HAN_SANS] },
  { name: 'han-more-sans-bold', font: SANS_SC_BOLD, select: 'more', uses: [HAN_SANS_BOLD] },
  { name: 'han-rare-serif', font: SERIF_SC, select: 'rare', uses: [RARE_SERIF] },
  { name: 'han-rare-sans', font: SANS_SC, select: 'rare', uses: [RARE_SANS] },
  {
    name: 'han-rare-sans-bold',
    font: SANS_SC_BOLD,
    select: 'rare',
    uses: [RARE_SERIF_BOLD, RARE_SANS_BOLD],
  },
  {
    name: 'letters-serif',
    font: whole('noto-serif', 'NotoSerif'),
    select: 'letters',
    uses: [SERIF],
  },
  {
    name: 'letters-serif-bold',
    font: whole('noto-serif', 'NotoSerif', '700Bold'),
    select: 'letters',
    uses: [SERIF_BOLD],
  },
  { name: 'letters-sans', font: whole('noto-sans', 'NotoSans'), select: 'letters', uses: [SANS] },
  {
    name: 'letters-sans-bold',
    font: whole('noto-sans', 'NotoSans', '700Bold'),
    select: 'letters',
    uses: [SANS_BOLD],
  },
  { name: 'han-forms-serif', font: SERIF_SC, select: 'new', uses: [SERIF, SERIF_BOLD] },
  { name: 'han-forms-sans', font: SANS_SC, select: 'new', uses: [SANS, SANS_BOLD] },
  {
    name: 'han-hk',
    font: whole('noto-sans-hk', 'NotoSansHK'),
    select: 'new',
    uses: [SERIF, SERIF_BOLD, SANS, SANS_BOLD],
  },
  {
    name: 'han-jp',
    font: whole('noto-serif-jp', 'NotoSerifJP'),
    select: 'new',
    uses: [SERIF, SERIF_BOLD, SANS, SANS_BOLD],
  },
  {
    name: 'hangul-serif',
    font: whole('noto-serif-kr', 'NotoSerifKR'),
    select: 'new',
    uses: [SERIF],
  },
  { name: 'hangul-sans', font: whole('noto-sans-kr', 'NotoSansKR'), select: 'new', uses: [SANS] },
  {
    name: 'hangul-sans-bold',
    font: whole('noto-sans-kr', 'NotoSansKR', '700Bold'),
    select: 'new',
    uses: [SERIF_BOLD, SANS_BOLD],
  },
  script('noto-sans', 'symbols'),
  script('noto-sans', 'arabic'),
  // Before it, for the last rule of a family comes first. Noto's letters are a base and dots, which readers of PDFs take apart.
  { name: 'arabic-letters', font: VAZIRMATN, select: 'arabic', uses: [SERIF, SANS] },
  {
    name: 'arabic-letters-bold',
    font: VAZIRMATN.replace('400', '700'),
    select: 'arabic',
    uses: [SERIF_BOLD, SANS_BOLD],
  },
  script('noto-sans', 'hebrew'),
  script('noto-sans', 'thai'),
  script('noto-sans', 'devanagari'),
  script('noto-sans', 'bengali'),
  script('noto-sans', 'tamil'),
  script('noto-sans', 'lao'),
  script('noto-sans', 'khmer'),
  script('noto-sans', 'myanmar'),
  script('noto-sans', 'armenian'),
  script('noto-sans', 'georgian'),
  script('noto-sans', 'mongolian'),
  script('noto-sans', 'yi'),
  script('noto-serif', 'tibetan'),
];
