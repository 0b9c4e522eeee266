import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Contrast of the colours of the window, as WCAG 2.2 computes it (1.4.3 for text, 1.4.11 for what operates), for every
 * pair of tokens that stand on each other in any theme.
 */

const css = readFileSync(new URL('../src/renderer/styles/tokens.css', import.meta.url), 'utf8');

const themes = ['light', 'sepia', 'dark'] as const;

/** The colours of a theme by token. */
function coloursOf(theme: (typeof themes)[number]): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`));
  const declared = block.slice(block.indexOf('{'), block.indexOf('\n}'));
  return new Map(
    [...declared.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: string, right: string): number {
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const panes = ['window', 'side', 'list', 'page', 'raised', 'field'];
const rows = ['sel', 'sel-idle', 'checked', 'accent-soft'];
const pens = ['hl-y', 'hl-g', 'hl-b', 'hl-p'];

/** What is read, and the grounds it stands on: 4.5 : 1. */
const texts: readonly (readonly [text: readonly string[], grounds: readonly string[]])[] = [
  [
    ['ink', 'ink-2'],
    [...panes, 'sunken', ...rows],
  ],
  [['ink'], [...pens, 'warn-bg', 'danger-bg', 'hit']],
  [['ink-3'], panes],
  [['accent'], ['side', 'list', 'page', 'raised', 'accent-soft']],
  [['on-accent'], ['accent', 'accent-h']],
  [['hit-ink'], ['hit']],
  [['on-hit-now'], ['hit-now']],
  [['on-seal'], ['seal']],
  [
    ['warn', 'danger', 'ok'],
    ['side', 'list', 'page', 'raised'],
  ],
  [
    ['code-word', 'code-type', 'code-name', 'code-text', 'code-number', 'code-note'],
    ['sunken', 'page'],
  ],
];

/** What shows where something is, or which: 3 : 1. */
const signs: readonly (readonly [signs: readonly string[], grounds: readonly string[]])[] = [
  [['line-ctl'], ['side', 'list', 'page', 'raised', 'field']],
  [['focus'], [...panes, 'sunken', ...rows]],
  [pens.map((pen) => `${pen}-line`), ['page']],
  [
    ['c1', 'c2', 'c3', 'c4', 'c5'],
    ['page', 'raised'],
  ],
];

const check = (
  theme: (typeof themes)[number],
  pairs: typeof texts,
  least: number,
): readonly string[] => {
  const colours = coloursOf(theme);
  return pairs.flatMap(([fronts, grounds]) =>
    fronts.flatMap((front) =>
      grounds.flatMap((ground) => {
        const [over, under] = [colours.get(front), colours.get(ground)];
        if (over === undefined || under === undefined) return [`no --${front} or --${ground}`];
        const ratio = contrast(over, under);
        return ratio < least ? [`--${front} on --${ground}: ${ratio.toFixed(2)}`] : [];
      }),
    ),
  );
};

test.each(themes)('text can be read on every ground it stands on (%s)', (theme) => {
  expect(check(theme, texts, 4.5)).toEqual([]);
});

test.each(themes)(
  'edges, rings, lines of pens and of charts can be told from their ground (%s)',
  (theme) => {
    expect(check(theme, signs, 3)).toEqual([]);
  },
);
