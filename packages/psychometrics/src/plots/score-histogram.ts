import { counted, type Figure, fixed, percent } from '../presentation/index.ts';
import { axisBelow, axisLeft, cutLine } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, rectangle } from './grammar/svg.ts';
import { textWidth } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Histogram of scores with the cut and one standard error of measurement to each side.
 *
 * @param given.scores one per candidate, in points or on any scale; what is no number is passed over and counted.
 * @param given.cut the lowest score that passes.
 * @param given.sem in the unit of the scores.
 * @param given.maximum the highest score possible, the right end of the scale where it is given.
 */
export function scoreHistogram(given: {
  readonly scores: readonly (number | null)[];
  readonly cut?: number | null;
  readonly sem?: number | null;
  readonly maximum?: number | null;
  readonly unit?: string;
  readonly width?: number;
}): Figure {
  const { cut = null, sem = null, unit = 'Score', width = WIDTH } = given;
  const title = 'Distribution of scores';
  const scores = given.scores.filter(drawable);
  if (scores.length === 0) return emptyFigure(title, 'There are no scores.', width);
  const area = { left: 56, top: 40, right: width - 20, bottom: 320 };
  const low = scores.reduce((a, b) => Math.min(a, b));
  const high = scores.reduce((a, b) => Math.max(a, b));
  const size = binSize(low, high, scores.every(Number.isInteger));
  const whole = Number.isInteger(size) && scores.every(Number.isInteger);
  // Whole scores stand in the middle of their bar; a bar never straddles the cut.
  const origin = drawable(cut) ? cut - (whole ? 0.5 : 0) : whole ? -0.5 : 0;
  const first = Math.floor((low - origin) / size);
  const counts = new Array<number>(Math.floor((high - origin) / size) - first + 1).fill(0);
  for (const score of scores) {
    const bin = Math.min(counts.length - 1, Math.max(0, Math.floor((score - origin) / size) - first));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const start = origin + first * size;
  const ends = [
    start,
    start + counts.length * size,
    ...(drawable(cut) ? [cut - (sem ?? 0), cut + (sem ?? 0)] : []),
    given.maximum ?? null,
  ];
  const x = linearScale(ends, [area.left, area.right], { ticks: 10, exact: true });
  const y = linearScale([0, ...counts], [area.bottom, area.top + 34], { ticks: 5, whole: true });
  const bars = counts.map((count, bin) => {
    const from = start + bin * size;
    const gap = x.at(from + size) - x.at(from) > 4 ? 0.75 : 0;
    const passes = !drawable(cut) || from + size / 2 >= cut;
    const style = passes ? { fill: '#0B5568' } : { fill: '#A9C6CE', stroke: '#0B5568', 'stroke-width': 0.75 };
    return count === 0 ? '' : rectangle(x.at(from) + gap, y.at(0), x.at(from + size) - gap, y.at(count), style);
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const below = drawable(cut) ? scores.filter((score) => score < cut).length / scores.length : null;
  const said = [
    `${counted(scores.length, 'candidate')}, mean ${fixed(mean, 1)}, from ${fixed(low, whole ? 0 : 2)} to ${fixed(high, whole ? 0 : 2)}.`,
  ];
  const missing = given.scores.length - scores.length;
  if (missing > 0) said.push(`${missing} without a score are left out.`);
  let overlay = '';
  let band = '';
  if (drawable(cut)) {
    const at = x.at(cut - (whole ? 0.5 : 0));
    if (drawable(sem) && sem > 0) {
      band = rectangle(x.at(cut - sem), area.top + 16, x.at(cut + sem), area.bottom, { fill: colors.sand });
      const end = (side: number): string =>
        line(x.at(side), area.top + 16, x.at(side), area.bottom, { stroke: colors.axis, 'stroke-dasharray': '4 3' });
      overlay += end(cut - sem) + end(cut + sem);
      said.push(`One standard error of measurement is ${fixed(sem)}.`);
    }
    const name = `Cut ${fixed(cut, Number.isInteger(cut) ? 0 : 2)}${drawable(sem) && sem > 0 ? ` ± SEM ${fixed(sem, 1)}` : ''}`;
    overlay += cutLine(at, { ...area, top: area.top - 8 }, name);
    said.push(
      `The cut is ${fixed(cut, Number.isInteger(cut) ? 0 : 2)}: ${percent(below)} lie below, ${percent(1 - (below ?? 0))} at or above.`,
    );
    overlay += sides(below ?? 0, at, area.left, area.right, area.top + 22, textWidth(name, sizes.text));
  }
  const text = { title, description: `Histogram. ${said.join(' ')}`, caption: `${title}: ${said.join(' ')}` };
  const axes = axisLeft(y, area, 'Candidates') + axisBelow(x, area, unit);
  return figure(text, width, area.bottom + 48, band, axes, ...bars, overlay);
}

/** The shares to both sides of the cut, where there is room for them. */
function sides(below: number, at: number, left: number, right: number, y: number, named: number): string {
  const under = `${percent(below)} below`;
  const over = `${percent(1 - below)} at or above`;
  const style = { 'font-size': sizes.small, fill: colors.inkSoft, halo: 'yes' } as const;
  const room = (text: string): number => textWidth(text, sizes.small) + 12;
  const one = at - left > room(under) ? label(under, at - 6, y, { ...style, 'text-anchor': 'end' }) : '';
  const two = right - at > Math.max(room(over), named) ? label(over, at + 6, y, style) : '';
  return one + two;
}

/** A round width that gives at most about 60 bars; of whole scores a whole one. */
function binSize(low: number, high: number, whole: boolean): number {
  const span = high - low;
  if (whole && span <= 60) return 1;
  const raw = Math.max(span / 60, 1e-9 * Math.max(1, Math.abs(high)));
  const power = 10 ** Math.floor(Math.log10(raw));
  const size = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  return span === 0 ? 1 : whole ? Math.max(1, Math.round(size)) : size;
}
