import type { LinearScale } from './scale.ts';
import { label, line } from './svg.ts';
import { type Box, dodge, shorten, textWidth } from './text.ts';
import { colors, seriesStyle, sizes } from './theme.ts';

/** Ticks that stand far enough apart for their text: every one, every second, every fifth … */
function thinned(scale: LinearScale, gap: (text: string) => number): readonly number[] {
  const { ticks } = scale;
  for (const every of [1, 2, 5, 10, 20, 50, 100]) {
    const kept = ticks.filter((_, index) => index % every === 0);
    const fits = kept.every((tick, index) => {
      const next = kept[index + 1];
      return next === undefined || Math.abs(scale.at(next) - scale.at(tick)) >= gap(scale.format(tick));
    });
    if (fits) return kept;
  }
  return ticks.slice(0, 1);
}

/** The horizontal axis below the area: line, ticks, numbers and its name. */
export function axisBelow(
  scale: LinearScale,
  area: Box,
  name: string,
  format: (value: number) => string = scale.format,
): string {
  const ticks = thinned({ ...scale, format }, (text) => textWidth(text, sizes.small) + 8);
  return [
    line(area.left, area.bottom, area.right, area.bottom),
    ...ticks.flatMap((tick) => [
      line(scale.at(tick), area.bottom, scale.at(tick), area.bottom + 4),
      label(format(tick), scale.at(tick), area.bottom + 17, {
        'text-anchor': 'middle',
        'font-size': sizes.small,
        fill: colors.inkSoft,
      }),
    ]),
    label(shorten(name, 70), (area.left + area.right) / 2, area.bottom + 36, { 'text-anchor': 'middle' }),
  ].join('');
}

/** The vertical axis left of the area: grid lines, numbers, and its name above, written as one reads. */
export function axisLeft(
  scale: LinearScale,
  area: Box,
  name: string,
  format: (value: number) => string = scale.format,
): string {
  const ticks = thinned({ ...scale, format }, () => sizes.small + 4);
  return [
    ...ticks.flatMap((tick) => [
      line(area.left, scale.at(tick), area.right, scale.at(tick), { stroke: colors.grid }),
      label(format(tick), area.left - 8, scale.at(tick) + 4, {
        'text-anchor': 'end',
        'font-size': sizes.small,
        fill: colors.inkSoft,
      }),
    ]),
    label(shorten(name, 70), Math.max(4, area.left - 44), area.top - 14),
  ].join('');
}

/** A cut score: a strong line with its name at the top, on the side where there is room. */
export function cutLine(x: number, area: Box, name: string): string {
  const right = x + 6 + textWidth(name, sizes.text) < area.right;
  return (
    line(x, area.top - 2, x, area.bottom, { stroke: colors.ink, 'stroke-width': 2 }) +
    label(name, right ? x + 6 : x - 6, area.top + 10, {
      'text-anchor': right ? 'start' : 'end',
      'font-weight': 600,
      halo: 'yes',
    })
  );
}

/** Names at the right end of lines, moved apart, each in the color of its line. */
export function endLabels(
  ends: readonly { readonly y: number; readonly text: string; readonly color?: string; readonly bold?: boolean }[],
  area: Box,
): string {
  const ys = dodge(
    ends.map(({ y }) => y),
    sizes.text + 2,
    area.top + 4,
    area.bottom - 2,
  );
  return ends
    .map(({ text, color, y, bold }, index) => {
      const at = ys[index] ?? y;
      const style = { fill: color ?? seriesStyle(index).color, ...(bold === true ? { 'font-weight': 600 } : {}) };
      const joint =
        Math.abs(at - y) > 6
          ? line(area.right + 1, y, area.right + 7, at, { stroke: colors.axis, 'stroke-width': 0.75 })
          : '';
      return joint + label(text, area.right + 9, at + 4, style);
    })
    .join('');
}
