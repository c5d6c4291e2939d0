import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { element, emptyFigure, figure, label, line, path } from './grammar/svg.ts';
import { colors, WIDTH } from './grammar/theme.ts';

/**
 * Scores by rating with the line of the regression, read at the borderline rating.
 *
 * Points of equal rating are spread sideways by their order, so that they do not hide each other.
 *
 * @param given.line null where the cut comes from the borderline group alone.
 * @param given.name of the station; empty where there is one.
 */
export function ratedScores(given: {
  readonly name: string;
  readonly performances: readonly { readonly score: number; readonly rating: number }[];
  readonly borderline: number;
  readonly line: { readonly intercept: number; readonly slope: number } | null;
  readonly cut: number | null;
  readonly width?: number;
}): Figure {
  const { borderline, cut, width = WIDTH } = given;
  const title = `Scores by rating${given.name === '' ? '' : `, ${given.name}`}`;
  const points = given.performances.filter(({ score, rating }) => drawable(score) && drawable(rating));
  if (points.length === 0 || !drawable(borderline)) return emptyFigure(title, 'There are no performances.', width);
  const area = { left: 56, top: 44, right: width - 24, bottom: 360 };
  const ratings = [...new Set(points.map(({ rating }) => rating))].sort((a, b) => a - b);
  const steps = ratings.slice(1).map((rating, at) => rating - (ratings[at] ?? 0));
  const room = Math.min(1, ...steps) * 0.3;
  const [first = borderline] = ratings;
  const last = ratings.at(-1) ?? borderline;
  const ends = [Math.min(first, borderline) - room * 1.4, Math.max(last, borderline) + room * 1.4] as const;
  const x = linearScale(ends, [area.left, area.right], { exact: true, ticks: Math.min(10, ratings.length + 1) });
  const { line: straight } = given;
  const fitted =
    straight === null
      ? []
      : [first, last]
          .map((rating) => ({ rating, score: straight.intercept + straight.slope * rating }))
          .filter(({ score }) => drawable(score));
  const y = linearScale(
    [...points.map(({ score }) => score), cut, ...fitted.map(({ score }) => score)],
    [area.bottom, area.top],
    { ticks: 6 },
  );
  const own = [...ratings, borderline].sort((a, b) => a - b);
  const dots = [...Map.groupBy(points, ({ rating }) => rating).entries()].flatMap(([rating, group]) =>
    // The golden ratio spreads any number of points evenly without a pattern.
    group.map(({ score }, index) =>
      element('circle', {
        cx: x.at(rating + room * (2 * ((index * 0.618034) % 1) - 1)),
        cy: y.at(score),
        r: points.length > 400 ? 2.5 : 3.5,
        fill: rating === borderline ? '#CC600A' : '#0B5568',
        'fill-opacity': 0.55,
      }),
    ),
  );
  const said = `${counted(points.length, 'performance')}, ${points.filter(({ rating }) => rating === borderline).length} rated borderline (${borderline}). ${
    drawable(cut) ? `The cut is ${fixed(cut)}.` : 'There is no cut.'
  }`;
  return figure(
    { title, description: `Scatter plot. ${said}`, caption: `${title}. ${said}` },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Score'),
    axisBelow({ ...x, ticks: [...new Set(own)] }, area, 'Rating', ratingText),
    ...dots,
    path(
      fitted.map(({ rating, score }) => [x.at(rating), y.at(score)]),
      { stroke: colors.ink },
    ),
    drawable(cut)
      ? line(x.at(borderline), area.bottom, x.at(borderline), y.at(cut), { 'stroke-dasharray': '4 3' }) +
          line(area.left, y.at(cut), area.right, y.at(cut), { stroke: colors.ink, 'stroke-width': 1.5 }) +
          label(`Cut ${fixed(cut)}`, area.left + 8, y.at(cut) - 6, { 'font-weight': 600, halo: 'yes' })
      : '',
  );
}

/** A rating as it was given; one that would need many digits with an exponent. */
const ratingText = (value: number): string => {
  const written = Number(value.toPrecision(4));
  const long = written !== 0 && (Math.abs(written) >= 1e6 || Math.abs(written) < 1e-3);
  return (long ? written.toExponential(1) : `${written}`).replace('-', '−');
};
