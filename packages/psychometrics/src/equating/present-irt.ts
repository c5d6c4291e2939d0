import { equatingDifference } from '../plots/index.ts';
import { counted, fixed, type Presentation, right, sampleNotices, textNotices } from '../presentation/index.ts';
import type { IrtEquating, IrtEquatingMethod } from './irt-equating.ts';

const TITLES: Readonly<Record<IrtEquatingMethod, string>> = {
  'irt-true': 'IRT true-score',
  'irt-observed': 'IRT observed-score',
};

/** Equating by calibrated items for people: the conversion table, with the abilities where true scores were equated. */
export function presentIrtEquating(result: IrtEquating): Presentation {
  const { method, n, table, sample } = result;
  const title = TITLES[method];
  const byAbility = method === 'irt-true';
  return {
    title: `${title} equating of form X to form Y`,
    subtitle: `${counted(n.x, 'item')} of form X, ${counted(n.y, 'item')} of form Y, on one scale`,
    facts: [],
    notices: [...sampleNotices(sample, `${title} equating: `), ...textNotices(result.notices)],
    sections: [
      {
        heading: 'Conversion',
        paragraphs: [
          byAbility
            ? 'A score equals the true score on Y at the ability whose true score on X it is. Where no ability has it, straight lines lead to the lowest and highest scores.'
            : 'Scores are equal that have the same percentile rank in the distributions that the items give.',
        ],
        figures: [equatingDifference({ methods: [{ name: title, points: table }] })],
        tables: [
          {
            caption: '',
            columns: [
              right('Form X'),
              right('Form Y'),
              right('Difference'),
              right('SE'),
              ...(byAbility ? [right('θ')] : []),
            ],
            rows: table.map(({ x, y, theta, se }) => [
              String(x),
              fixed(y, 4),
              fixed(y - x, 4),
              fixed(se, 4),
              ...(byAbility ? [fixed(theta, 4)] : []),
            ]),
          },
        ],
      },
    ],
  };
}
