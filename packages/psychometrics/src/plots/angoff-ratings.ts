import { counted, type Figure, fixed } from '../presentation/index.ts';
import { bandScale, drawable } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, rectangle } from './grammar/svg.ts';
import { shorten, textWidth } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/** The ratings of a judge, one per item; null where there is none. */
export interface JudgeRatings {
  readonly judge: string;
  readonly last: readonly (number | null)[];
  /** Of the first round; empty where there was one round. */
  readonly first?: readonly (number | null)[];
}

const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter(drawable);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/**
 * Angoff ratings, judges × items: a small bar per rating, and a stroke where the judge stood in the first round.
 *
 * @param given.maximum of a rating: 100 for percent, 1 for probabilities and yes/no; ratings beyond it count as none.
 */
export function angoffRatings(given: {
  readonly items: readonly string[];
  readonly judges: readonly JudgeRatings[];
  readonly maximum: number;
  readonly width?: number;
}): Figure {
  const { items, maximum, width = WIDTH } = given;
  const possible = (value: number | null): number | null =>
    drawable(value) && value >= 0 && value <= maximum ? value : null;
  const judges = given.judges.map(({ judge, last, first = [] }) => ({
    judge,
    last: items.map((_, item) => possible(last[item] ?? null)),
    first: items.map((_, item) => possible(first[item] ?? null)),
  }));
  const title = 'Angoff ratings by judge and item';
  if (items.length === 0 || judges.length === 0 || !judges.some(({ last }) => last.some(drawable)) || !(maximum > 0)) {
    return emptyFigure(title, 'There are no ratings.', width);
  }
  const names = judges.map(({ judge }) => shorten(judge, 16));
  const decimals = maximum > 10 ? 1 : 2;
  const rounds = judges.some(({ first = [] }) => first.some(drawable));
  const left = Math.max(48, ...names.map((name) => textWidth(name, sizes.text))) + 14;
  const rowHeight = judges.length > 24 ? 20 : 30;
  const area = { left, top: 52, right: width - (rounds ? 108 : 62), bottom: 52 + judges.length * rowHeight };
  const columns = bandScale(items.length, [area.left, area.right]);
  const rows = bandScale(judges.length, [area.top, area.bottom]);
  const inner = rowHeight - 6;
  const gap = columns.step > 5 ? 1 : 0.25;
  const height = (value: number): number => (Math.min(maximum, Math.max(0, value)) / maximum) * inner;
  const drawn = judges.flatMap(({ last, first = [] }, judge) => {
    const floor = rows.middle(judge) + inner / 2;
    const bars = items.map((_, item) => {
      const from = area.left + item * columns.step;
      const value = last[item] ?? null;
      const before = first[item] ?? null;
      const bar = drawable(value)
        ? rectangle(from + gap, floor, from + columns.step - gap, floor - height(value), { fill: '#A9C6CE' })
        : '';
      const stroke =
        drawable(before) && before !== value
          ? line(from + gap / 2, floor - height(before), from + columns.step - gap / 2, floor - height(before), {
              stroke: '#A0211A',
              'stroke-width': 2,
            })
          : '';
      return bar + stroke;
    });
    const means = [meanOf(first), meanOf(last)];
    const y = rows.middle(judge) + 5;
    return [
      line(area.left, floor, area.right, floor, { stroke: colors.axis, 'stroke-width': 0.75 }),
      label(names[judge] ?? '', area.left - 8, y, { 'text-anchor': 'end' }),
      ...bars,
      label(
        rounds
          ? `${fixed(means[0] ?? null, decimals)} → ${fixed(means[1] ?? null, decimals)}`
          : fixed(means[1] ?? null, decimals),
        area.right + 10,
        y,
      ),
    ];
  });
  const widest = Math.max(...items.map((id) => textWidth(shorten(id, 8), sizes.small))) + 8;
  const every = Math.max(1, Math.ceil(widest / columns.step));
  const ticks = items.map((id, item) =>
    item % every === 0
      ? label(shorten(id, 8), Math.min(columns.middle(item), area.right - 4), area.bottom + 18, {
          'text-anchor': 'middle',
          'font-size': sizes.small,
          fill: colors.inkSoft,
        })
      : '',
  );
  const lasts = judges.map(({ last }) => meanOf(last)).filter(drawable);
  const firsts = judges.map(({ first = [] }) => meanOf(first)).filter(drawable);
  const range = `from ${fixed(Math.min(...lasts), decimals)} to ${fixed(Math.max(...lasts), decimals)}`;
  const before =
    firsts.length > 0
      ? `; in the first round from ${fixed(Math.min(...firsts), decimals)} to ${fixed(Math.max(...firsts), decimals)}`
      : '';
  const said = `${counted(judges.length, 'judge')} and ${counted(items.length, 'item')}. The judges' means lie ${range}${before}.`;
  return figure(
    {
      title,
      description: `A row of bars per judge, a bar per item. ${said}`,
      caption: `${title}. ${said}${rounds ? ' A stroke shows where a rating stood in the first round.' : ''}`,
    },
    width,
    area.bottom + 46,
    label('Judge', area.left - 8, area.top - 16, { 'text-anchor': 'end', 'font-weight': 600 }),
    label(`Ratings, 0 to ${maximum} in each row`, area.left, area.top - 16, { 'font-weight': 600 }),
    label(rounds ? 'Means' : 'Mean', area.right + 10, area.top - 16, { 'font-weight': 600 }),
    ...drawn,
    ...ticks,
    label('Item', (area.left + area.right) / 2, area.bottom + 36, { 'text-anchor': 'middle' }),
  );
}
