import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../forms/form-problem.ts';
import { textIn } from '../../text/format.ts';
import { messages } from './messages.ts';
import { fieldOf, readStatement } from './read-statement.ts';
import { answerName, type StatementRequest, statementPath } from './statement.ts';

const t = textIn('en', messages);
const asked = {
  organizationName: 'Guild',
  demonstration: true,
  programTitle: 'Certified',
  abbreviation: 'C',
  notice: '',
  language: 'en',
  candidateName: 'Ana Rivera',
  name: 'Ben Cho',
  requirementTitle: 'References',
  description: '',
  until: '2027-03-31T23:59:59.999Z',
};
const reference: StatementRequest = {
  ...asked,
  about: {
    kind: 'references',
    relation: 'Supervisor',
    form: [
      { id: 'secret-code', prompt: 'What did you see?', kind: 'text' },
      { id: 'accuracy', prompt: 'How accurate?', kind: 'rating' },
      { id: 'again', prompt: 'Again?', kind: 'yes-no' },
    ],
  },
};
const training: StatementRequest = {
  ...asked,
  about: { kind: 'training', title: 'Course', provider: 'College', completedOn: '2026-05-01' },
};
const read = (request: StatementRequest, values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return readStatement({ form, request, t });
};
const namesOf = (found: ReturnType<typeof read>) => (found.ok ? [] : found.errors.map(({ name }) => name));
const filled = {
  [answerName(0)]: ' Good work. ',
  [answerName(1)]: '5',
  [answerName(2)]: 'no',
  confirmed: 'yes',
  signedName: 'Ben Cho',
};

describe('a reference', () => {
  it('is read by the ids of the form, each answer in its kind', () => {
    expect(read(reference, filled)).toEqual({
      ok: true,
      statement: {
        confirmed: true,
        signedName: 'Ben Cho',
        answers: { 'secret-code': 'Good work.', accuracy: 5, again: false },
      },
    });
  });

  it('that is sent empty names every field, in the order of the form', () => {
    expect(namesOf(read(reference, {}))).toEqual(['answer.0', 'answer.1', 'answer.2', 'confirmed', 'signedName']);
    expect(namesOf(read(reference, { ...filled, [answerName(1)]: '6' }))).toEqual(['answer.1']);
  });

  it('keeps what was written when it is refused, whatever the program calls its entries', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(filled)) form.set(name, value);
    expect(valuesOf(form)).toMatchObject({ 'answer.0': [' Good work. '] });
    expect(fieldOf(reference)('answers.secret-code')).toBe('answer.0');
    expect(fieldOf(reference)('answers.unknown')).toBe('');
  });
});

describe('an attestation', () => {
  const date = { 'completedOn.year': '2026', 'completedOn.month': '5', 'completedOn.day': '1' };

  it('that confirms says when, one that does not says why, and neither says the other', () => {
    const remark = 'She left before the end.';
    expect(read(training, { confirmed: 'yes', signedName: 'B', remark, ...date })).toEqual({
      ok: true,
      statement: { confirmed: true, signedName: 'B', answers: {}, completedOn: '2026-05-01' },
    });
    expect(read(training, { confirmed: 'no', signedName: 'B', remark, ...date })).toEqual({
      ok: true,
      statement: { confirmed: false, signedName: 'B', answers: {}, remark },
    });
  });

  it('names what its answer lacks', () => {
    expect(namesOf(read(training, { confirmed: 'yes' }))).toEqual(['completedOn', 'signedName']);
    expect(namesOf(read(training, { confirmed: 'no', signedName: 'B' }))).toEqual(['remark']);
    expect(namesOf(read(training, {}))).toEqual(['confirmed', 'signedName']);
  });
});

it('each kind has an address of its own', () => {
  expect(statementPath('abc', 'references')).toBe('/reference/abc');
  expect(statementPath('abc', 'training')).toBe('/attest/abc');
});
