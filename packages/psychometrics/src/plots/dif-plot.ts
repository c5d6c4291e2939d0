import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, mark, rectangle } from './grammar/svg.ts';
import { placeLabels, shorten } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

const shapes = { A: 'ring', B: 'triangle', C: 'square' } as const;
const tones = { A: '#0B5568', B: '#CC600A', C: '#A0211A' } as const;

/**
 * Differential item functioning with the bands A, B and C: on the delta scale A lies below 1, C from 1.5 on.
 *
 * @param given.items in their order; `delta` is MH D-DIF or what `measure` names: below 0 the item is harder for the
 *   focal group.
 * @param given.bands where B and C begin on the scale of the measure; of the standardized p difference 0.05 and 0.10.
 * @see Zieky (1993) for the bands.
 */
export function difPlot(given: {
  readonly items: readonly {
    readonly id: string;
    readonly delta: number | null;
    readonly class: 'A' | 'B' | 'C' | null;
    readonly se?: number | null;
  }[];
  readonly measure?: string;
  readonly bands?: readonly [number, number];
  readonly width?: number;
}): Figure {
  const { measure = 'MH D-DIF', width = WIDTH } = given;
  const [small, large] = given.bands ?? [1, 1.5];
  const title = 'Differential item functioning';
  const items = given.items.flatMap((item) =>
    drawable(item.delta) ? [{ ...item, delta: item.delta, band: item.class ?? ('A' as const) }] : [],
  );
  if (items.length === 0) return emptyFigure(title, 'No item has a delta.', width);
  const area = { left: 56, top: 44, right: width - 36, bottom: 380 };
  const y = linearScale(
    [(-4 / 3) * large, (4 / 3) * large, ...items.map(({ delta }) => delta)],
    [area.bottom, area.top],
    { ticks: 8 },
  );
  const x = linearScale([0.5, items.length + 0.5], [area.left + 6, area.right - 6], { exact: true });
  const band = (from: number, to: number, fill: string): string =>
    rectangle(area.left, y.at(from), area.right, y.at(to), { fill });
  const name = (at: number, text: string): string =>
    label(text, area.right + 10, y.at(at) + 5, { 'font-weight': 600, fill: colors.inkSoft });
  const points = items.map((item, index) => ({ ...item, x: x.at(index + 1), y: y.at(item.delta) }));
  const taken = points.map((point) => ({
    left: point.x - 4,
    right: point.x + 4,
    top: point.y - 4,
    bottom: point.y + 4,
  }));
  const wanted = points.filter((item) => item.band !== 'A').sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
  const labels = placeLabels(
    wanted.map((item) => ({ ...item, text: shorten(item.id) })),
    taken,
    area,
    sizes.small,
  );
  const count = (of: 'A' | 'B' | 'C'): number => items.filter((item) => item.band === of).length;
  const said = `${counted(items.length, 'item')}: ${count('A')} in class A, ${count('B')} in B, ${count('C')} in C.`;
  const worst = items
    .filter((item) => item.band === 'C')
    .slice(0, 20)
    .map(({ id, delta }) => `${id} (${fixed(delta)})`);
  return figure(
    {
      title,
      description: `Scatter plot of ${measure} by item. ${said}${worst.length > 0 ? ` Class C: ${worst.join(', ')}.` : ''}`,
      caption: `${title}: ${said} Below 0 an item is harder for the focal group. Rings A, triangles B, squares C; a point's class follows its size and its test, so it may lie outside its band.${items.some(({ se }) => drawable(se)) ? ' Lines are one standard error.' : ''}`,
    },
    width,
    area.bottom + 44,
    band(y.low, -large, '#F6E3E0'),
    band(large, y.high, '#F6E3E0'),
    band(-large, -small, '#FBEFD5'),
    band(small, large, '#FBEFD5'),
    axisLeft(y, area, `${measure}: easier for the focal group above, harder below`),
    line(area.left, y.at(0), area.right, y.at(0), { stroke: colors.ink }),
    name(0, 'A'),
    name((small + large) / 2, 'B'),
    name(-(small + large) / 2, 'B'),
    name((large + y.high) / 2, 'C'),
    name((y.low - large) / 2, 'C'),
    label('Items, in their order', (area.left + area.right) / 2, area.bottom + 24, { 'text-anchor': 'middle' }),
    ...points.map(({ x: px, delta, se }) =>
      drawable(se) && se > 0
        ? line(px, y.at(delta - se), px, y.at(delta + se), { stroke: colors.axis, 'stroke-width': 0.75 })
        : '',
    ),
    ...points.map((point) =>
      mark(shapes[point.band], point.x, point.y, point.band === 'A' ? 3.5 : 5, tones[point.band]),
    ),
    ...labels.map(({ far, x: px, y: py, textX, textY, text }) => {
      const joint = far ? line(px, py, textX + (textX > px ? -2 : 2), textY - 4, { 'stroke-width': 0.5 }) : '';
      return joint + label(text, textX, textY, { 'font-size': sizes.small, halo: 'yes' });
    }),
  );
}
