import type { RequirementOf } from '@testamur/program';
import type { ProblemField } from '../../../kernel/index.ts';

export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

type Entry = RequirementOf<'references'>['form'][number];

const fits = {
  text: 'Write a few words.',
  rating: 'Choose a number from 1 to 5.',
  'yes-no': 'Choose yes or no.',
} as const;

const isAnswered = ({ kind }: Entry, answer: Answer | undefined): boolean => {
  switch (kind) {
    case 'text':
      return typeof answer === 'string' && answer !== '';
    case 'rating':
      return typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= 5;
    case 'yes-no':
      return typeof answer === 'boolean';
  }
};

/** What a referee has to mend: every entry of the form is answered, and nothing else is. */
export const findFormProblems = ({ form }: RequirementOf<'references'>, answers: Answers): readonly ProblemField[] => {
  const missing = form
    .filter((entry) => !isAnswered(entry, answers[entry.id]))
    .map((entry) => ({ path: `answers.${entry.id}`, message: fits[entry.kind] }));
  const unknown = Object.keys(answers)
    .filter((id) => form.every((entry) => entry.id !== id))
    .map((id) => ({ path: `answers.${id}`, message: 'The form has no such entry. Load the page again.' }));
  return [...missing, ...unknown];
};

/** What a provider says of a training. */
export interface Attested {
  readonly confirmed: boolean;
  readonly completedOn?: string | undefined;
  readonly remark?: string | undefined;
}

/** What a provider has to mend: a confirmation says when, a denial says why. */
export const findAttestationProblems = (
  { confirmed, completedOn, remark = '' }: Attested,
  answers: Answers,
  today: string,
): readonly ProblemField[] => [
  ...(confirmed && completedOn === undefined
    ? [{ path: 'completedOn', message: 'Enter the date of completion.' }]
    : []),
  ...(confirmed && completedOn !== undefined && completedOn > today
    ? [{ path: 'completedOn', message: 'Enter the date of completion; it is in the future.' }]
    : []),
  ...(!confirmed && remark === '' ? [{ path: 'remark', message: 'Say why, so that the candidate can mend it.' }] : []),
  ...Object.keys(answers).map((id) => ({ path: `answers.${id}`, message: 'A training has no such entry.' })),
];

/** Every entry of the form with what was answered, in the order of the form. */
export const readForm = ({ form }: RequirementOf<'references'>, answers: Answers) =>
  form.flatMap(({ id, prompt, kind }) => {
    const value = answers[id];
    return value === undefined ? [] : [{ id, prompt, kind, value }];
  });
