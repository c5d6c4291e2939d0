import type { Fact } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import type { AuditTrace } from '../../audit/index.ts';
import { auditedFacts, entryOf } from './audited.ts';
import { countedResults, cycleOf } from './cycle.ts';

const at = '2027-03-01T09:00:00.000Z';
const later = (milliseconds: number) => new Date(Date.parse(at) + milliseconds);

const decision: Fact = {
  id: 'fact-1',
  kind: 'decision-recorded',
  at,
  by: { kind: 'staff', id: 'dora' },
  edition: '2026',
  data: { outcome: 'certify', reason: 'Passed.' },
};
const entry = (more: Partial<AuditTrace> = {}): AuditTrace => ({
  seq: 7,
  at: new Date(at),
  actorId: 'dora',
  action: 'credentialing.recordDecision',
  subject: 'candidacy:1',
  detail: {},
  hash: 'ab',
  holds: true,
  ...more,
});

describe('the entry of a fact', () => {
  test('is that of an act of the module that records its kind, at its time', () => {
    expect(entryOf(decision, [entry({ seq: 6, action: 'candidacies.claimCandidacy' }), entry()])?.seq).toBe(7);
    expect(entryOf(decision, [entry({ action: 'candidacies.claimCandidacy' })])).toBeUndefined();
    expect(entryOf(decision, [entry({ at: later(1), actorId: 'somebody else' })])).toBeUndefined();
  });

  test('may be some milliseconds off by the same person, whose fact was moved behind one of another', () => {
    expect(entryOf(decision, [entry({ at: later(-3) })])?.seq).toBe(7);
    expect(entryOf(decision, [entry({ at: later(-1001) })])).toBeUndefined();
    const byRule: Fact = { ...decision, by: { kind: 'system' } };
    expect(entryOf(byRule, [entry({ at: later(-3), actorId: null })])).toBeUndefined();
    expect(entryOf(byRule, [entry({ actorId: null })])?.seq).toBe(7);
  });

  test('that does not hold breaks the step; one that is missing is no entry that holds', () => {
    const stateOf = (entries: readonly AuditTrace[]) => auditedFacts([decision], entries).checks[0]?.state;
    expect(stateOf([entry()])).toBe('ok');
    expect(stateOf([entry({ holds: false })])).toBe('broken');
    expect(stateOf([])).toBe('not-recorded');
    expect(auditedFacts([], [entry()]).checks).toEqual([]);
  });
});

describe('the cycle of a credential', () => {
  const grant = (credentialId: string, cycle: number): Fact => ({
    id: `grant-${cycle}`,
    kind: 'credential-granted',
    at,
    by: { kind: 'system' },
    edition: '2026',
    data: { credentialId, number: `C-${cycle}`, cycle, validFrom: at, validUntil: at },
  });
  const result = (id: string, assessment: string, attempt: number): Fact => ({
    id,
    kind: 'result-released',
    at,
    by: { kind: 'system' },
    edition: '2026',
    data: { assessment, attempt, passed: true, score: 1, maxScore: 1, byTopic: [] },
  });
  const suspended: Fact = {
    id: 'suspended',
    kind: 'credential-suspended',
    at,
    by: { kind: 'staff', id: 'x' },
    edition: '2026',
    data: { credentialId: 'one', reason: 'x' },
  };
  const facts = [
    result('first', 'exam', 1),
    result('second', 'exam', 2),
    result('third', 'oral', 1),
    decision,
    grant('one', 1),
    suspended,
    result('fourth', 'again', 1),
    grant('two', 2),
  ];

  test('goes from the grant before it to its own; what happened to it since is beside that', () => {
    const first = cycleOf(facts, 'one');
    expect(first.facts.map(({ id }) => id)).toEqual(['first', 'second', 'third', 'fact-1', 'grant-1']);
    expect(first.since.map(({ id }) => id)).toEqual(['suspended']);
    expect(first.previous).toBeUndefined();
    const second = cycleOf(facts, 'two');
    expect(second.facts.map(({ id }) => id)).toEqual(['suspended', 'fourth', 'grant-2']);
    expect(second.previous?.data.credentialId).toBe('one');
  });

  test('rests on the last result of each assessment, the latest first', () => {
    expect(countedResults(cycleOf(facts, 'one').facts).map(({ id }) => id)).toEqual(['third', 'second']);
  });
});
