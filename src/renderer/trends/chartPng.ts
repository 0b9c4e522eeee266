import type { TrendTitle } from './TrendHead.tsx';

/** Margin around the chart, and the room of the title above it, in CSS pixels. */
const MARGIN = 28;
const HEAD = 64;
/** Pixels of the picture for one of the screen: sharp in print. */
const SCALE = 2;

/** Properties that the page's style sheet gives and a picture alone would lose. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/**
 * The chart with its title as a PNG in base64, in the colours of the theme on screen; null when the browser cannot draw it.
 * Drawn from the chart itself, so that picture and screen are the same.
 */
export async function chartPng(svg: SVGSVGElement, title: TrendTitle): Promise<string | null> {
  const { width, height, markup } = standalone(svg, title);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',');
  return base64 === '' ? null : base64;
}

/** The chart as a drawing of its own: styles written on its parts, on the colour of the page, under its title. */
function standalone(svg: SVGSVGElement, { title, sub }: TrendTitle) {
  const box = svg.viewBox.baseVal;
  const width = box.width + MARGIN * 2;
  const height = box.height + HEAD + MARGIN * 2;
  const space = 'http://www.w3.org/2000/svg';
  const root = document.createElementNS(space, 'svg');
  setAll(root, { width, height, viewBox: `0 0 ${width} ${height}` });
  const page = getComputedStyle(svg.closest('.art') ?? svg);
  const ground = document.createElementNS(space, 'rect');
  setAll(ground, { width, height, fill: page.backgroundColor });
  const chart = document.createElementNS(space, 'g');
  chart.setAttribute('transform', `translate(${MARGIN} ${MARGIN + HEAD})`);
  for (const part of svg.children) {
    // Crosshair and dots belong to the hand on the screen.
    if (!part.matches('.cross, .dot')) chart.append(styledCopy(part));
  }
  const text = { x: MARGIN, fill: page.color, 'font-family': page.fontFamily };
  const head = document.createElementNS(space, 'text');
  setAll(head, { ...text, y: MARGIN + 18, 'font-size': 20, 'font-weight': 700 });
  head.textContent = title;
  const line = document.createElementNS(space, 'text');
  setAll(line, { ...text, y: MARGIN + 42, 'font-size': 13 });
  line.textContent = sub;
  root.append(ground, head, line, chart);
  return { width, height, markup: new XMLSerializer().serializeToString(root) };
}

function styledCopy(part: Element): Element {
  const copy = part.cloneNode(false);
  if (!(copy instanceof Element)) return part;
  const style = getComputedStyle(part);
  for (const property of PROPERTIES) copy.setAttribute(property, style.getPropertyValue(property));
  copy.removeAttribute('class');
  if (part.children.length === 0) copy.textContent = part.textContent;
  for (const child of part.children) copy.append(styledCopy(child));
  return copy;
}

function setAll(element: Element, values: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}
