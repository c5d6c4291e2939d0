import { count, counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, cutLine } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, rectangle } from './grammar/svg.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Scores of two groups that judges told apart: the competent grow up, the others down, the cut stands between.
 *
 * @param given.cut the lowest score that passes; null where there is none.
 */
export function groupScores(given: {
  readonly competent: readonly number[];
  readonly notCompetent: readonly number[];
  readonly cut: number | null;
  readonly width?: number;
}): Figure {
  const { cut, width = WIDTH } = given;
  const title = 'Scores of both groups';
  const [up, down] = [given.competent.filter(drawable), given.notCompetent.filter(drawable)];
  const all = [...up, ...down];
  if (all.length === 0) return emptyFigure(title, 'There are no scores.', width);
  const area = { left: 56, top: 44, right: width - 24, bottom: 360 };
  const low = all.reduce((a, b) => Math.min(a, b));
  const high = all.reduce((a, b) => Math.max(a, b));
  const whole = all.every(Number.isInteger);
  // Whole scores stand in the middle of bars of a whole width.
  const size = whole ? Math.max(1, Math.ceil((high - low) / 40)) : (high - low) / 30 || 1;
  const start = whole ? low - 0.5 : low;
  const bins = Math.floor((high - start) / size) + 1;
  const tally = (scores: readonly number[]): readonly number[] => {
    const counts = new Array<number>(bins).fill(0);
    for (const score of scores) {
      const bin = Math.min(bins - 1, Math.floor((score - start) / size));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };
  const [above, below] = [tally(up), tally(down)];
  const x = linearScale([start, start + bins * size, cut], [area.left, area.right], { ticks: 10, exact: true });
  const y = linearScale([...above, ...below.map((value) => -value)], [area.bottom, area.top], {
    ticks: 8,
    whole: true,
  });
  const bars = (counts: readonly number[], sign: 1 | -1, fill: string) =>
    counts.map((value, bin) =>
      value === 0
        ? ''
        : rectangle(x.at(start + bin * size) + 0.5, y.at(0), x.at(start + (bin + 1) * size) - 0.5, y.at(sign * value), {
            fill,
          }),
    );
  const said = `${counted(up.length, 'candidate')} judged competent, ${counted(down.length, 'candidate')} judged not competent. ${
    drawable(cut)
      ? `At the cut, ${fixed(cut)}, ${count(up.filter((score) => score < cut).length)} of the competent fail and ${count(down.filter((score) => score >= cut).length)} of the others pass.`
      : 'There is no cut.'
  }`;
  const ticks = y.ticks.flatMap((tick) => [
    line(area.left, y.at(tick), area.right, y.at(tick), { stroke: colors.grid }),
    label(count(Math.abs(tick)), area.left - 8, y.at(tick) + 4, {
      'text-anchor': 'end',
      'font-size': sizes.small,
      fill: colors.inkSoft,
    }),
  ]);
  const name = (text: string, at: number): string =>
    label(text, area.left + 8, at, { 'font-weight': 600, fill: colors.inkSoft, halo: 'yes' });
  return figure(
    { title, description: `Two histograms, one above the other. ${said}`, caption: `${title}. ${said}` },
    width,
    area.bottom + 48,
    ...ticks,
    label('Candidates', 12, area.top - 14),
    ...bars(above, 1, '#0B5568'),
    ...bars(below, -1, '#CC600A'),
    line(area.left, y.at(0), area.right, y.at(0), { stroke: colors.ink }),
    axisBelow(x, area, 'Score'),
    name('Competent', area.top + 14),
    name('Not competent', area.bottom - 8),
    drawable(cut) ? cutLine(x.at(cut), { ...area, top: area.top - 12 }, `Cut ${fixed(cut)}`) : '',
  );
}
