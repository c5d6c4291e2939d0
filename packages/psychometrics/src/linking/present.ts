import { driftPlot } from '../plots/index.ts';
import { counted, fixed, left, type Presentation, right, sampleNotices, textNotices } from '../presentation/index.ts';
import type { Link, LinkMethod } from './link.ts';

const TITLES: Readonly<Record<LinkMethod, string>> = {
  mm: 'Mean/mean',
  ms: 'Mean/sigma',
  haebara: 'Haebara',
  'stocking-lord': 'Stocking–Lord',
};

/** A link for people: the constants, and how each common item drifted. */
export function presentLink(link: Link): Presentation {
  const note = (se: number | null): string => (se === null ? '' : `SE ${fixed(se, 4)}`);
  return {
    title: `${TITLES[link.method]} link of the new scale to the old`,
    subtitle: `${counted(link.n, 'common item')}; θ (old) = slope · θ (new) + intercept`,
    facts: [
      { label: 'Slope', value: fixed(link.slope, 6), note: note(link.se.slope) },
      { label: 'Intercept', value: fixed(link.intercept, 6), note: note(link.se.intercept) },
    ],
    notices: [...sampleNotices(link.sample, 'The link rests on '), ...textNotices(link.notices)],
    sections: [
      {
        heading: 'Common items',
        paragraphs: [
          'Displacement: the new location less the old, on the old scale. A robust z beyond the criterion flags drift.',
        ],
        figures: [driftPlot({ items: link.items })],
        tables: [
          {
            caption: '',
            columns: [
              left('Item'),
              right('Displacement'),
              right('Robust z'),
              right('Log ratio of a'),
              right('Robust z of a'),
              right('Curve distance'),
              left('Remark'),
            ],
            rows: link.items.map((item) => [
              item.id,
              fixed(item.displacement, 3),
              fixed(item.robustZ, 2),
              fixed(item.logRatio, 3),
              fixed(item.ratioZ, 2),
              fixed(item.curveDistance, 4),
              [item.flagged ? 'drift' : '', item.used ? '' : 'left out'].filter((text) => text !== '').join(', '),
            ]),
          },
        ],
      },
    ],
  };
}
