import {
  documentVersion,
  findPayerClass,
  labelOf,
  type Program,
  type Requirement,
  type RequirementOf,
  settingLabel,
  titleOf,
} from '@testamur/program';
import type { Figure } from './figures.tsx';
import type { Words } from './words.ts';

interface Work {
  readonly fullTimeYears?: number;
  readonly hours?: number;
}

const amountField = (work: Work): 'fullTimeYears' | 'hours' =>
  work.fullTimeYears === undefined ? 'hours' : 'fullTimeYears';

const amountOf = ({ fullTimeYears, hours = 0 }: Work, { t }: Words): string =>
  fullTimeYears === undefined ? t('workHours', { hours }) : t('workYears', { years: fullTimeYears });

type Facts<K extends Requirement['kind']> = (
  program: Program,
  requirement: RequirementOf<K>,
  words: Words,
) => readonly (Omit<Figure, 'path'> & { readonly path?: readonly (string | number)[] })[];

const experience: Facts<'experience'> = (program, rule, words) => {
  const { t, either } = words;
  const labels = (ids: readonly string[] = []) => either(ids.map((id) => settingLabel(program, id)));
  const roles = (ids: readonly string[] = []) => either(ids.map((id) => labelOf(program.roles, id)));
  return [
    { label: t('atLeast'), value: amountOf(rule, words), path: [amountField(rule)] },
    { label: t('worksIn'), value: labels(rule.settings), path: ['settings'] },
    ...(rule.ofWhich ?? []).map((part, at) => ({
      label: t('ofIt'),
      value: [
        t('partOf', { amount: amountOf(part, words), title: part.title }),
        ...(part.roles ? [t('partRoles', { roles: roles(part.roles) })] : []),
        ...(part.settings && part.settings.join() !== rule.settings.join()
          ? [t('partSettings', { settings: labels(part.settings) })]
          : []),
        ...(part.minimumPercent ? [t('partShare', { percent: part.minimumPercent })] : []),
      ].join(' '),
      path: ['ofWhich', at, amountField(part)],
    })),
    ...(rule.within
      ? [{ label: t('within'), value: t('beforeYouApply', { period: words.period(rule.within) }), path: ['within'] }]
      : []),
    ...(rule.hoursPerYear
      ? [{ label: t('fullTimeYear'), value: t('workHours', { hours: rule.hoursPerYear }), path: ['hoursPerYear'] }]
      : []),
  ];
};

const education: Facts<'education'> = (program, rule, { t, either }) => [
  { label: t('atLeast'), value: t(`level-${rule.minimumLevel}`), path: ['minimumLevel'] },
  ...(rule.fields
    ? [{ label: t('field'), value: either(rule.fields.map((id) => labelOf(program.fields, id))), path: ['fields'] }]
    : []),
  ...(rule.accreditedBy
    ? [
        {
          label: t('accreditedBy'),
          value: either(rule.accreditedBy.map((id) => labelOf(program.accreditors, id))),
          path: ['accreditedBy'],
        },
      ]
    : rule.accredited
      ? [{ label: t('institution'), value: t('accredited'), path: ['accredited'] }]
      : []),
];

const training: Facts<'training'> = (program, rule, { t, period }) => [
  {
    label: t('trainingPrograms'),
    value: rule.programs
      .map((id) => {
        const found = program.trainingPrograms?.find((one) => one.id === id);
        return found === undefined ? id : t('trainingAt', { title: found.title, provider: found.provider });
      })
      .join('; '),
    path: ['programs'],
  },
  {
    label: t('confirmedBy'),
    value: t('byProvider', { period: period(rule.request.validFor) }),
    path: ['request', 'validFor'],
  },
];

const references: Facts<'references'> = (_program, rule, { t, either, period }) => [
  {
    label: t('referees'),
    value:
      rule.minimum === rule.maximum
        ? t('refereesExactly', { count: rule.minimum })
        : t('refereesUpTo', { minimum: rule.minimum, maximum: rule.maximum }),
    path: ['minimum'],
  },
  { label: t('relations'), value: either(rule.relations.map(({ label }) => label)), path: ['relations'] },
  {
    label: t('howLong'),
    value: t('refereeLink', { period: period(rule.request.validFor) }),
    path: ['request', 'validFor'],
  },
];

const fresh = (rule: { readonly freshFor?: string }, { t, period }: Words) =>
  rule.freshFor === undefined
    ? []
    : [{ label: t('howOld'), value: t('notOlder', { period: period(rule.freshFor) }), path: ['freshFor'] }];

const facts: { readonly [K in Requirement['kind']]: Facts<K> } = {
  experience,
  education,
  training,
  references,
  membership: (program, rule, { t }) => [
    {
      label: t('memberAs'),
      value: findPayerClass(program, rule.payerClass)?.label ?? rule.payerClass,
      path: ['payerClass'],
    },
  ],
  'background-check': (_program, rule, words) => [
    { label: words.t('consent'), value: rule.consent, path: ['consent'] },
    ...fresh(rule, words),
  ],
  attestation: (program, rule, { t }) => [
    { label: t('document'), value: t('version', { version: documentVersion(program, rule) }), path: ['document'] },
  ],
  course: (_program, rule, words) => [
    ...(rule.hours === undefined
      ? []
      : [{ label: words.t('atLeast'), value: words.t('courseHours', { hours: rule.hours }), path: ['hours'] }]),
    ...fresh(rule, words),
  ],
  document: (_program, rule, words) => fresh(rule, words),
  'work-samples': (_program, rule, { t }) => [
    { label: t('atLeast'), value: t('workSamples', { count: rule.minimum }), path: ['minimum'] },
  ],
  age: (_program, rule, { t }) => [
    { label: t('atLeast'), value: t('ageYears', { years: rule.minimumYears }), path: ['minimumYears'] },
  ],
  jurisdiction: (program, rule, { t, either }) => [
    { label: t('places'), value: either(rule.regions.map((id) => titleOf(program.regions, id))), path: ['regions'] },
  ],
  credential: (program, rule, { t, either }) => [
    {
      label: t('credentialHeld'),
      value: either(rule.credentials.map((id) => labelOf(program.credentials, id))),
      path: ['credentials'],
    },
  ],
  registration: () => [],
};

/** What a requirement asks for, figure by figure. */
export const requirementFigures = (program: Program, requirement: Requirement, words: Words): readonly Figure[] => {
  const at = program.requirements.indexOf(requirement);
  const factsOf = facts[requirement.kind] as Facts<Requirement['kind']>;
  return factsOf(program, requirement, words).map(({ path, ...figure }) => ({
    ...figure,
    ...(path === undefined || at < 0 ? {} : { path: ['requirements', at, ...path] }),
  }));
};
