import {
  count,
  counted,
  figureSection,
  fixed,
  left,
  type Presentation,
  percent,
  right,
  sampleNotices,
  tableSection,
  textNotices,
} from '../presentation/index.ts';
import type { Borderline, RatedPerformance } from './borderline.ts';
import type { Contrasting, ContrastingCase } from './contrasting.ts';
import type { ContrastingMethod } from './contrasting-cuts.ts';
import { groupFigure, stationFigures } from './figures.ts';
import { impactSection } from './present-parts.ts';

const METHODS: readonly (readonly [ContrastingMethod, string])[] = [
  ['logistic', 'Logistic regression'],
  ['midpoint', 'Midpoint of the means'],
  ['normal', 'Normal curves'],
  ['pooled', 'Normal curves, common spread'],
  ['cost', 'Least cost'],
];

/**
 * The result of `contrasting` for people.
 *
 * @param cases the candidates it rests on; without them there is no plot of their scores.
 */
export function presentContrasting(result: Contrasting, cases?: readonly ContrastingCase[]): Presentation {
  const { competent, notCompetent, cuts, judges, misclassified } = result;
  const chosen = METHODS.find(([method]) => method === result.method)?.[1] ?? '';
  return {
    title: 'Standard setting: contrasting groups',
    subtitle: `${counted(result.n, 'candidate')}, ${chosen.toLowerCase()}`,
    facts: [
      { label: 'Cut', value: fixed(result.cut), note: '' },
      { label: 'SE', value: fixed(result.se), note: '' },
      { label: 'Competent who fail', value: percent(misclassified?.falseFail ?? null), note: 'of all judged' },
      { label: 'Not competent who pass', value: percent(misclassified?.falsePass ?? null), note: 'of all judged' },
    ],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: [
      ...(cases === undefined ? [] : [figureSection('Scores', [groupFigure(result, cases)])]),
      tableSection(
        'Groups',
        [left('Group'), right('n'), right('Mean'), right('SD')],
        [
          ['competent', count(competent.n), fixed(competent.mean), fixed(competent.sd)],
          ['not competent', count(notCompetent.n), fixed(notCompetent.mean), fixed(notCompetent.sd)],
        ],
      ),
      tableSection(
        'Cuts by method',
        [left('Method'), right('Cut'), right('SE'), left('')],
        METHODS.map(([method, name]) => [
          name,
          fixed(cuts[method].cut),
          fixed(cuts[method].se),
          cuts[method].reason ?? '',
        ]),
      ),
      ...(judges.length === 0
        ? []
        : [
            tableSection(
              'Judges',
              [left('Judge'), right('n'), right('Cut'), left('')],
              judges.map(({ id, n, cut, reason }) => [id, count(n), fixed(cut), reason ?? '']),
            ),
          ]),
      ...impactSection(result.impact),
    ],
  };
}

/**
 * The result of `borderline` for people.
 *
 * @param drawn the performances it rests on and the rating that means borderline; without them there is no plot of them.
 */
export function presentBorderline(
  result: Borderline,
  drawn?: { readonly performances: readonly RatedPerformance[]; readonly borderline: number },
): Presentation {
  const { method, stations, judges } = result;
  const name = {
    regression: 'borderline regression',
    'group-mean': 'borderline group, mean',
    'group-median': 'borderline group, median',
  };
  return {
    title: 'Standard setting: borderline',
    subtitle: `${counted(result.n, 'performance')}, ${name[method]}`,
    facts: [
      { label: 'Cut', value: fixed(result.cut), note: stations.length > 1 ? `sum of ${stations.length} stations` : '' },
      { label: 'SE', value: fixed(result.se), note: '' },
    ],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: [
      ...(drawn === undefined
        ? []
        : [
            {
              heading: 'Scores by rating',
              paragraphs: [],
              figures: stationFigures(result, drawn.performances, drawn.borderline),
              tables: [],
            },
          ]),
      tableSection(
        'Stations',
        [
          left('Station'),
          right('n'),
          right('Borderline'),
          right('Cut'),
          right('SE'),
          right('SE, resampled'),
          right('R²'),
          right('Slope'),
        ],
        stations.map((station) => [
          station.station === '' ? 'all' : station.station,
          count(station.n),
          count(station.borderline),
          fixed(station.cut),
          fixed(station.se),
          fixed(station.seBootstrap),
          fixed(station.line?.rSquared ?? null),
          fixed(station.line?.slope ?? null),
        ]),
      ),
      ...(judges.length === 0
        ? []
        : [
            tableSection(
              'Judges',
              [left('Judge'), right('n'), right('Cut'), right('SE')],
              judges.map(({ id, n, cut, se }) => [id, count(n), fixed(cut), fixed(se)]),
            ),
          ]),
    ],
  };
}
