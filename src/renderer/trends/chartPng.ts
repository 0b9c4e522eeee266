import type { TrendTitle } from './TrendHead.tsx';

/** Margin around the chart, and the room of the title above it, in CSS pixels. */
const MARGIN = 28;
const HEAD = 64;
/** Pixels of the picture for one of the screen: sharp in print. */
const SCALE = 2;

/**
 * The chart with its title as a PNG in base64, in the colours of the theme on screen; null when the browser cannot draw
 * it. Painted part by part from the chart itself, so that picture and screen are the same: the page's policy lets no
 * drawing be loaded as a picture.
 */
export function chartPng(svg: SVGSVGElement, title: TrendTitle): string | null {
  const box = svg.viewBox.baseVal;
  const width = box.width + MARGIN * 2;
  const height = box.height + HEAD + MARGIN * 2;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(SCALE, SCALE);
  const page = getComputedStyle(svg.closest('.art') ?? svg);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, width, height);
  paintTitle(context, title, { page, room: box.width });
  context.translate(MARGIN, MARGIN + HEAD);
  // Crosshair and dots belong to the hand on the screen.
  for (const part of svg.querySelectorAll('rect, line:not(.cross), path, text')) {
    if (part instanceof SVGElement) paint(context, part);
  }
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',');
  return base64 === '' ? null : base64;
}

function paintTitle(
  context: CanvasRenderingContext2D,
  { title, sub }: TrendTitle,
  { page, room }: { readonly page: CSSStyleDeclaration; readonly room: number },
): void {
  context.fillStyle = page.color;
  context.font = `700 20px ${page.fontFamily}`;
  context.fillText(title, MARGIN, MARGIN + 18, room);
  context.font = `400 13px ${page.fontFamily}`;
  context.fillText(sub, MARGIN, MARGIN + 42, room);
}

/** A length of the drawing. */
const numberOf = (part: Element, name: string): number => Number(part.getAttribute(name) ?? 0);

/** Paints one part as its style says. */
function paint(context: CanvasRenderingContext2D, part: SVGElement): void {
  const style = getComputedStyle(part);
  context.save();
  context.globalAlpha = Number(style.opacity);
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineJoin = 'round';
  context.lineCap = style.strokeLinecap === 'round' ? 'round' : 'butt';
  context.setLineDash(dashesOf(style.strokeDasharray));
  if (part instanceof SVGTextElement) paintText(context, part, style);
  else if (part instanceof SVGRectElement) {
    context.fillRect(
      numberOf(part, 'x'),
      numberOf(part, 'y'),
      numberOf(part, 'width'),
      numberOf(part, 'height'),
    );
  } else if (part instanceof SVGPathElement) {
    context.stroke(new Path2D(part.getAttribute('d') ?? ''));
  } else {
    context.beginPath();
    context.moveTo(numberOf(part, 'x1'), numberOf(part, 'y1'));
    context.lineTo(numberOf(part, 'x2'), numberOf(part, 'y2'));
    context.stroke();
  }
  context.restore();
}

/** `6px, 3px`; `none` is no dash. */
const dashesOf = (dashes: string): number[] =>
  dashes === 'none' ? [] : dashes.split(/[\s,]+/u).map((length) => Number.parseFloat(length));

const ALIGNMENTS: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' };

function paintText(
  context: CanvasRenderingContext2D,
  part: SVGTextElement,
  style: CSSStyleDeclaration,
): void {
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = ALIGNMENTS[style.textAnchor] ?? 'left';
  context.fillText(part.textContent, numberOf(part, 'x'), numberOf(part, 'y'));
}
