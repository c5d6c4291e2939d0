import { describe, expect, test } from 'vitest';
import { personIdsOf, showStep } from './show.ts';
import { auditSight, type FieldId, fieldIds, type StepKind, sight, stepKinds } from './sight.ts';
import { people, type Value } from './values.ts';

/** What holders are told the part of, and never the name. */
const byPartOnly: readonly FieldId[] = [
  'decision.by',
  'renewal.judgedBy',
  'result.releasedBy',
  'form.publishedBy',
  'attempt.sealedBy',
  'panel.examiners',
  'course.recordedBy',
  'authorization.proctor',
  'application.acceptedBy',
  'edition.publishedBy',
];

/** What holders are not told is there. */
const hiddenFromHolders: readonly FieldId[] = [
  'signature.statusList',
  'signature.statusIndex',
  'signature.prepared',
  'signature.linted',
  'signature.verified',
  'renewal.draw',
  'renewal.percent',
  'result.scored',
  'form.name',
  'form.seed',
  'attempt.incidentNotes',
  'panel.marks',
];

const expectedOf = (field: FieldId) =>
  hiddenFromHolders.includes(field) ? 'hidden' : byPartOnly.includes(field) ? 'role' : 'full';

const names = new Map([['person-1', 'Edda Examiner']]);
const examiner: Value = people([{ kind: 'examiner', id: 'person-1' }]);
const stepWith = (field: FieldId, value: Value) => ({
  kind: stepKinds.find((kind) => field.startsWith(`${kind}.`)) ?? ('result' satisfies StepKind),
  details: [{ field, value }],
  checks: [],
  facts: [],
});

describe('who sees how much', () => {
  test.each(fieldIds)('of %s', (field) => {
    expect(sight[field]).toEqual({ holder: expectedOf(field), staff: 'full' });
  });

  test.each(fieldIds)('of %s is what is shown', (field) => {
    const [staff] = showStep(stepWith(field, examiner), 'staff', names).details;
    expect(staff?.value).toEqual({ kind: 'people', people: [{ role: 'examiner', name: 'Edda Examiner' }] });
    const own = showStep(stepWith(field, examiner), 'holder', names).details.map(({ value }) => value);
    const expected = {
      full: [{ kind: 'people', people: [{ role: 'examiner', name: 'Edda Examiner' }] }],
      role: [{ kind: 'people', people: [{ role: 'examiner' }] }],
      hidden: [],
    };
    expect(own).toEqual(expected[expectedOf(field)]);
  });

  test('every detail that names people is by part only, or hidden, for holders', () => {
    const open = fieldIds.filter((field) => /By$|\.by$|examiners|marks|proctor|Notes/.test(field));
    expect(open.filter((field) => sight[field].holder === 'full')).toEqual([]);
  });

  test('places in the audit are for staff', () => {
    expect(auditSight).toEqual({ holder: 'hidden', staff: 'full' });
    const entry = { seq: 7, hash: 'ab', action: 'scoring.releaseResults' };
    const fact = { id: 'fact-1', kind: 'result-released', at: '2027-03-01T09:00:00.000Z', entry } as const;
    const step = { kind: 'result', details: [], checks: [], facts: [fact] } as const;
    expect(showStep(step, 'staff', names).facts).toEqual([fact]);
    expect(JSON.stringify(showStep(step, 'holder', names).facts)).not.toContain('entry');
  });
});

describe('people', () => {
  test('never leave the server by their ids', () => {
    for (const reader of ['holder', 'staff'] as const) {
      expect(JSON.stringify(showStep(stepWith('decision.by', examiner), reader, names))).not.toContain('person-1');
    }
  });

  test('of one part stand there once each, those of a rule have no id', () => {
    const value = people([
      { kind: 'staff', id: 'a' },
      { kind: 'staff', id: 'a' },
      { kind: 'staff', id: 'b' },
      { kind: 'system' },
    ]);
    const roles = [{ role: 'staff', id: 'a' }, { role: 'staff', id: 'b' }, { role: 'system' }];
    expect(value).toEqual({ kind: 'people', people: roles });
    expect(personIdsOf([stepWith('decision.by', value)])).toEqual(['a', 'b']);
  });
});
