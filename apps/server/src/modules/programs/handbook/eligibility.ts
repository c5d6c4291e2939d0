import { findRequirement, type Program, type Requirement, say, settingLabel } from '@testamur/program';
import type { HandbookChapter, HandbookFact, HandbookPart, HandbookSection } from '../../../platform/pdf/index.ts';
import { count, forWords, periodWords, ruleItem, sourced, tableOf } from './words.ts';

const kinds: Readonly<Record<Requirement['kind'], string>> = {
  experience: 'Work',
  education: 'Education',
  training: 'Training, attested by its provider',
  references: 'References',
  membership: 'Membership',
  'background-check': 'Background check',
  attestation: 'Signature',
  course: 'Courses',
  document: 'Document',
  'work-samples': 'Samples of work',
  age: 'Age',
  jurisdiction: 'Place',
  credential: 'Another credential',
  registration: 'Registration',
};

type Work = { readonly fullTimeYears?: number; readonly hours?: number };

const workWords = ({ fullTimeYears, hours }: Work): string =>
  fullTimeYears === undefined
    ? count(hours ?? 0, 'hour', 'hours')
    : `${count(fullTimeYears, 'year', 'years')} of full-time work, or its equivalent`;

const workField = ({ fullTimeYears }: Work): string => (fullTimeYears === undefined ? 'hours' : 'fullTimeYears');

/** The figures of a requirement, each with where it comes from. */
const figuresOf = (
  program: Program,
  requirement: Requirement,
  index: number,
  locale: string,
): readonly HandbookFact[] => {
  const fact = (label: string, text: string, field: string): HandbookFact => ({
    label,
    value: sourced(program, text, ['requirements', index, field]),
  });
  const fresh = (freshFor: string | undefined) =>
    freshFor === undefined ? [] : [fact('Not older than', periodWords(freshFor, locale), 'freshFor')];
  const labels = (list: readonly { id: string; label: string }[] = [], ids: readonly string[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.label ?? id).join('; ');
  const titles = (list: readonly { id: string; title: string }[] = [], ids: readonly string[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.title ?? id).join('; ');
  switch (requirement.kind) {
    case 'experience':
      return [
        fact('How much', workWords(requirement), workField(requirement)),
        fact('Where', requirement.settings.map((id) => settingLabel(program, id)).join('; '), 'settings'),
        ...(requirement.within === undefined
          ? []
          : [fact('When', `In the ${periodWords(requirement.within, locale)} before the application`, 'within')]),
        ...(requirement.ofWhich ?? []).map((part, at) => ({
          label: 'Of which',
          value: sourced(program, `${part.title}: ${workWords(part)}`, [
            'requirements',
            index,
            'ofWhich',
            at,
            workField(part),
          ]),
        })),
      ];
    case 'education': {
      const level = say({ code: 'inquiry.level', values: { level: requirement.minimumLevel } }, locale);
      return [
        fact('At least', level, 'minimumLevel'),
        ...(requirement.fields ? [fact('Field', labels(program.fields, requirement.fields), 'fields')] : []),
        ...(requirement.accreditedBy
          ? [fact('Accredited by', labels(program.accreditors, requirement.accreditedBy), 'accreditedBy')]
          : [fact('Accredited institution', requirement.accredited ? 'Required' : 'Not required', 'accredited')]),
      ];
    }
    case 'training':
      return [fact('Programs that count', titles(program.trainingPrograms, requirement.programs), 'programs')];
    case 'references': {
      const { minimum, maximum } = requirement;
      const number = minimum === maximum ? `Exactly ${minimum}` : `${minimum} to ${maximum}`;
      return [
        fact('How many', number, 'minimum'),
        fact('From', requirement.relations.map(({ label }) => label).join('; '), 'relations'),
      ];
    }
    case 'course':
      return [
        ...(requirement.hours === undefined
          ? []
          : [fact('At least', count(requirement.hours, 'hour', 'hours'), 'hours')]),
        ...fresh(requirement.freshFor),
      ];
    case 'document':
    case 'background-check':
      return fresh(requirement.freshFor);
    case 'work-samples':
      return [fact('At least', count(requirement.minimum, 'piece', 'pieces'), 'minimum')];
    case 'age':
      return [fact('At least', count(requirement.minimumYears, 'year', 'years'), 'minimumYears')];
    case 'jurisdiction':
      return [fact('Places', titles(program.regions, requirement.regions), 'regions')];
    case 'credential':
      return [fact('One of', labels(program.credentials, requirement.credentials), 'credentials')];
    default:
      return [];
  }
};

const sectionOf = (program: Program, requirement: Requirement, index: number, locale: string): HandbookSection => {
  const only = forWords(program, requirement.for);
  const figures = figuresOf(program, requirement, index, locale);
  const parts: HandbookPart[] = [{ kind: 'text', paragraphs: [requirement.description] }];
  if (only !== '') parts.push({ kind: 'facts', facts: [{ label: 'Only for', value: { text: only } }] });
  if (figures.length > 0) parts.push({ kind: 'facts', facts: figures });
  if (requirement.evidence.length > 0) {
    const rows = requirement.evidence.map(({ title, description }) => [title, description]);
    parts.push(tableOf(program, 'What proves it', ['Evidence', 'What it has to show'], rows));
  }
  if (requirement.kind === 'references') {
    const items = requirement.form.map(({ prompt }) => ({ text: prompt }));
    parts.push({ kind: 'list', title: 'What a referee is asked', items });
  }
  if (requirement.kind === 'background-check') {
    parts.push({ kind: 'text', title: 'Consent', paragraphs: [requirement.consent] });
  }
  return { title: requirement.title, about: kinds[requirement.kind], parts };
};

/** Who may apply, and what proves it. */
export const eligibilityChapter = (program: Program, locale: string): HandbookChapter => ({
  title: 'Who may apply',
  intro: ['An application is accepted when what this chapter asks for is there and has been checked.'],
  sections: [
    {
      title: 'The rule',
      parts: [
        { kind: 'list', items: [ruleItem(program.eligibility, (id) => findRequirement(program, id)?.title ?? id)] },
      ],
    },
    ...program.requirements.map((requirement, index) => sectionOf(program, requirement, index, locale)),
    {
      title: 'How to apply',
      parts: [
        {
          kind: 'facts',
          facts: [
            {
              label: 'An application waits',
              value: sourced(
                program,
                `At most ${periodWords(program.application.validity, locale)} for its candidate; then it is closed`,
                ['application', 'validity'],
              ),
            },
            ...(program.regions === undefined
              ? []
              : [
                  {
                    label: 'Regions',
                    value: { text: program.regions.map(({ title }) => title).join(', ') },
                  },
                ]),
            ...(program.tracks ?? []).map(({ title, options }) => ({
              label: title,
              value: { text: options.map((option) => option.title).join(', ') },
            })),
          ],
        },
      ],
    },
    {
      title: 'Accommodations',
      parts: [
        { kind: 'text', paragraphs: [program.accommodations.description] },
        {
          kind: 'facts',
          facts: [
            {
              label: 'Extra time',
              value: sourced(
                program,
                program.accommodations.timeMultipliers.map((times) => `${times} times the standard time`).join(', '),
                ['accommodations', 'timeMultipliers'],
              ),
            },
            ...program.accommodations.others.map(({ title, description }) => ({
              label: title,
              value: { text: description },
            })),
          ],
        },
      ],
    },
  ],
});
