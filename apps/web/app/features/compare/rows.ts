import {
  type Assessment,
  applies,
  isForRenewal,
  listCircumstances,
  type Program,
  type RenewalRoute,
  type Requirement,
} from '@testamur/program';
import { passingOf } from '../public-programs/assessment-figures.ts';
import type { FigurePath } from '../public-programs/provenance-mark.tsx';
import { requirementFigures } from '../public-programs/requirement-figures.ts';
import { ruleTree } from '../public-programs/rule-tree.ts';
import type { Words } from '../public-programs/words.ts';
import type { messages } from './messages.ts';

/** One thing that a cell says, and where the program file says it. */
export interface Said {
  readonly text: string;
  readonly path?: FigurePath;
}

export type RowName =
  | 'body'
  | 'choices'
  | 'needs'
  | 'time'
  | 'assessed'
  | 'passing'
  | 'retakes'
  | 'delivery'
  | 'decision'
  | 'keeping'
  | 'yearly'
  | 'credential';

/** How the rows are said: the words of this page, and those of the figures. */
export interface CompareWords extends Words {
  readonly own: (key: keyof typeof messages, values?: Record<string, string | number>) => string;
}

const signed: readonly Requirement['kind'][] = ['attestation', 'registration'];

const needsOf = (program: Program, words: CompareWords): readonly Said[] => {
  const { own } = words;
  const asked = program.requirements.filter(({ kind }) => !signed.includes(kind));
  if (asked.length === 0) return [{ text: own('nothingBefore') }];
  const said = asked.map((requirement): Said => {
    const [first] = requirementFigures(program, requirement, words);
    if (first === undefined || typeof first.value !== 'string' || requirement.kind === 'training') {
      return { text: requirement.title, path: ['requirements', program.requirements.indexOf(requirement), 'title'] };
    }
    const isSaid = requirement.title.toLowerCase().includes(first.value.toLowerCase());
    const text = isSaid ? requirement.title : own('need', { title: requirement.title, amount: first.value });
    return first.path === undefined ? { text } : { text, path: first.path };
  });
  const hasWays = JSON.stringify(ruleTree(program.eligibility)).includes('"needed":1');
  return hasWays ? [...said, { text: own('severalWays') }] : said;
};

/** Of one choice, where a program has choices: each of the others asks for the same kind of thing. */
const assessmentsOf = (program: Program) => {
  const [place = {}] = listCircumstances(program);
  return program.assessments.filter((one) => !isForRenewal(program, one.id) && applies(one, place) !== false);
};

/** How much it is, figure by figure, and where the program file says so. */
const sizesOf = (one: Assessment, { own }: CompareWords): readonly (readonly [path: FigurePath, words: string])[] => {
  switch (one.kind) {
    case 'exam':
      return [
        [['items'], own('sizeItems', { items: one.items })],
        [['timeLimitMinutes'], own('sizeMinutes', { minutes: one.timeLimitMinutes })],
      ];
    case 'course':
      return [[['modules', 'list'], own('sizeCourse', { count: one.modules.list.length })]];
    case 'portfolio': {
      const { minimum, maximum } = one.pieces;
      return [[['pieces', 'minimum'], own('sizePortfolio', { minimum, maximum })]];
    }
    default:
      return [[['timeLimitMinutes'], own('sizeMinutes', { minutes: one.timeLimitMinutes })]];
  }
};

const renewalOf = (route: RenewalRoute, at: number, { t, own }: CompareWords): Said => {
  const path = ['renewal', 'routes', at, route.kind === 'education' ? 'hours' : 'assessment'];
  if (route.kind === 'assessment') return { text: own('keepExam', { title: route.title }), path };
  return {
    text: own('keepHours', { amount: t(`${route.unit ?? 'hours'}Of`, { count: route.hours }), title: route.title }),
    path,
  };
};

const credentialOf = (program: Program, { own, period }: CompareWords): readonly Said[] => {
  const { postnominal, card, validity } = program.credential;
  return [
    { text: own('validFor', { period: period(validity) }), path: ['credential', 'validity'] },
    ...(postnominal ? [{ text: own('letters', { letters: postnominal }), path: ['credential', 'postnominal'] }] : []),
    ...(card ? [{ text: own('withCard'), path: ['credential', 'card', 'title'] }] : []),
  ];
};

const deliveryOf = (program: Program, { own }: CompareWords): readonly Said[] => {
  const said = new Map<string, Said>();
  for (const one of assessmentsOf(program)) {
    const at = program.assessments.indexOf(one);
    for (const { mode } of one.delivery?.modes ?? []) {
      said.set(mode, { text: own(`mode-${mode}`), path: ['assessments', at, 'delivery', 'modes'] });
    }
  }
  return [...said.values()].toSorted((a, b) => a.text.localeCompare(b.text, 'en'));
};

/** What one program says in each row; an empty cell is "Not stated". */
export const cellsOf = (
  program: Program,
  organizationName: string,
  words: CompareWords,
): Readonly<Record<RowName, readonly Said[]>> => {
  const { t, own, period } = words;
  const assessments = assessmentsOf(program);
  const at = (id: string) => program.assessments.findIndex((one) => one.id === id);
  return {
    body: [{ text: organizationName }],
    choices:
      program.tracks === undefined
        ? [{ text: own('noChoice') }]
        : program.tracks.map(({ title, options }) => ({ text: own('choice', { title, count: options.length }) })),
    needs: needsOf(program, words),
    time: [{ text: own('about', { period: period(program.usualTime.period) }), path: ['usualTime', 'period'] }],
    assessed: assessments.flatMap((one) =>
      sizesOf(one, words).map(([field, what]) => ({
        text: own('assessment', { title: one.title, what }),
        path: ['assessments', at(one.id), ...field],
      })),
    ),
    passing: assessments.map((one) => {
      const { value, path } = passingOf(one, words);
      return { text: value, path: ['assessments', at(one.id), ...path] };
    }),
    retakes: assessments.map(({ id, retake }) => ({
      text: t('retake', { wait: period(retake.wait), attempts: retake.attempts, within: period(retake.within) }),
      path: ['assessments', at(id), 'retake', 'attempts'],
    })),
    delivery: deliveryOf(program, words),
    decision: [
      {
        text: own(program.decision?.by === 'rule' ? 'byRule' : 'byPeople'),
        ...(program.decision ? { path: ['decision', 'by'] } : {}),
      },
    ],
    keeping: [
      { text: own('every', { period: period(program.renewal.cycle) }), path: ['renewal', 'cycle'] },
      ...program.renewal.routes.map((route, index) => renewalOf(route, index, words)),
    ],
    yearly: program.fees.some(({ kind }) => kind === 'maintenance')
      ? program.fees.flatMap(({ kind, title }, index) =>
          kind === 'maintenance' ? [{ text: title, path: ['fees', index, 'prices'] }] : [],
        )
      : [{ text: own('noYearly') }],
    credential: credentialOf(program, words),
  };
};

/** Each thing once, in the order in which it was said first. */
export const once = (said: readonly Said[]): readonly Said[] =>
  [...new Map(said.map((one) => [one.text, one] as const).toReversed()).values()].toReversed();

/** Whether all programs say the same, whoever they have it from. */
export const isSame = (cells: readonly (readonly Said[])[]): boolean =>
  new Set(cells.map((said) => JSON.stringify(once(said).map(({ text }) => text)))).size <= 1;
