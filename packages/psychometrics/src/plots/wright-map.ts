import { normal } from '../numeric/distributions/normal.ts';
import { counted, type Figure, fixed } from '../presentation/index.ts';
import { drawable, type LinearScale, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, rectangle } from './grammar/svg.ts';
import { shorten, textWidth } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Wright map: abilities to the left and difficulties to the right of one scale.
 *
 * @param given.persons abilities, in logits.
 * @param given.items difficulties (or thresholds, named so), in logits.
 * @param given.latent the normal distribution of the abilities, where it is known instead of them.
 */
export function wrightMap(given: {
  readonly persons?: readonly (number | null)[];
  readonly latent?: { readonly mean: number; readonly variance: number };
  readonly items: readonly { readonly id: string; readonly difficulty: number | null }[];
  readonly cut?: number | null;
  readonly width?: number;
}): Figure {
  const { cut = null, width = WIDTH } = given;
  const title = 'Wright map: candidates and items on one scale';
  const persons = given.latent === undefined ? (given.persons ?? []).filter(drawable) : quantiles(given.latent);
  const items = given.items.flatMap(({ id, difficulty }) => (drawable(difficulty) ? [{ id, difficulty }] : []));
  if (persons.length === 0 && items.length === 0)
    return emptyFigure(title, 'There are neither abilities nor difficulties.', width);
  const axis = Math.round(width * 0.4);
  const area = { left: 16, top: 48, right: width - 16, bottom: 500 };
  const inside = reachOf(persons);
  const beyond = items.filter(({ difficulty }) => !inside(difficulty));
  const near = items.map(({ difficulty }) => difficulty).filter(inside);
  const y = linearScale([...persons, ...near, cut], [area.bottom, area.top], { ticks: 10 });
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = { persons: mean(persons), items: mean(near) };
  const ticks = y.ticks.flatMap((tick) => [
    line(axis, y.at(tick), axis + 5, y.at(tick)),
    label(y.format(tick), axis + 9, y.at(tick) + 4, { 'font-size': sizes.small, fill: colors.inkSoft }),
  ]);
  const { rows, hidden } = itemRows(items, y, axis + 52, area.right);
  const said = [
    `${
      given.latent === undefined
        ? `${counted(persons.length, 'candidate')}, mean ability ${fixed(means.persons)}`
        : `Abilities as the estimated normal distribution, mean ${fixed(given.latent.mean)} and standard deviation ${fixed(Math.sqrt(given.latent.variance))}`
    }; ${counted(items.length, 'item')}, mean difficulty ${fixed(means.items)}${beyond.length > 0 ? ' (without those beyond the ends)' : ''}.`,
    ...(beyond.length === 0
      ? []
      : [
          `Beyond the ends of the scale: ${beyond
            .slice(0, 12)
            .map(({ id, difficulty }) => `${id} (${fixed(difficulty, 1)})`)
            .join(', ')}${beyond.length > 12 ? ` and ${beyond.length - 12} more` : ''}.`,
        ]),
    ...(drawable(cut) ? [`The cut is ${fixed(cut)}.`] : []),
  ].join(' ');
  const meanMark = (value: number | null, x: number, anchor: 'start' | 'end'): string =>
    value === null ? '' : label('M', x, y.at(value) + 4, { 'text-anchor': anchor, 'font-weight': 600, halo: 'yes' });
  return figure(
    {
      title,
      description: `Histogram of abilities beside items by difficulty, in logits. ${said}`,
      caption: `${title}, in logits. ${said} M marks the means.`,
    },
    width,
    area.bottom + (hidden > 0 ? 40 : 24),
    label('Candidates', axis - 8, area.top - 24, { 'text-anchor': 'end', 'font-weight': 600 }),
    label('Items', axis + 52, area.top - 24, { 'font-weight': 600 }),
    ...bars(persons, y, axis - 1, area.left + 84),
    line(axis, area.top, axis, area.bottom),
    ...ticks,
    drawable(cut)
      ? line(area.left, y.at(cut), axis + 44, y.at(cut), { stroke: colors.ink, 'stroke-width': 2 }) +
          line(axis + 44, y.at(cut), area.right, y.at(cut), { stroke: colors.ink, 'stroke-dasharray': '2 3' }) +
          label(`Cut ${fixed(cut)}`, area.left, y.at(cut) - 5, { 'font-weight': 600, halo: 'yes' })
      : '',
    ...rows,
    meanMark(means.persons, axis - 4, 'end'),
    meanMark(means.items, axis + 46, 'end'),
    hidden > 0
      ? label(`+ counts items for which a row has no room (${hidden})`, area.right, area.bottom + 30, {
          'text-anchor': 'end',
          'font-size': sizes.small,
          fill: colors.inkSoft,
        })
      : '',
  );
}

/**
 * What has room beside the candidates: difficulties up to twice as far from their mean as any of them. An item that hardly
 * discriminates can have a difficulty of a hundred; on one scale with it nothing else could be seen.
 */
function reachOf(persons: readonly number[]): (value: number) => boolean {
  if (persons.length === 0) return () => true;
  const mean = persons.reduce((sum, theta) => sum + theta, 0) / persons.length;
  const reach = 2 * persons.reduce((most, theta) => Math.max(most, Math.abs(theta - mean)), 2);
  return (value) => Math.abs(value - mean) <= reach;
}

/** Evenly spaced quantiles of a normal distribution: they look like it in a histogram. */
const quantiles = ({ mean, variance }: { readonly mean: number; readonly variance: number }): readonly number[] =>
  Array.from({ length: 2000 }, (_, at) => mean + Math.sqrt(variance) * normal.quantile((at + 0.5) / 2000));

/** Bars of the abilities, growing to the left. */
function bars(persons: readonly number[], y: LinearScale, from: number, to: number): readonly string[] {
  const bins = 40;
  const counts = new Array<number>(bins).fill(0);
  for (const theta of persons) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((theta - y.low) / (y.high - y.low)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const step = (y.high - y.low) / bins;
  return counts.map((count, bin) =>
    count === 0
      ? ''
      : rectangle(
          from,
          y.at(y.low + bin * step) - 0.75,
          from - (count / most) * (from - to),
          y.at(y.low + (bin + 1) * step) + 0.75,
          { fill: '#0B5568' },
        ),
  );
}

/** Ids in rows of one line height, side by side; where a row is full its end says how many more there are. */
function itemRows(
  items: readonly { readonly id: string; readonly difficulty: number }[],
  y: LinearScale,
  left: number,
  right: number,
): { readonly rows: readonly string[]; readonly hidden: number } {
  const height = sizes.small + 2;
  const small = { 'font-size': sizes.small } as const;
  const rows: string[] = [];
  let hidden = 0;
  for (const [row, own] of Map.groupBy(items, ({ difficulty }) => Math.round(y.at(difficulty) / height))) {
    const sorted = [...own].sort((a, b) => b.difficulty - a.difficulty);
    let x = left;
    for (const [index, { id, difficulty }] of sorted.entries()) {
      const text = `${shorten(id, 10)}${difficulty > y.high ? ' ↑' : difficulty < y.low ? ' ↓' : ''}`;
      const wide = textWidth(text, sizes.small) + 8;
      const rest = sorted.length - index;
      if (x + wide + (rest > 1 ? 34 : 0) > right) {
        rows.push(label(`+${rest}`, x, row * height + 4, { ...small, fill: colors.inkSoft }));
        hidden += rest;
        break;
      }
      rows.push(label(text, x, row * height + 4, { ...small, halo: 'yes' }));
      x += wide;
    }
  }
  return { rows, hidden };
}
