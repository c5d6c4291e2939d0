import type { Requirement } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../../../text/format.ts';
import { program } from '../../testing/program.ts';
import { messages } from './claim-messages.ts';
import { readClaim } from './read-claim.ts';

const t = textIn('en', messages);
const common = { id: 'one', title: 'One', description: '', evidence: [] };
const asked = {
  age: { ...common, kind: 'age', minimumYears: 18 },
  check: { ...common, kind: 'background-check', consent: 'I consent.' },
  conduct: { ...common, kind: 'attestation', document: 'code-of-conduct' },
  held: { ...common, kind: 'credential', credentials: ['license'] },
  training: { ...common, kind: 'training', programs: ['college'], request: { validFor: 'P30D', reminders: [] } },
  registration: { ...common, kind: 'registration' },
} as const satisfies Record<string, Requirement>;

const read = (requirement: Requirement, values: Record<string, string>, files: string[] = []) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return readClaim(form, program, requirement, files, t);
};
const dated = (name: string) => ({ [`${name}.year`]: '2026', [`${name}.month`]: '5', [`${name}.day`]: '1' });
const namesOf = (found: ReturnType<typeof read>) =>
  found === undefined || found.ok ? [] : found.errors.map(({ name }) => name);

describe('what one form states', () => {
  it('is signed with a name, in the version that is in force', () => {
    const { version } = program.codeOfConduct;
    expect(read(asked.conduct, { signedName: ' Ana ' })).toEqual({
      ok: true,
      entry: { kind: 'attestation', signedName: 'Ana', documentVersion: version },
    });
    expect(namesOf(read(asked.conduct, { signedName: ' ' }))).toEqual(['signedName']);
    expect(namesOf(read(asked.check, {}))).toEqual(['signedName']);
  });

  it('is a date of birth, or nothing', () => {
    expect(read(asked.age, dated('bornOn'))).toMatchObject({ entry: { kind: 'age', bornOn: '2026-05-01' } });
    expect(namesOf(read(asked.age, { ...dated('bornOn'), 'bornOn.day': '40' }))).toEqual(['bornOn']);
  });

  it('is a credential with its number; its end may be left out, but not half', () => {
    const held = { credential: 'license', number: '7' };
    expect(read(asked.held, held, ['f'])).toEqual({
      ok: true,
      entry: { kind: 'credential', credential: 'license', number: '7', fileIds: ['f'] },
    });
    expect(read(asked.held, { ...held, ...dated('validUntil') })).toMatchObject({
      entry: { validUntil: '2026-05-01' },
    });
    expect(namesOf(read(asked.held, { 'validUntil.year': '2026' }))).toEqual(['credential', 'number', 'validUntil']);
  });

  it('is a training with its date, or a registration', () => {
    expect(namesOf(read(asked.training, {}))).toEqual(['trainingProgram', 'completedOn']);
    expect(read(asked.training, { trainingProgram: 'college', ...dated('completedOn') })).toMatchObject({
      entry: { kind: 'training', trainingProgram: 'college' },
    });
    expect(read(asked.registration, {})).toEqual({ ok: true, entry: { kind: 'registration' } });
  });

  it('is nothing where entries or other people state it', () => {
    const [experience] = program.requirements.filter(({ kind }) => kind === 'experience');
    if (!experience) throw new Error('No experience.');
    expect(read(experience, {})).toBeUndefined();
  });
});
