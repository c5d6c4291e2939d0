import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow } from './grammar/axes.ts';
import { bandScale, drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, mark, rectangle } from './grammar/svg.ts';
import { shorten, textWidth } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/** A rater on the ruler. */
export interface RuledRater {
  readonly id: string;
  /** In logits or score points, high is severe. */
  readonly severity: number | null;
  readonly se: number | null;
  /** Words beside a flagged rater, such as `noisy`; empty where there is none. */
  readonly flag?: string;
}

/**
 * Ruler of rater severity: raters from lenient to severe with 95 % intervals, above them the candidates.
 *
 * @param given.persons abilities on the same scale; empty where the scale is another.
 * @param given.most how many raters are drawn; of more the most lenient and the most severe. 60 unless told.
 */
export function raterRuler(given: {
  readonly raters: readonly RuledRater[];
  readonly persons?: readonly (number | null)[];
  readonly unit?: string;
  readonly most?: number;
  readonly width?: number;
}): Figure {
  const { unit = 'Severity in logits: lenient on the left, severe on the right', most = 60, width = WIDTH } = given;
  const title = 'Severity of raters';
  const known = given.raters.flatMap((rater) =>
    drawable(rater.severity)
      ? [{ ...rater, severity: rater.severity, se: drawable(rater.se) && rater.se >= 0 ? rater.se : null }]
      : [],
  );
  if (known.length === 0) return emptyFigure(title, 'No rater has a severity.', width);
  const sorted = known.sort((a, b) => a.severity - b.severity);
  const half = Math.max(1, Math.floor(most / 2));
  const raters = sorted.length <= most ? sorted : [...sorted.slice(0, half), ...sorted.slice(-half)];
  const persons = (given.persons ?? []).filter(drawable);
  const names = raters.map(({ id }) => shorten(id, 18));
  const flags = raters.map(({ flag = '' }) => shorten(flag, 24));
  const left =
    Math.max(...[...names, persons.length > 0 ? 'Candidates' : ''].map((name) => textWidth(name, sizes.text))) + 20;
  const right = Math.max(10, ...flags.map((flag) => textWidth(flag, sizes.small))) + 14;
  const strip = persons.length > 0 ? 64 : 0;
  const rowHeight = 19;
  const area = { left, top: 24 + strip, right: width - right, bottom: 24 + strip + raters.length * rowHeight + 6 };
  const x = linearScale(
    [
      0,
      ...raters.flatMap(({ severity, se }) => [severity - 1.96 * (se ?? 0), severity + 1.96 * (se ?? 0)]),
      ...persons,
    ],
    [area.left, area.right],
    { ticks: 8 },
  );
  const rows = bandScale(raters.length, [area.top + 4, area.bottom - 2]);
  const grid = x.ticks.map((tick) => line(x.at(tick), area.top, x.at(tick), area.bottom, { stroke: colors.grid }));
  const drawn = raters.map(({ severity, se }, index) => {
    const y = rows.middle(index);
    const flag = flags[index] ?? '';
    const bar =
      se === null
        ? ''
        : line(x.at(severity - 1.96 * se), y, x.at(severity + 1.96 * se), y, {
            stroke: colors.inkSoft,
            'stroke-width': 1.5,
          });
    return (
      bar +
      mark(
        flag === '' ? 'circle' : 'triangle',
        x.at(severity),
        y,
        flag === '' ? 4 : 5,
        flag === '' ? '#0B5568' : '#CC600A',
      ) +
      label(names[index] ?? '', area.left - 8, y + 4, { 'text-anchor': 'end' }) +
      (flag === '' ? '' : label(flag, area.right + 8, y + 4, { 'font-size': sizes.small }))
    );
  });
  const gap =
    sorted.length > raters.length
      ? line(area.left, rows.middle(half - 0.5), area.right, rows.middle(half - 0.5), {
          stroke: colors.axis,
          'stroke-dasharray': '2 3',
        })
      : '';
  const first = sorted[0];
  const last = sorted.at(-1);
  const said = `${counted(sorted.length, 'rater')}, from ${first?.id} (${fixed(first?.severity ?? null)}) to ${last?.id} (${fixed(last?.severity ?? null)}).${sorted.length > raters.length ? ` The ${half} most lenient and the ${half} most severe are drawn.` : ''}`;
  const flagged = raters.filter(({ flag = '' }) => flag !== '').map(({ id, flag }) => `${id} (${flag})`);
  return figure(
    {
      title,
      description: `Raters by severity with 95 % intervals. ${said}${flagged.length > 0 ? ` Flagged: ${flagged.join(', ')}.` : ''}`,
      caption: `${title}. ${said} Lines are 95 % intervals.${persons.length > 0 ? ' Above, the candidates on the same scale.' : ''}`,
    },
    width,
    area.bottom + 48,
    ...grid,
    ...strips(persons, x.low, x.high, x.at, area.top - 6, strip - 24),
    strip > 0 ? label('Candidates', area.left - 8, area.top - 10, { 'text-anchor': 'end' }) : '',
    line(x.at(0), area.top - 4, x.at(0), area.bottom, { stroke: colors.ink }),
    gap,
    ...drawn,
    axisBelow(x, area, unit),
  );
}

/** A low histogram standing on the line at `floor`. */
function strips(
  persons: readonly number[],
  low: number,
  high: number,
  at: (value: number) => number,
  floor: number,
  height: number,
): readonly string[] {
  const bins = 48;
  const counts = new Array<number>(bins).fill(0);
  for (const theta of persons) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((theta - low) / (high - low)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const step = (high - low) / bins;
  return counts.map((count, bin) =>
    count === 0
      ? ''
      : rectangle(
          at(low + bin * step) + 0.5,
          floor,
          at(low + (bin + 1) * step) - 0.5,
          floor - (count / most) * height,
          { fill: '#A9C6CE' },
        ),
  );
}
