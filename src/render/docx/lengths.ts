// Turns points into the units of Word: twips for lengths, eighths of a point for lines, half points for type.
import { columnWidths, type Theme } from '../../compose/theme.js';

/** Points to twips (1/20 pt), the unit that Word calls DXA. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Points to eighths of a point; Word draws no line thinner than 1/4 pt. */
export function eighths(points: number): number {
  return Math.max(2, Math.round(points * 8));
}

/** Points to half points, the smallest step of a type size in Word. */
export function halfPoints(points: number): number {
  return Math.max(2, Math.round(points * 2));
}

/** `#rrggbb` without its mark. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}

/** Widths of the columns in whole twips; they add up to the page's width inside its margins, itself in whole twips. */
export function gridWidths(theme: Theme, columns: readonly string[]): readonly number[] {
  const { paper, margin } = theme;
  const inside = twips(paper.width) - twips(margin.left) - twips(margin.right);
  const exact = columnWidths(theme, columns);
  const sum = exact.reduce((total, width) => total + width, 0);
  let reached = 0;
  let edge = 0;
  // The edges are rounded, not the widths, so that no error adds up.
  return exact.map((width) => {
    reached += width;
    const next = Math.round((reached / sum) * inside);
    const rounded = next - edge;
    edge = next;
    return rounded;
  });
}
