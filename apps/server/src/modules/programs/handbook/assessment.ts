import { type Assessment, type Exam, findAssessment, type Program, topicTitle } from '@testamur/program';
import type { HandbookChapter, HandbookFact, HandbookPart, HandbookSection } from '../../../platform/pdf/index.ts';
import { count, forWords, periodWords, ruleItem, sourced, tableOf } from './words.ts';

const kinds: Readonly<Record<Assessment['kind'], string>> = {
  exam: 'Exam',
  portfolio: 'Portfolio',
  performance: 'Performance test',
  oral: 'Oral exam',
  'hands-on': 'Hands-on exam',
  course: 'Course',
};

const criteriaNames = {
  portfolio: 'Criterion',
  performance: 'Task',
  oral: 'Aspect',
  'hands-on': 'Station',
} as const;

const passWords = ({ pass }: Exam): string =>
  pass.points === undefined ? `${pass.percent ?? 0}% of the items` : count(pass.points, 'item', 'items');

type Fact = (label: string, text: string, ...path: readonly string[]) => HandbookFact;

/** Figures that only one kind of assessment has. */
const ownFigures = (assessment: Assessment, fact: Fact): readonly HandbookFact[] => {
  switch (assessment.kind) {
    case 'exam': {
      const { scale } = assessment.pass;
      const field = assessment.pass.points === undefined ? 'percent' : 'points';
      return [
        fact('Items', `${assessment.items}, each with one best answer`, 'items'),
        fact('Time', count(assessment.timeLimitMinutes, 'minute', 'minutes'), 'timeLimitMinutes'),
        fact('Passed with', passWords(assessment), 'pass', field),
        ...(scale === undefined
          ? []
          : [
              fact(
                'Reported as',
                `A scaled score from ${scale.lowest} to ${scale.highest}; ${scale.cut} passes`,
                'pass',
                'scale',
                'cut',
              ),
            ]),
      ];
    }
    case 'course': {
      const { list } = assessment.modules;
      const hours = list.reduce((sum, module) => sum + (module.hours ?? 0), 0);
      return [
        fact('Modules', String(list.length), 'modules', 'list'),
        ...(hours === 0 ? [] : [fact('Hours of all modules', String(hours), 'modules', 'list')]),
      ];
    }
    default: {
      const { points, minimumPerCriterion } = assessment.pass;
      const most = assessment.rubric.criteria.reduce(
        (sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)),
        0,
      );
      const each = minimumPerCriterion === 0 ? '' : `, and at least ${minimumPerCriterion} in each part`;
      return [
        ...(assessment.kind === 'portfolio'
          ? [
              fact(
                'Pieces of work',
                `${assessment.pieces.minimum} to ${assessment.pieces.maximum}`,
                'pieces',
                'minimum',
              ),
            ]
          : [fact('Time', count(assessment.timeLimitMinutes, 'minute', 'minutes'), 'timeLimitMinutes')]),
        ...(assessment.kind === 'oral'
          ? [fact('Panel', count(assessment.panel.examiners, 'examiner', 'examiners'), 'panel', 'examiners')]
          : []),
        fact('Passed with', `${points} of ${most} points${each}`, 'pass', 'points'),
      ];
    }
  }
};

/** What it is made of: topics, modules, or a rubric with its levels. */
const contentParts = (program: Program, assessment: Assessment, index: number): readonly HandbookPart[] => {
  if (assessment.kind === 'exam') {
    const rows = assessment.blueprint.topics.map(({ topic, items }) => {
      const description = program.topics.find(({ id }) => id === topic)?.description ?? '';
      return [
        topicTitle(program, topic),
        String(items),
        `${Math.round((items / assessment.items) * 100)}%`,
        description,
      ];
    });
    const columns = ['Topic', 'Items', 'Share', 'What it covers'];
    return [tableOf(program, 'Blueprint', columns, rows, ['assessments', index, 'blueprint', 'topics'])];
  }
  if (assessment.kind === 'course') {
    const rows = assessment.modules.list.map(({ title, description, hours }) => [
      title,
      description,
      hours === undefined ? '' : String(hours),
    ]);
    return [tableOf(program, 'Modules', ['Module', 'What it teaches', 'Hours'], rows)];
  }
  const name = criteriaNames[assessment.kind];
  return assessment.rubric.criteria.flatMap(({ title, description, minutes, levels }): HandbookPart[] => [
    {
      kind: 'text',
      title: `${name}: ${title}${minutes === undefined ? '' : ` (${count(minutes, 'minute', 'minutes')})`}`,
      paragraphs: [description],
    },
    tableOf(
      program,
      '',
      ['Points', 'Level', 'What it means'],
      levels.map(({ points, label, descriptor }) => [String(points), label, descriptor]),
    ),
  ]);
};

const sectionOf = (program: Program, assessment: Assessment, index: number, locale: string): HandbookSection => {
  const fact: Fact = (label, text, ...path) => ({
    label,
    value: sourced(program, text, ['assessments', index, ...path]),
  });
  const titleOf = (id: string): string => findAssessment(program, id)?.title ?? id;
  const only = forWords(program, assessment.for);
  const { after, delivery, retake } = assessment;
  return {
    title: assessment.title,
    about: kinds[assessment.kind],
    parts: [
      { kind: 'text', paragraphs: [assessment.description] },
      {
        kind: 'facts',
        facts: [
          ...(only === '' ? [] : [{ label: 'Only for', value: { text: only } }]),
          ...(after === undefined ? [] : [fact('Open once passed', after.map(titleOf).join(', '), 'after')]),
          ...ownFigures(assessment, fact),
          {
            label: 'Result',
            value: { text: assessment.results === 'at-once' ? 'Known at once' : 'Sent when it has been released' },
          },
          fact('Attempts', `${retake.attempts} within ${periodWords(retake.within, locale)}`, 'retake', 'attempts'),
          fact('Wait before the next', periodWords(retake.wait, locale), 'retake', 'wait'),
        ],
      },
      ...(delivery === undefined
        ? []
        : [
            {
              kind: 'list' as const,
              title: 'Where and how',
              items: delivery.modes.map(({ title, description }) => ({ text: `${title}: ${description}` })),
            },
          ]),
      ...contentParts(program, assessment, index),
    ],
  };
};

/** What is assessed, how it is judged, and who decides. */
export const assessmentChapter = (program: Program, locale: string): HandbookChapter => ({
  title: 'What is assessed',
  intro: ['Each part is judged against a fixed standard and never against other candidates.'],
  sections: [
    {
      title: 'What has to be passed',
      parts: [
        { kind: 'list', items: [ruleItem(program.passing, (id) => findAssessment(program, id)?.title ?? id)] },
        {
          kind: 'facts',
          facts: [
            {
              label: 'From the authorization',
              value: sourced(program, `${periodWords(program.authorization.window, locale)} to begin`, [
                'authorization',
                'window',
              ]),
            },
            {
              label: 'A passed part counts',
              value: sourced(program, `For ${periodWords(program.passedParts.keptFor, locale)}`, [
                'passedParts',
                'keptFor',
              ]),
            },
            {
              label: 'Who decides',
              value: {
                text:
                  program.decision?.by === 'rule'
                    ? 'Passing certifies: the body decided so in advance'
                    : 'Somebody of the body who has neither taught nor examined the candidate',
              },
            },
          ],
        },
      ],
    },
    ...program.assessments.map((assessment, index) => sectionOf(program, assessment, index, locale)),
  ],
});
