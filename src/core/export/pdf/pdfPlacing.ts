import { pageGeometry } from '../../../shared/exportLayout.ts';
import type { ExportOptions } from '../../../shared/exportModel.ts';
import { pageStyle } from '../book/pageGeometry.ts';
import type { Placing } from './pdfBook.ts';
import { readPdf } from './pdfFile.ts';
import { readPageTree, readPlaces } from './pdfPlaces.ts';

const POINTS_PER_MILLIMETRE = 72 / 25.4;
const PROBE = 'probe';
/** Points between the top of the text and the probe. */
const GAP = 60;

/** The style sheet of `probeDocument`. */
export function probeStyle(options: ExportOptions): string {
  return `${pageStyle(options)}\nbody { margin: 0; } .second { break-before: page; } .gap { height: ${GAP}pt; } p { margin: 0; }`;
}

/** Two pages with one place of which it is known where it stands: Chromium's error in noting places is measured with it. */
export function probeDocument(styleSheet: string): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>-</title><link rel="stylesheet" href="${styleSheet}"></head>` +
    `<body><p>-</p><div class="second"><div class="gap"></div><p id="${PROBE}"><a href="#${PROBE}">-</a></p></div></body></html>`
  );
}

/** A smaller difference is rounding. In points. */
const LEAST_DROP = 2;

/** How places of prints with these options are set right, by the printed probe. */
export function measurePlacing(options: ExportOptions, probe: Uint8Array): Placing {
  const { height, margins } = pageGeometry(options);
  const top = margins.top * POINTS_PER_MILLIMETRE;
  const file = readPdf(probe);
  const found = readPlaces(file, readPageTree(file).pages).get(PROBE)?.y ?? null;
  const expected = height * POINTS_PER_MILLIMETRE - top - GAP;
  const drop = found === null ? 0 : found - expected;
  return { drop: Math.abs(drop) < LEAST_DROP ? 0 : drop, top };
}
