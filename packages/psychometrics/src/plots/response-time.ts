import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft, cutLine } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { element, emptyFigure, figure, label, line, mark } from './grammar/svg.ts';
import { placeLabels, shorten } from './grammar/text.ts';
import { sizes, WIDTH } from './grammar/theme.ts';

/** Time on the examination against the score; those who were flagged are named. */
export function timeAgainstScore(given: {
  readonly candidates: readonly {
    readonly id: string;
    readonly score: number | null;
    readonly minutes: number | null;
    readonly flagged: boolean;
  }[];
  readonly cut?: number | null;
  readonly width?: number;
}): Figure {
  const { cut = null, width = WIDTH } = given;
  const title = 'Response time and score';
  const all = given.candidates.flatMap((person) =>
    drawable(person.score) && drawable(person.minutes)
      ? [{ ...person, score: person.score, minutes: person.minutes }]
      : [],
  );
  if (all.length === 0) return emptyFigure(title, 'No candidate has both a score and a time.', width);
  const area = { left: 56, top: 44, right: width - 24, bottom: 380 };
  const x = linearScale([...all.map(({ score }) => score), cut], [area.left, area.right], { ticks: 10 });
  const y = linearScale([0, ...all.map(({ minutes }) => minutes)], [area.bottom, area.top], { ticks: 6 });
  const points = all.map((person) => ({ ...person, x: x.at(person.score), y: y.at(person.minutes) }));
  const flagged = points.filter((point) => point.flagged);
  const taken = flagged.map((point) => ({
    left: point.x - 5,
    right: point.x + 5,
    top: point.y - 5,
    bottom: point.y + 5,
  }));
  if (drawable(cut)) taken.push({ left: x.at(cut) - 2, right: x.at(cut) + 2, top: area.top, bottom: area.bottom });
  const labels = placeLabels(
    flagged.slice(0, 60).map((point) => ({ ...point, text: shorten(point.id) })),
    taken,
    area,
    sizes.small,
  );
  const sorted = all.map(({ minutes }) => minutes).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const said = `${counted(all.length, 'candidate')}, median time ${fixed(median, 0)} minutes; ${flagged.length} flagged.`;
  const names = flagged
    .slice(0, 20)
    .map(({ id }) => id)
    .join(', ');
  return figure(
    {
      title,
      description: `Scatter plot. ${said}${names === '' ? '' : ` Flagged: ${names}${flagged.length > 20 ? ', …' : ''}.`}`,
      caption: `${title}: ${said}${flagged.length > 0 ? ' Triangles are flagged: evidence, not proof.' : ''}`,
    },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Minutes'),
    axisBelow(x, area, 'Score'),
    ...points
      .filter((point) => !point.flagged)
      .map((point) =>
        element('circle', {
          cx: point.x,
          cy: point.y,
          r: all.length > 400 ? 2 : 3,
          fill: '#0B5568',
          'fill-opacity': all.length > 400 ? 0.35 : 0.6,
        }),
      ),
    drawable(cut)
      ? cutLine(x.at(cut), { ...area, top: area.top - 12 }, `Cut ${fixed(cut, Number.isInteger(cut) ? 0 : 2)}`)
      : '',
    ...labels.map(({ far, x: px, y: py, textX, textY, text }) => {
      const joint = far ? line(px, py, textX + (textX > px ? -2 : 2), textY - 4, { 'stroke-width': 0.5 }) : '';
      return joint + label(text, textX, textY, { 'font-size': sizes.small, halo: 'yes' });
    }),
    ...flagged.map((point) => mark('triangle', point.x, point.y, 5, '#CC600A')),
  );
}
