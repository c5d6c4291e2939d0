import {
  type Assessment,
  type Course,
  type Exam,
  examPassMark,
  type Program,
  type Rated,
  titleOf,
} from '@testamur/program';
import type { Figure } from './figures.tsx';
import type { Words } from './words.ts';

type Path = readonly (string | number)[];
type Fact = Omit<Figure, 'path'> & { readonly path?: Path };

export const mostPoints = ({ rubric }: Rated): number =>
  rubric.criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);

/** When it is passed, in one sentence; the way to the figure that decides it. */
export const passingOf = (assessment: Assessment, { t }: Words): { readonly value: string; readonly path: Path } => {
  if (assessment.kind === 'course') return { value: t('passCourse'), path: ['modules', 'list'] };
  if (assessment.kind !== 'exam') {
    const { points, minimumPerCriterion: minimum } = assessment.pass;
    const most = mostPoints(assessment);
    const value = minimum > 0 ? t('passRatedEach', { points, most, minimum }) : t('passRated', { points, most });
    return { value, path: ['pass', 'points'] };
  }
  const { percent, points, scale } = assessment.pass;
  const { items } = assessment;
  const path = ['pass', percent === undefined ? 'points' : 'percent'];
  const needed = examPassMark(assessment, items);
  const value =
    percent === undefined
      ? t('passPoints', { points: points ?? 0, items })
      : t('passPercent', { percent, needed, items });
  return scale === undefined ? { value, path } : { value, path };
};

const exam = (part: Exam, { t }: Words): readonly Fact[] => {
  const { scale } = part.pass;
  return [
    { label: t('items'), value: t('itemsToAnswer', { items: part.items }), path: ['items'] },
    { label: t('time'), value: t('minutes', { minutes: part.timeLimitMinutes }), path: ['timeLimitMinutes'] },
    ...(scale === undefined
      ? []
      : [
          {
            label: t('reportedAs'),
            value: t('scale', { lowest: scale.lowest, highest: scale.highest, cut: scale.cut }),
            path: ['pass', 'scale', 'cut'],
          },
        ]),
  ];
};

const rated = (part: Rated, { t }: Words): readonly Fact[] => [
  ...(part.kind === 'portfolio'
    ? [
        {
          label: t('pieces'),
          value: t('piecesOf', part.pieces as { minimum: number; maximum: number }),
          path: ['pieces', 'minimum'],
        },
      ]
    : [{ label: t('time'), value: t('minutes', { minutes: part.timeLimitMinutes }), path: ['timeLimitMinutes'] }]),
  ...(part.kind === 'oral'
    ? [{ label: t('panel'), value: t('panelOf', { examiners: part.panel.examiners }), path: ['panel', 'examiners'] }]
    : []),
];

const course = (part: Course, { t }: Words): readonly Fact[] => {
  const { list } = part.modules;
  const hours = list.reduce((sum, module) => sum + (module.hours ?? 0), 0);
  return [
    {
      label: t('modules'),
      value: hours === 0 ? t('modulesOf', { count: list.length }) : t('modulesHours', { count: list.length, hours }),
      path: ['modules', 'list'],
    },
  ];
};

const factsOf = (program: Program, part: Assessment, words: Words): readonly Fact[] => {
  const { t, list, period } = words;
  const own =
    part.kind === 'exam' ? exam(part, words) : part.kind === 'course' ? course(part, words) : rated(part, words);
  const titles = (ids: readonly string[]) => list(ids.map((id) => titleOf(program.assessments, id)));
  return [
    ...own,
    { label: t('passedWith'), ...passingOf(part, words) },
    ...(part.after
      ? [{ label: t('order'), value: t('afterPassing', { titles: titles(part.after) }), path: ['after'] }]
      : []),
    ...(part.delivery
      ? [
          {
            label: t('where'),
            value: part.delivery.modes.map(({ title }) => title).join('; '),
            path: ['delivery', 'modes'],
          },
        ]
      : []),
    ...(part.results === 'at-once' ? [{ label: t('result'), value: t('resultAtOnce'), path: ['results'] }] : []),
    {
      label: t('retakes'),
      value: t('retake', {
        wait: period(part.retake.wait),
        attempts: part.retake.attempts,
        within: period(part.retake.within),
      }),
      path: ['retake', 'attempts'],
    },
  ];
};

/** What an assessment consists of, figure by figure. */
export const assessmentFigures = (program: Program, assessment: Assessment, words: Words): readonly Figure[] => {
  const at = program.assessments.indexOf(assessment);
  return factsOf(program, assessment, words).map(({ path, ...figure }) => ({
    ...figure,
    ...(path === undefined || at < 0 ? {} : { path: ['assessments', at, ...path] }),
  }));
};
