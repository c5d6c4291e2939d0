import { type Figure, fixed, percent } from '../presentation/index.ts';
import { axisBelow, axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, mark, path, rectangle } from './grammar/svg.ts';
import { textWidth } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/**
 * Hofstee's compromise: the curve of failing shares, the box of what is acceptable, its diagonal and where they meet.
 *
 * @param given.curve the share that fails at each cut, 0 to 1, cuts rising.
 * @param given.box the judges' mean limits: cuts in score points, failing shares 0 to 1.
 * @param given.cut where the diagonal meets the curve; null where it does not.
 */
export function hofsteeBox(given: {
  readonly curve: readonly { readonly cut: number; readonly failing: number }[];
  readonly box: {
    readonly lowestCut: number;
    readonly highestCut: number;
    readonly lowestFailing: number;
    readonly highestFailing: number;
  };
  readonly cut: number | null;
  readonly failing?: number | null;
  readonly unit?: string;
  readonly width?: number;
}): Figure {
  const { box, cut, unit = 'Cut score', width = WIDTH } = given;
  const title = 'Hofstee compromise';
  const curve = given.curve.filter((point) => drawable(point.cut) && drawable(point.failing));
  if (curve.length < 2 || ![box.lowestCut, box.highestCut, box.lowestFailing, box.highestFailing].every(drawable)) {
    return emptyFigure(title, 'There is no curve of failing shares, or no box.', width);
  }
  const area = { left: 56, top: 40, right: width - 24, bottom: 360 };
  const x = linearScale([...curve.map((point) => point.cut), box.lowestCut, box.highestCut], [area.left, area.right], {
    ticks: 10,
    exact: true,
  });
  const y = linearScale([0, 1], [area.bottom, area.top], { ticks: 5 });
  const failing =
    given.failing ?? (drawable(cut) ? (curve.findLast((point) => point.cut <= cut)?.failing ?? null) : null);
  const limits = `Acceptable: cuts from ${fixed(box.lowestCut, 1)} to ${fixed(box.highestCut, 1)}, failing shares from ${percent(box.lowestFailing)} to ${percent(box.highestFailing)}.`;
  const met =
    drawable(cut) && drawable(failing)
      ? `The cut is ${fixed(cut, 1)}; ${percent(failing)} would fail.`
      : 'The diagonal does not meet the curve: there is no compromise within the box.';
  // Stairs would hide the diagonal; the curve joins the shares at the scores.
  const points = curve.map((point) => [x.at(point.cut), y.at(point.failing)] as const);
  const corners = {
    left: x.at(box.lowestCut),
    right: x.at(box.highestCut),
    top: y.at(box.highestFailing),
    bottom: y.at(box.lowestFailing),
  };
  const text = drawable(cut) && drawable(failing) ? `Cut ${fixed(cut, 1)}, ${percent(failing)} fail` : '';
  const right = drawable(cut) && x.at(cut) + 12 + textWidth(text, sizes.text) < area.right;
  return figure(
    {
      title,
      description: `Curve of the failing share by cut with a box. ${limits} ${met}`,
      caption: `${title}. ${limits} ${met}`,
    },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Share that fails', (value) => `${Math.round(value * 100)} %`),
    axisBelow(x, area, unit),
    rectangle(corners.left, corners.top, corners.right, corners.bottom, { fill: colors.sand, stroke: colors.axis }),
    line(corners.left, corners.top, corners.right, corners.bottom, {
      stroke: colors.inkSoft,
      'stroke-dasharray': '5 3',
    }),
    corners.left - area.left > 90
      ? label('acceptable', corners.left - 6, corners.top + 10, {
          'font-size': sizes.small,
          fill: colors.inkSoft,
          'text-anchor': 'end',
        })
      : '',
    path(points, { stroke: '#0B5568' }),
    drawable(cut) && drawable(failing)
      ? line(x.at(cut), y.at(failing), x.at(cut), area.bottom, { stroke: colors.ink, 'stroke-width': 2 }) +
          mark('circle', x.at(cut), y.at(failing), 5, colors.ink) +
          label(text, x.at(cut) + (right ? 12 : -12), y.at(failing) + (y.at(failing) > area.bottom - 30 ? -10 : 18), {
            'font-weight': 600,
            halo: 'yes',
            'text-anchor': right ? 'start' : 'end',
          })
      : '',
  );
}
