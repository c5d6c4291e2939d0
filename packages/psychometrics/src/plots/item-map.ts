import { counted, type Figure } from '../presentation/index.ts';
import { axisBelow, axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, mark, rectangle } from './grammar/svg.ts';
import { placeLabels, shorten } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/** An item as the map shows it. */
export interface MappedItem {
  readonly id: string;
  /** Difficulty as the share of correct answers or of the points, 0 to 1. */
  readonly p: number | null;
  /** Corrected item-rest correlation. */
  readonly itemRest: number | null;
  /** Flagged items are labeled and drawn as triangles. */
  readonly flagged: boolean;
}

/** Items by difficulty and discrimination, the flagged ones named. */
export function itemMap(given: { readonly items: readonly MappedItem[]; readonly width?: number }): Figure {
  const { width = WIDTH } = given;
  const title = 'Items by difficulty and discrimination';
  const items = given.items.flatMap((item) =>
    drawable(item.p) && drawable(item.itemRest) ? [{ ...item, p: item.p, itemRest: item.itemRest }] : [],
  );
  if (items.length === 0) return emptyFigure(title, 'No item has both a difficulty and a discrimination.', width);
  const area = { left: 56, top: 40, right: width - 20, bottom: 400 };
  const x = linearScale([0, 1], [area.left, area.right], { ticks: 10 });
  const y = linearScale([0, 0.4, ...items.map(({ itemRest }) => itemRest)], [area.bottom, area.top], { ticks: 6 });
  const points = items.map((item) => ({ ...item, x: x.at(item.p), y: y.at(item.itemRest) }));
  const flagged = points.filter((item) => item.flagged);
  const taken = points.map((point) => ({
    left: point.x - 4,
    right: point.x + 4,
    top: point.y - 4,
    bottom: point.y + 4,
  }));
  const wanted = [...flagged]
    .sort((a, b) => a.itemRest - b.itemRest)
    .map((item) => ({ ...item, text: shorten(item.id) }));
  const labels = placeLabels(wanted, taken, { ...area, left: area.left + 2 }, sizes.small);
  const negative = items.filter(({ itemRest }) => itemRest < 0).length;
  const said = `${counted(items.length, 'item')}, ${flagged.length} flagged${negative > 0 ? `, ${negative} with a negative item-rest correlation` : ''}.`;
  const names = flagged
    .slice(0, 20)
    .map(({ id }) => id)
    .join(', ');
  const left = given.items.length - items.length;
  return figure(
    {
      title,
      description: `Scatter plot. ${said}${names === '' ? '' : ` Flagged: ${names}${flagged.length > 20 ? ', …' : ''}.`}${left > 0 ? ` ${left} items without these numbers are left out.` : ''}`,
      caption: `${title}: ${said} Triangles are flagged.`,
    },
    width,
    area.bottom + 48,
    y.low < 0 ? rectangle(area.left, y.at(0), area.right, area.bottom, { fill: colors.sand }) : '',
    axisLeft(y, area, 'Item-rest correlation'),
    axisBelow(x, area, 'Difficulty (p): hard on the left, easy on the right'),
    y.low < 0 ? line(area.left, y.at(0), area.right, y.at(0), { stroke: colors.ink }) : '',
    ...points.filter((item) => !item.flagged).map((point) => mark('ring', point.x, point.y, 3.5, '#0B5568')),
    ...labels.map(({ far, x: px, y: py, textX, textY, text }) => {
      const joint = far ? line(px, py, textX + (textX > px ? -2 : 2), textY - 4, { 'stroke-width': 0.5 }) : '';
      return joint + label(text, textX, textY, { 'font-size': sizes.small, halo: 'yes' });
    }),
    ...flagged.map((point) => mark('triangle', point.x, point.y, 5, '#CC600A')),
  );
}
