import { mayShow } from '../guard/index.ts';
import {
  count,
  counted,
  type Fact,
  fixed,
  interval,
  left,
  type Notice,
  type Presentation,
  type PresentedSection,
  type PresentedTable,
  percent,
  right,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';
import type { ClassicalResult } from './classical.ts';
import type { DistractorResult } from './distractors.ts';
import { classicalFigures, flaggedOptions, optionFigure } from './figures.ts';
import { optionTable, presentFlags } from './present-options.ts';

/**
 * The classical analysis as people read it: facts, reliability, items with flags, the distribution of scores. A sample too
 * small gives counts only, unless the rule was set aside.
 */
export function presentClassical(result: ClassicalResult, options?: DistractorResult): Presentation {
  const shown = mayShow(result.sample);
  return {
    title: 'Classical item analysis',
    subtitle: `${counted(result.n, 'candidate')}, ${counted(result.items.length, 'item')}, ${
      result.missing === 'zero' ? 'missing responses scored 0' : 'missing responses left out'
    }`,
    facts: shown ? classicalFacts(result) : [{ label: 'Candidates', value: count(result.n), note: '' }],
    notices: classicalNotices(result),
    sections: shown
      ? [
          glanceSection(result, options),
          reliabilitySection(result),
          itemSection(result, options),
          ...(options === undefined ? [] : flaggedSection(result, options)),
          distributionSection(result),
        ]
      : [countSection(result)],
  };
}

const glanceSection = (result: ClassicalResult, options?: DistractorResult): PresentedSection => ({
  heading: 'At a glance',
  paragraphs: [],
  figures: classicalFigures(result, options),
  tables: [],
});

function flaggedSection(result: ClassicalResult, options: DistractorResult): readonly PresentedSection[] {
  const flagged = flaggedOptions(result, options);
  if (flagged.length === 0) return [];
  return [
    {
      heading: 'Options of the items that most want a look',
      paragraphs: ['* marks the key. The last columns are shares within score groups, from the lowest to the highest.'],
      figures: flagged.map((own) => optionFigure(own, options.groups)),
      tables: flagged.map((own) => ({ ...optionTable(own, options.groups), caption: own.id })),
    },
  ];
}

/** What one must know before one believes the numbers. */
export const classicalNotices = ({ sample, reliability, notices }: ClassicalResult): readonly Notice[] => [
  ...sampleNotices(sample),
  ...sampleNotices({ ...reliability.sample, override: null }, 'Reliability: '),
  ...textNotices(notices),
];

/** The few numbers that one looks for first. */
export function classicalFacts({ score, reliability, confidence, n }: ClassicalResult): readonly Fact[] {
  const at = `${percent(confidence, 0)} interval`;
  return [
    { label: 'Candidates', value: count(n), note: '' },
    { label: 'Mean', value: fixed(score.mean), note: `${at} ${interval(score.meanInterval)}, of ${score.maximum}` },
    { label: 'Standard deviation', value: fixed(score.sd), note: '' },
    { label: 'Alpha', value: fixed(reliability.alpha, 3), note: `${at} ${interval(reliability.alphaInterval, 3)}` },
    { label: 'SEM', value: fixed(reliability.sem), note: `${at} ${interval(reliability.semInterval)}, score points` },
  ];
}

/** Every coefficient of reliability, and the parts where they are named. */
export function reliabilitySection({ reliability: r, confidence }: ClassicalResult): PresentedSection {
  const split = r.splitHalf;
  const tried = split.exhaustive
    ? `all ${counted(split.splits, 'split')}`
    : `${counted(split.splits, 'split')} drawn at random`;
  const rows = [
    ['Coefficient alpha', fixed(r.alpha, 3), interval(r.alphaInterval, 3)],
    ['Alpha of standardized items', fixed(r.standardizedAlpha, 3), ''],
    ['KR-20', fixed(r.kr20, 3), ''],
    ['KR-21', fixed(r.kr21, 3), ''],
    ['Guttman lambda-2', fixed(r.lambda2, 3), ''],
    ['Guttman lambda-6', fixed(r.lambda6, 3), ''],
    ['Split half, odd and even (Spearman–Brown)', fixed(split.oddEven, 3), ''],
    ['Split half, odd and even (Guttman)', fixed(split.guttman, 3), ''],
    [`Split halves, worst to best of ${tried}`, `${fixed(split.worst, 3)} to ${fixed(split.best, 3)}`, ''],
    ['Omega total, one factor', fixed(r.omegaTotal, 3), ''],
    ...(r.composite === null ? [] : [['Stratified alpha', fixed(r.composite.stratifiedAlpha, 3), '']]),
    ['Standard error of measurement', fixed(r.sem), interval(r.semInterval)],
  ];
  return {
    heading: 'Reliability',
    paragraphs: [],
    figures: [],
    tables: [
      {
        caption: '',
        columns: [left('Coefficient'), right('Value'), right(`${percent(confidence, 0)} interval`)],
        rows,
      },
      ...(r.composite === null ? [] : [partTable(r.composite.parts)]),
    ],
  };
}

function partTable(parts: NonNullable<ClassicalResult['reliability']['composite']>['parts']): PresentedTable {
  return {
    caption: 'Parts of the test',
    columns: [left('Part'), ...['Items', 'Mean', 'SD', 'Alpha', 'SEM', 'Part-rest r'].map(right)],
    rows: parts.map((part) => [
      part.id,
      count(part.items),
      fixed(part.mean),
      fixed(part.sd),
      fixed(part.alpha, 3),
      fixed(part.sem),
      fixed(part.partRest),
    ]),
  };
}

/** One row per item, with its flags in words. */
export function itemSection({ items }: ClassicalResult, options?: DistractorResult): PresentedSection {
  const headings = [
    'n',
    'p',
    'p interval',
    'Item-total',
    'Item-rest',
    'Item-rest interval',
    'Biserial',
    'Alpha without',
  ];
  return {
    heading: 'Items',
    paragraphs: [
      'p is the share of right answers (of items with several points, the mean over the maximum). A flag asks for review by experts.',
    ],
    figures: [],
    tables: [
      {
        caption: '',
        columns: [left('Item'), ...headings.map(right), right('Omitted'), right('Not reached'), left('Flags')],
        rows: items.map((item, at) => [
          item.id,
          count(item.n),
          fixed(item.p),
          interval(item.pInterval),
          fixed(item.itemTotal),
          fixed(item.itemRest),
          interval(item.itemRestInterval),
          fixed(item.biserial),
          fixed(item.alphaIfDeleted, 3),
          count(item.omitted),
          count(item.notReached),
          presentFlags([...item.flags, ...(options?.items[at]?.flags ?? [])]),
        ]),
      },
    ],
  };
}

/** The frequency of each score from the lowest to the highest, with its conditional standard error. */
export function distributionSection({ score, conditionalSem, n }: ClassicalResult): PresentedSection {
  let below = 0;
  const rows = score.distribution.map(({ score: points, count: frequency }) => {
    below += frequency;
    const sem = conditionalSem?.[points];
    return {
      points,
      cells: [
        `${points}`,
        count(frequency),
        percent(frequency / n),
        percent(below / n),
        fixed(sem?.keats ?? sem?.smoothed ?? null),
      ],
    };
  });
  return {
    heading: 'Score distribution',
    paragraphs: [
      `Median ${fixed(score.median, 1)}, quartiles ${interval(score.quartiles, 1)}, lowest ${fixed(score.lowest, 0)}, highest ${fixed(score.highest, 0)}, skewness ${fixed(score.skewness)}, kurtosis ${fixed(score.kurtosis)}.`,
    ],
    figures: [],
    tables: [
      {
        caption: '',
        columns: ['Score', 'Candidates', 'Share', 'Cumulative', 'Conditional SEM'].map(right),
        rows: rows
          .filter(({ points }) => points >= Math.floor(score.lowest) && points <= Math.ceil(score.highest))
          .map(({ cells }) => cells),
      },
    ],
  };
}

function countSection({ items }: ClassicalResult): PresentedSection {
  return {
    heading: 'Items',
    paragraphs: ['The sample is too small for statistics; these are counts.'],
    figures: [],
    tables: [
      {
        caption: '',
        columns: [
          left('Item'),
          ...['Responses', 'Score points in all', 'Omitted', 'Not reached', 'Not presented'].map(right),
        ],
        rows: items.map((item) => [
          item.id,
          count(item.n),
          count(Math.round((item.mean ?? 0) * item.n)),
          count(item.omitted),
          count(item.notReached),
          count(item.notPresented),
        ]),
      },
    ],
  };
}
