import { type Figure, fixed, percent } from '../presentation/index.ts';
import { axisBelow, axisLeft, cutLine, endLabels } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { element, emptyFigure, figure, label, line, mark, path } from './grammar/svg.ts';
import { shorten, textWidth } from './grammar/text.ts';
import { colors, seriesStyle, sizes, WIDTH } from './grammar/theme.ts';

/** An option of an item, with the share of each score group that chose it, lowest group first. */
export interface OptionCurve {
  readonly option: string;
  readonly key: boolean;
  readonly shares: readonly (number | null)[];
}

/**
 * Share choosing each option by score group (quantile curves): the key should rise, distractors fall.
 *
 * @param given.groups names of the groups, lowest scores first, such as `Lowest fifth`; a line's points stand in them.
 */
export function optionCurves(given: {
  readonly id: string;
  readonly groups: readonly string[];
  readonly options: readonly OptionCurve[];
  readonly width?: number;
}): Figure {
  const { groups, options, width = WIDTH } = given;
  const title = `Item ${given.id}: share choosing each option, by score group`;
  const drawn = options.filter(({ shares }) => shares.some(drawable));
  if (groups.length === 0 || drawn.length === 0) return emptyFigure(title, 'Nobody answered this item.', width);
  const names = drawn.map(({ option, key }) => `${shorten(option, 18)}${key ? ' (key)' : ''}`);
  const room = Math.max(...names.map((name) => textWidth(name, sizes.text))) * 1.06 + 20;
  const area = { left: 56, top: 40, right: width - Math.min(room, width / 3), bottom: 320 };
  const inset = groups.length > 1 ? 24 : 0;
  const x = (group: number): number =>
    groups.length < 2
      ? (area.left + area.right) / 2
      : area.left + inset + (group * (area.right - area.left - inset)) / (groups.length - 1);
  const y = linearScale([0, 1], [area.bottom, area.top], { ticks: 5 });
  const every = Math.ceil(
    (Math.max(...groups.map((group) => textWidth(shorten(group, 16), sizes.small))) + 10) /
      Math.max(1, x(1) - x(0) || 999),
  );
  const ticks = groups.flatMap((group, index) =>
    index % every === 0
      ? [
          label(shorten(group, 16), Math.min(x(index), area.right - 4), area.bottom + 17, {
            'text-anchor': 'middle',
            'font-size': sizes.small,
            fill: colors.inkSoft,
          }),
        ]
      : [],
  );
  const lines = drawn.map(({ shares, key }, index) => {
    const style = seriesStyle(index);
    const points = shares
      .slice(0, groups.length)
      .flatMap((share, group) => (drawable(share) ? [[x(group), y.at(share)] as const] : []));
    const drawnLine = path(points, {
      stroke: style.color,
      'stroke-width': key ? 3 : 1.5,
      'stroke-dasharray': key ? undefined : (style.dash ?? '5 3'),
    });
    return {
      svg: drawnLine + points.map(([px, py]) => mark(style.shape, px, py, key ? 4.5 : 3.5, style.color)).join(''),
      end: points.at(-1)?.[1] ?? area.bottom,
      color: style.color,
      key,
    };
  });
  const said = drawn.map(({ option, key, shares }) => {
    const known = shares.filter(drawable);
    return `${option}${key ? ' (key)' : ''} from ${percent(known[0] ?? null, 0)} in the lowest group to ${percent(known.at(-1) ?? null, 0)} in the highest`;
  });
  return figure(
    { title, description: `Line chart. ${said.join('; ')}.`, caption: `${title}. The key is the thick line.` },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Share of the group', (value) => `${Math.round(value * 100)} %`),
    line(area.left, area.bottom, area.right, area.bottom),
    ...ticks,
    label('Score group', (area.left + area.right) / 2, area.bottom + 36, { 'text-anchor': 'middle' }),
    ...[...lines].sort((a, b) => Number(a.key) - Number(b.key)).map(({ svg }) => svg),
    endLabels(
      lines.map(({ end, color, key }, index) => ({ y: end, text: names[index] ?? '', color, bold: key })),
      area,
    ),
  );
}

/**
 * Probability curves over θ: the categories of an item, or its options in the nominal model.
 *
 * @param given.theta rising.
 * @param given.curves one per category, a probability per θ.
 */
export function categoryCurves(given: {
  readonly id: string;
  readonly theta: readonly number[];
  readonly curves: readonly { readonly name: string; readonly p: ArrayLike<number> }[];
  readonly cut?: number | null;
  readonly width?: number;
}): Figure {
  const { theta, curves, cut = null, width = WIDTH } = given;
  const title = `Item ${given.id}: probability of each category`;
  const at = theta.flatMap((value, index) => (drawable(value) ? [index] : []));
  if (at.length < 2 || curves.length === 0) return emptyFigure(title, 'There is no curve to draw.', width);
  const area = { left: 56, top: 40, right: width - 24, bottom: 320 };
  const x = linearScale(
    at.map((index) => theta[index] ?? 0),
    [area.left, area.right],
    { ticks: 8, exact: true },
  );
  const y = linearScale([0, 1], [area.bottom, area.top], { ticks: 5 });
  const drawn = curves.map(({ name, p }, index) => {
    const points = at.flatMap((t) =>
      drawable(p[t]) ? [[x.at(theta[t] ?? 0), y.at(p[t]), theta[t] ?? 0] as const] : [],
    );
    // A curve is named at its peak, where it is alone.
    const inner = points.filter(([px]) => px > area.left + 20 && px < area.right - 20);
    const [start = [area.left, area.bottom, 0] as const, ...others] = inner.length > 0 ? inner : points;
    const peak = others.reduce((best, point) => (point[1] < best[1] ? point : best), start);
    return { name, points, peak, style: seriesStyle(index) };
  });
  const said = drawn.map(({ name, peak }) => `${name} is most probable near θ = ${fixed(peak[2], 1)}`).join('; ');
  return figure(
    { title, description: `Curves over ability. ${said}.`, caption: `${title}, by ability θ.` },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Probability'),
    axisBelow(x, area, 'Ability θ'),
    ...drawn.map(({ points, style }) =>
      path(
        points.map(([px, py]) => [px, py]),
        { stroke: style.color, 'stroke-dasharray': style.dash },
      ),
    ),
    drawable(cut) ? cutLine(x.at(cut), { ...area, top: area.top - 12 }, `Cut ${fixed(cut)}`) : '',
    ...drawn.map(({ name, peak, style }) =>
      label(
        shorten(name),
        within(peak[0], textWidth(shorten(name), sizes.text) / 2, area),
        Math.max(area.top + 12, peak[1] - 6),
        {
          'text-anchor': 'middle',
          fill: style.color,
          'font-weight': 600,
          halo: 'yes',
        },
      ),
    ),
  );
}

/**
 * Item characteristic curve with the empirical shares of ability groups beside it.
 *
 * @param given.measure of the vertical axis, where it is not the probability of a correct response.
 * @param given.bins mean θ, share or mean score as a share, n; with the 95 % interval where there is one.
 */
export function itemCharacteristicCurve(given: {
  readonly id: string;
  readonly theta: readonly number[];
  readonly expected: ArrayLike<number>;
  readonly bins: readonly {
    readonly theta: number;
    readonly share: number;
    readonly n: number;
    readonly ci?: readonly [number, number] | null;
  }[];
  readonly measure?: string;
  readonly width?: number;
}): Figure {
  const { theta, expected, measure = 'Probability of a correct response', width = WIDTH } = given;
  const title = `Item ${given.id}: characteristic curve and data`;
  const points = theta.flatMap((value, index) =>
    drawable(value) && drawable(expected[index]) ? [[value, expected[index] ?? 0] as const] : [],
  );
  const bins = given.bins.filter((bin) => drawable(bin.theta) && drawable(bin.share) && bin.n > 0);
  if (points.length < 2) return emptyFigure(title, 'There is no curve to draw.', width);
  const area = { left: 56, top: 40, right: width - 24, bottom: 320 };
  const x = linearScale([...points.map(([t]) => t), ...bins.map((bin) => bin.theta)], [area.left, area.right], {
    ticks: 8,
    exact: true,
  });
  const y = linearScale([0, 1], [area.bottom, area.top], { ticks: 5 });
  const most = Math.max(1, ...bins.map(({ n }) => n));
  const at = (t: number): number =>
    points.reduce(
      (best, point) => (Math.abs(point[0] - t) < Math.abs(best[0] - t) ? point : best),
      points[0] ?? [0, 0],
    )[1];
  const worst = bins.reduce((largest, bin) => Math.max(largest, Math.abs(bin.share - at(bin.theta))), 0);
  const said =
    bins.length === 0 ? 'No data beside the curve.' : `The largest distance from the curve is ${fixed(worst)}.`;
  return figure(
    {
      title,
      description: `Curve with points. ${said}`,
      caption: `${title}. Points are candidates of about equal ability, larger where there are more${bins.some(({ ci }) => drawable(ci?.[0])) ? '; lines are 95 % intervals' : ''}. ${said}`,
    },
    width,
    area.bottom + 48,
    axisLeft(y, area, measure),
    axisBelow(x, area, 'Ability θ'),
    path(
      points.map(([t, p]) => [x.at(t), y.at(p)]),
      { stroke: '#0B5568' },
    ),
    ...bins.map(({ theta: t, ci }) =>
      ci && drawable(ci[0]) && drawable(ci[1])
        ? line(x.at(t), y.at(ci[0]), x.at(t), y.at(ci[1]), { stroke: '#CC600A', 'stroke-width': 1.25 })
        : '',
    ),
    ...bins.map(({ theta: t, share, n }) =>
      element('circle', {
        cx: x.at(t),
        cy: y.at(share),
        r: 2.5 + 4 * Math.sqrt(Math.min(1, n / most)),
        fill: '#FFFFFF',
        stroke: '#CC600A',
        'stroke-width': 2,
      }),
    ),
  );
}

/** The middle of a text of which half is so wide, kept within the area. */
const within = (x: number, half: number, area: { readonly left: number; readonly right: number }): number =>
  Math.max(area.left + half, Math.min(area.right - half, x));
