import { type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft, endLabels } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, line, path } from './grammar/svg.ts';
import { shorten, textWidth } from './grammar/text.ts';
import { colors, seriesStyle, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Equated score minus the score itself, with one standard error to each side of the first method.
 *
 * @param given.methods named; points with rising x.
 */
export function equatingDifference(given: {
  readonly methods: readonly {
    readonly name: string;
    readonly points: readonly { readonly x: number; readonly y: number; readonly se: number | null }[];
  }[];
  readonly width?: number;
}): Figure {
  const { width = WIDTH } = given;
  const title = 'Equated score minus score';
  const methods = given.methods
    .map(({ name, points }) => ({
      name,
      points: points
        .filter(({ x, y }) => drawable(x) && drawable(y))
        .map((point) => ({ ...point, d: point.y - point.x })),
    }))
    .filter(({ points }) => points.length > 1);
  const [first] = methods;
  if (first === undefined) return emptyFigure(title, 'There is no equating of two scores or more.', width);
  const names = methods.map(({ name }) => shorten(name, 20));
  const room = methods.length > 1 ? Math.max(...names.map((name) => textWidth(name, sizes.text))) + 20 : 24;
  const area = { left: 56, top: 40, right: width - room, bottom: 320 };
  const spread = first.points
    .filter((point) => drawable(point.se) && point.se >= 0)
    .map((point) => ({ ...point, se: point.se ?? 0 }));
  const x = linearScale(
    methods.flatMap(({ points }) => points.map((point) => point.x)),
    [area.left, area.right],
    { ticks: 10, exact: true },
  );
  const y = linearScale(
    [
      0,
      ...methods.flatMap(({ points }) => points.map(({ d }) => d)),
      ...spread.flatMap(({ d, se }) => [d - se, d + se]),
    ],
    [area.bottom, area.top],
    { ticks: 6 },
  );
  const band = [
    ...spread.map(({ x: score, d, se }) => [x.at(score), y.at(d + se)] as const),
    ...spread.toReversed().map(({ x: score, d, se }) => [x.at(score), y.at(d - se)] as const),
  ];
  const largest = first.points.reduce(
    (best, point) => (Math.abs(point.d) > Math.abs(best.d) ? point : best),
    first.points[0] ?? { x: 0, d: 0 },
  );
  const said = `${first.name}: the largest difference is ${fixed(largest.d)} at ${fixed(largest.x, Number.isInteger(largest.x) ? 0 : 1)}${spread.length > 0 ? `; standard errors from ${fixed(Math.min(...spread.map(({ se }) => se)))} to ${fixed(Math.max(...spread.map(({ se }) => se)))}` : ''}.`;
  return figure(
    {
      title,
      description: `Lines over the score; 0 is no change. ${said}`,
      caption: `${title}; the line at 0 is identity.${spread.length > 0 ? ' The band is one standard error to each side.' : ''} ${said}`,
    },
    width,
    area.bottom + 48,
    spread.length > 1 ? path(band, { fill: colors.tint, stroke: 'none' }) : '',
    axisLeft(y, area, 'Difference, in score points'),
    axisBelow(x, area, 'Score on the new form'),
    line(area.left, y.at(0), area.right, y.at(0), { stroke: colors.ink }),
    ...methods.map(({ points }, index) => {
      const style = seriesStyle(index);
      return path(
        points.map((point) => [x.at(point.x), y.at(point.d)]),
        { stroke: style.color, 'stroke-dasharray': style.dash },
      );
    }),
    methods.length > 1
      ? endLabels(
          methods.map(({ points }, index) => ({ y: y.at(points.at(-1)?.d ?? 0), text: names[index] ?? '' })),
          area,
        )
      : '',
  );
}
