import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, mark } from './grammar/svg.ts';
import { placeLabels, shorten } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Common items of two calibrations on one scale: how far each moved, by its old location.
 *
 * @param given.items `displacement` is the new location less the old, in logits.
 */
export function driftPlot(given: {
  readonly items: readonly {
    readonly id: string;
    readonly location: number | null;
    readonly displacement: number | null;
    readonly flagged: boolean;
    readonly used: boolean;
  }[];
  readonly width?: number;
}): Figure {
  const { width = WIDTH } = given;
  const title = 'Common items: displacement by location';
  const items = given.items.flatMap((item) =>
    drawable(item.location) && drawable(item.displacement)
      ? [{ ...item, location: item.location, displacement: item.displacement }]
      : [],
  );
  if (items.length === 0) return emptyFigure(title, 'No common item has a location.', width);
  const area = { left: 56, top: 44, right: width - 24, bottom: 340 };
  const x = linearScale(
    items.map(({ location }) => location),
    [area.left, area.right],
    { ticks: 8 },
  );
  const y = linearScale([-0.3, 0.3, ...items.map(({ displacement }) => displacement)], [area.bottom, area.top], {
    ticks: 6,
  });
  const points = items.map((item) => ({ ...item, x: x.at(item.location), y: y.at(item.displacement) }));
  const wanted = points
    .filter(({ flagged, used }) => flagged || !used)
    .sort((a, b) => Math.abs(b.displacement) - Math.abs(a.displacement))
    .map((point) => ({ ...point, text: `${shorten(point.id)}${point.used ? '' : ' (left out)'}` }));
  const taken = points.map((point) => ({
    left: point.x - 4,
    right: point.x + 4,
    top: point.y - 4,
    bottom: point.y + 4,
  }));
  const labels = placeLabels(wanted, taken, area, sizes.small);
  const drifted = items.filter(({ flagged }) => flagged);
  const said = `${counted(items.length, 'common item')}, ${drifted.length} flagged for drift${
    drifted.length === 0
      ? ''
      : `: ${drifted
          .slice(0, 20)
          .map(({ id, displacement }) => `${id} (${fixed(displacement)})`)
          .join(', ')}`
  }.`;
  return figure(
    {
      title,
      description: `Scatter plot. ${said}`,
      caption: `${title}. ${said} Above 0 an item has become harder. Triangles are flagged, crosses left out of the link.`,
    },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Displacement, new less old'),
    axisBelow(x, area, 'Old location θ'),
    line(area.left, y.at(0), area.right, y.at(0), { stroke: colors.ink }),
    ...points.map(({ x: px, y: py, flagged, used }) =>
      mark(
        used ? (flagged ? 'triangle' : 'circle') : 'cross',
        px,
        py,
        flagged ? 5 : 4,
        flagged ? '#CC600A' : '#0B5568',
      ),
    ),
    ...labels.map(({ far, x: px, y: py, textX, textY, text }) => {
      const joint = far ? line(px, py, textX + (textX > px ? -2 : 2), textY - 4, { 'stroke-width': 0.5 }) : '';
      return joint + label(text, textX, textY, { 'font-size': sizes.small, halo: 'yes' });
    }),
  );
}
