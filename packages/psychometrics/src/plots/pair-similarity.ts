import { count, counted, type Figure, fixed, pValue } from '../presentation/index.ts';
import { axisBelow, axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, line, mark, rectangle } from './grammar/svg.ts';
import { dodge, shorten, textWidth } from './grammar/text.ts';
import { sizes, WIDTH } from './grammar/theme.ts';

/** Two candidates and how much more alike their answers are than chance. */
export interface PlottedPair {
  readonly a: string;
  readonly b: string;
  readonly statistic: number | null;
  readonly p?: number | null;
  /** Beyond the limit after control of multiplicity. */
  readonly flagged: boolean;
}

/**
 * All pairs by their similarity statistic; the flagged ones stand as marks with their names.
 *
 * Heights are roots of the counts, so that a single pair can be seen beside a million.
 *
 * @param given.name of the statistic, for the axis.
 * @param given.compared how many pairs there are, where `pairs` holds only the most improbable of them.
 * @param given.named how many flagged pairs are named at most; 12 unless told.
 */
export function pairSimilarity(given: {
  readonly name: string;
  readonly pairs: readonly PlottedPair[];
  readonly named?: number;
  readonly compared?: number;
  readonly width?: number;
}): Figure {
  const { name, named = 12, width = WIDTH } = given;
  const part = given.compared !== undefined && given.compared > given.pairs.length;
  const title = part ? 'Similarity of answers, the most improbable pairs' : 'Similarity of answers, all pairs';
  const pairs = given.pairs.flatMap((pair) =>
    drawable(pair.statistic) ? [{ ...pair, statistic: pair.statistic }] : [],
  );
  if (pairs.length === 0) return emptyFigure(title, 'No pair has a statistic.', width);
  const flagged = pairs.filter((pair) => pair.flagged).sort((a, b) => b.statistic - a.statistic);
  const shown = flagged.slice(0, named);
  const area = { left: 56, top: 40 + shown.length * 17 + (shown.length > 0 ? 8 : 0), right: width - 24, bottom: 0 };
  area.bottom = area.top + 240;
  const bins = 60;
  const x = linearScale(
    pairs.map(({ statistic }) => statistic),
    [area.left, area.right],
    { ticks: 8 },
  );
  const counts = new Array<number>(bins).fill(0);
  for (const { statistic } of pairs) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((statistic - x.low) / (x.high - x.low)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const y = linearScale([0, Math.sqrt(most)], [area.bottom, area.top + 10], { exact: true });
  // From the top down, as far as the numbers have room.
  const ticks = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1, 0].filter((value) => value <= most).map(Math.sqrt);
  const kept = ticks.filter((tick, at) => tick === 0 || y.at(0) - y.at(tick) > (at + 2 < ticks.length ? 30 : 18));
  const scale = { ...y, ticks: kept.toReversed() };
  const step = (x.high - x.low) / bins;
  const bars = counts.map((value, bin) =>
    value === 0
      ? ''
      : rectangle(
          x.at(x.low + bin * step) + 0.5,
          y.at(0),
          x.at(x.low + (bin + 1) * step) - 0.5,
          y.at(Math.sqrt(value)),
          { fill: '#A9C6CE' },
        ),
  );
  const texts = shown.map(
    ({ a, b, statistic, p }) =>
      `${shorten(a)} – ${shorten(b)}: ${fixed(statistic)}${drawable(p) ? `, p ${pValue(p)}` : ''}`,
  );
  const rows = dodge(
    shown.map((_, index) => 30 + index * 17),
    17,
    30,
    area.top,
  );
  const marks = shown.map(({ statistic }, index) => {
    const px = x.at(statistic);
    const top = rows[index] ?? 30;
    const wide = textWidth(texts[index] ?? '', sizes.small);
    const left = px - 10 - wide > 8;
    return (
      line(px, top, px, area.bottom, { stroke: '#CC600A', 'stroke-width': 0.75 }) +
      label(texts[index] ?? '', left ? px - 8 : px + 8, top + 4, {
        'text-anchor': left ? 'end' : 'start',
        'font-size': sizes.small,
        halo: 'yes',
      })
    );
  });
  const said = `${counted(pairs.length, 'pair')}${part ? ` of ${count(given.compared ?? 0)}` : ''}, ${flagged.length} flagged${flagged.length > shown.length ? `, the ${shown.length} most alike named` : ''}.`;
  const list = shown.map(({ a, b, statistic }) => `${a} and ${b} (${fixed(statistic)})`).join('; ');
  return figure(
    {
      title,
      description: `Histogram of ${name} over pairs. ${said}${list === '' ? '' : ` Flagged: ${list}.`}`,
      caption: `${title}: ${said} Similarity is evidence, not proof.`,
    },
    width,
    area.bottom + 48,
    axisLeft(scale, area, shown.length > 0 ? '' : 'Pairs (root scale)', (value) => count(Math.round(value ** 2))),
    shown.length > 0 ? label('Pairs (root scale)', 12, area.top - 6) : '',
    axisBelow(x, area, name),
    ...bars,
    ...marks.toReversed(),
    ...shown.map(({ statistic }, index) => mark('triangle', x.at(statistic), rows[index] ?? 30, 4.5, '#CC600A')),
  );
}
