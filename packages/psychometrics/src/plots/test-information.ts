import { type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft, cutLine } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { element, emptyFigure, figure, label, path } from './grammar/svg.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Test information above, conditional standard error below, over the same scale of ability.
 *
 * @param given.theta rising.
 * @param given.information one per θ; the standard error is its root inverse.
 * @param given.cut on the scale of θ.
 */
export function testInformationPlot(given: {
  readonly theta: readonly number[];
  readonly information: ArrayLike<number>;
  readonly cut?: number | null;
  readonly width?: number;
}): Figure {
  const { theta, information, cut = null, width = WIDTH } = given;
  const title = 'Test information and standard error';
  const points = theta.flatMap((t, index) =>
    drawable(t) && drawable(information[index]) && (information[index] ?? -1) >= 0
      ? [{ t, i: information[index] ?? 0 }]
      : [],
  );
  if (points.length < 2) return emptyFigure(title, 'There is no information to draw.', width);
  const upper = { left: 56, top: 44, right: width - 24, bottom: 214 };
  const lower = { ...upper, top: 268, bottom: 408 };
  const x = linearScale(
    points.map(({ t }) => t),
    [upper.left, upper.right],
    { ticks: 8, exact: true },
  );
  const top = linearScale([0, ...points.map(({ i }) => i)], [upper.bottom, upper.top], { ticks: 4 });
  const best = points.reduce((a, b) => (b.i > a.i ? b : a), points[0] ?? { t: 0, i: 0 });
  const least = best.i > 0 ? 1 / Math.sqrt(best.i) : null;
  // Standard errors far out grow without bound; beyond four times the least they say nothing.
  const limit =
    least === null ? 1 : Math.min(4 * least, Math.max(...points.map(({ i }) => (i > 0 ? 1 / Math.sqrt(i) : 0))));
  const bottom = linearScale([0, limit], [lower.bottom, lower.top], { ticks: 4 });
  const errors = points.filter(({ i }) => i > 0 && 1 / Math.sqrt(i) <= bottom.high);
  const nearest = drawable(cut)
    ? points.reduce((a, b) => (Math.abs(b.t - cut) < Math.abs(a.t - cut) ? b : a), best)
    : null;
  const atCut =
    nearest === null
      ? ''
      : ` At the cut, θ = ${fixed(cut)}, the information is ${fixed(nearest.i)}${nearest.i > 0 ? ` and the standard error ${fixed(1 / Math.sqrt(nearest.i))}` : ''}.`;
  const said = `Information is highest at θ = ${fixed(best.t, 1)}: ${fixed(best.i)}${least === null ? '' : `, standard error ${fixed(least)}`}.${atCut}`;
  const inside = drawable(cut) && cut >= x.low && cut <= x.high;
  const filled = points.map(({ t, i }) => [x.at(t), top.at(i)] as const);
  return figure(
    { title, description: `Two curves over ability. ${said}`, caption: `${title}. ${said}` },
    width,
    lower.bottom + 48,
    axisLeft(top, upper, 'Information'),
    path([[x.at(points[0]?.t ?? 0), upper.bottom], ...filled, [x.at(points.at(-1)?.t ?? 0), upper.bottom]], {
      fill: colors.tint,
      stroke: 'none',
    }),
    path(filled, { stroke: '#0B5568' }),
    element('path', { d: `M${upper.left} ${upper.bottom}H${upper.right}`, stroke: colors.axis }),
    axisLeft(bottom, lower, 'Standard error of θ'),
    path(
      errors.map(({ t, i }) => [x.at(t), bottom.at(1 / Math.sqrt(i))]),
      { stroke: '#CC600A', 'stroke-dasharray': '6 3' },
    ),
    axisBelow(x, lower, 'Ability θ'),
    inside ? cutLine(x.at(cut), { ...upper, top: upper.top - 14 }, `Cut ${fixed(cut)}`) : '',
    inside
      ? cutLine(x.at(cut), lower, nearest !== null && nearest.i > 0 ? `SE ${fixed(1 / Math.sqrt(nearest.i))}` : '')
      : '',
    drawable(cut) && !inside
      ? label(`The cut, ${fixed(cut)}, lies outside`, upper.right, upper.top - 14, {
          'text-anchor': 'end',
          'font-size': sizes.small,
        })
      : '',
  );
}
