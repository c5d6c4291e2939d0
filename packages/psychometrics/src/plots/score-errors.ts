import { type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft, cutLine } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, path } from './grammar/svg.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * The conditional standard error of measurement over the scores.
 *
 * @param given.rows `sem` in score points, null where there is none.
 * @param given.overall the standard error of measurement of all candidates, a straight line beside the curve.
 * @param given.cut the lowest score that passes.
 */
export function scoreErrors(given: {
  readonly rows: readonly { readonly score: number; readonly sem: number | null }[];
  readonly overall?: number | null;
  readonly cut?: number | null;
  readonly width?: number;
}): Figure {
  const { overall = null, cut = null, width = WIDTH } = given;
  const title = 'Conditional standard error of measurement';
  const points = given.rows.flatMap(({ score, sem }) => (drawable(score) && drawable(sem) ? [{ score, sem }] : []));
  if (points.length < 2) return emptyFigure(title, 'There are no conditional standard errors.', width);
  const area = { left: 56, top: 44, right: width - 24, bottom: 280 };
  const x = linearScale(
    points.map(({ score }) => score),
    [area.left, area.right],
    { ticks: 10, exact: true },
  );
  const y = linearScale([0, overall, ...points.map(({ sem }) => sem)], [area.bottom, area.top], { ticks: 5 });
  const highest = points.reduce((a, b) => (b.sem > a.sem ? b : a), points[0] ?? { score: 0, sem: 0 });
  const atCut = drawable(cut) ? points.find(({ score }) => score >= cut) : undefined;
  const said = [
    `Largest at ${fixed(highest.score, 0)}: ${fixed(highest.sem)} score points.`,
    ...(atCut === undefined ? [] : [`At the cut: ${fixed(atCut.sem)}.`]),
    ...(drawable(overall) ? [`Of all candidates: ${fixed(overall)}, the dashed line.`] : []),
  ].join(' ');
  return figure(
    { title, description: `Curve over the scores. ${said}`, caption: `${title}. ${said}` },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Standard error, score points'),
    axisBelow(x, area, 'Score'),
    drawable(overall)
      ? line(area.left, y.at(overall), area.right, y.at(overall), { 'stroke-dasharray': '6 3' }) +
          label('all candidates', area.left + 6, y.at(overall) - 6, {
            'font-size': sizes.small,
            fill: colors.inkSoft,
            halo: 'yes',
          })
      : '',
    path(
      points.map(({ score, sem }) => [x.at(score), y.at(sem)]),
      { stroke: '#0B5568' },
    ),
    drawable(cut)
      ? cutLine(x.at(cut), { ...area, top: area.top - 12 }, `Cut ${fixed(cut, Number.isInteger(cut) ? 0 : 2)}`)
      : '',
  );
}
