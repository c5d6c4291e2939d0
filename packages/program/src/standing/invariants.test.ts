import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Instant } from '../facts.ts';
import { say } from '../messages/say.ts';
import { calt } from '../testing/calt.ts';
import { makeFact } from '../testing/facts.ts';
import { linesOf, shuffledOf, textsIn } from '../testing/properties.ts';
import { type Move, play } from '../testing/simulator.ts';
import { anyFacts, anyInstant } from '../testing/streams.ts';
import { credentialHistory, standing } from './standing.ts';
import { candidacyStatuses, credentialStatuses } from './types.ts';

const anyMove: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(5),
  // Mostly good luck, so that lives reach the credential and its renewals.
  luck: fc.oneof({ weight: 5, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.nat(99) }),
  days: fc.oneof({ weight: 4, arbitrary: fc.nat(10) }, { weight: 1, arbitrary: fc.nat(400) }),
});
const anyMoves = fc.array(anyMove, { minLength: 5, maxLength: 90 });

/** A ledger out of a life that was played, or out of unrelated facts, seen at an instant. */
const anyCase: fc.Arbitrary<{ facts: readonly Fact[]; at: Instant }> = fc.oneof(
  anyMoves.map((moves) => {
    const last = play(calt, moves).at(-1);
    return { facts: last?.facts ?? [], at: last?.standing.at ?? '2027-01-04T09:00:00.000Z' };
  }),
  fc.record({ facts: anyFacts, at: anyInstant }),
);

const runs = { numRuns: 150 };

describe('standing, for any ledger', () => {
  it('does not depend on the order of the facts or on copies of them', () => {
    fc.assert(
      fc.property(shuffledOf(anyCase), ({ facts, at, shuffled }) => {
        expect(standing(calt, shuffled, at)).toEqual(standing(calt, facts, at));
        const { flags: _, ...doubled } = standing(calt, [...facts, ...shuffled], at);
        const { flags: __, ...once } = standing(calt, facts, at);
        expect(doubled).toEqual(once);
      }),
      runs,
    );
  });

  it('has one status of the candidacy and of the credential, and at most one credential that is not over', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        expect(candidacyStatuses).toContain(found.status);
        if (found.credential !== undefined) expect(credentialStatuses).toContain(found.credential.status);
        const history = credentialHistory(calt, facts, at);
        expect(history.at(-1)).toEqual(found.credential);
        for (const { status } of history.slice(0, -1)) expect(['replaced', 'revoked', 'surrendered']).toContain(status);
      }),
      runs,
    );
  });

  it('names a next action with its actor as long as it is not final, and none after', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        if (found.final) expect(found.next).toEqual([]);
        else expect(found.next.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('names no time in the past as a deadline, and every status since a time that has come', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        for (const { by } of found.next) if (by !== undefined) expect(by >= at).toBe(true);
        for (const deadline of found.deadlines) expect(deadline.at >= at).toBe(true);
        expect(found.since <= at).toBe(true);
        if (found.credential !== undefined) expect(found.credential.since <= at).toBe(true);
      }),
      runs,
    );
  });

  it('owes only positive amounts, and has paid none below zero', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        for (const { amountMinor } of found.owed) expect(amountMinor).toBeGreaterThan(0);
        for (const { amountMinor } of found.paid) expect(amountMinor).toBeGreaterThan(0);
        for (const { amount } of found.next) if (amount !== undefined) expect(amount.amountMinor).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('never takes what is unknown as met', () => {
    const beyondReview = ['payment-due', 'authorized', 'waiting-for-results', 'waiting-for-decision'];
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        const isMet = (id: string): boolean => linesOf(found).find((line) => line.id === id)?.state === 'met';
        if (beyondReview.includes(found.status)) {
          for (const id of ['experience', 'education', 'conduct', 'application']) expect(isMet(id)).toBe(true);
        }
        if (found.status === 'waiting-for-decision') expect(isMet('exam') && isMet('portfolio')).toBe(true);
        if (found.assessments.some(({ state }) => state === 'open')) expect(isMet('application')).toBe(true);
      }),
      runs,
    );
  });

  it('has lines with ids of their own, numbered steps, and a reason to wait for on every locked line', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        const ids = linesOf(found).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(found.steps.map(({ number }) => number)).toEqual(found.steps.map((_, index) => index + 1));
        for (const line of linesOf(found)) expect(line.unlocks !== undefined).toBe(line.state === 'locked');
      }),
      runs,
    );
  });

  it('is plain data, and every text in it can be said', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(calt, facts, at);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        for (const text of textsIn(found)) expect(say(text)).not.toMatch(/undefined|NaN|null|Infinity|Invalid|[{}]/);
      }),
      runs,
    );
  });

  it('leaves standing what has happened when only the clock moves', () => {
    const gone: readonly string[] = ['withdrawn', 'not-accepted', 'not-passed', 'closed'];
    fc.assert(
      fc.property(anyCase, anyInstant, ({ facts, at }, other) => {
        const past = facts.filter((fact) => fact.at <= at);
        const before = standing(calt, past, at);
        const after = standing(calt, past, other > at ? other : at);
        for (const [index, { state, result }] of before.assessments.entries()) {
          if (state === 'passed') expect(after.assessments[index]?.state).toBe('passed');
          expect(after.assessments[index]?.result).toEqual(result);
        }
        for (const line of linesOf(before)) {
          if (line.kind !== 'requirement' || line.state !== 'met') continue;
          expect(linesOf(after).find(({ id }) => id === line.id)?.state).toBe('met');
        }
        expect(after.paid).toEqual(before.paid);
        expect(after.credential?.credentialId).toBe(before.credential?.credentialId);
        if (before.status === 'certified') expect(after.status).toBe('certified');
        if (gone.includes(before.status)) expect([after.status, after.since]).toEqual([before.status, before.since]);
        if (before.final) expect(after.final).toBe(true);
      }),
      runs,
    );
  });

  it('never un-meets anything by accepting evidence', () => {
    const ids = ['experience', 'education'];
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...ids), fc.boolean(), ({ facts, at }, requirement, isPartial) => {
        const before = standing(calt, facts, at);
        const entryIds = isPartial ? { entryIds: ['job-1'] } : {};
        const data = { requirement, verdict: 'accepted', reason: 'Proven.', ...entryIds } as const;
        const accepted = makeFact('requirement-judged', at, data, '~ the last fact of the instant');
        const after = standing(calt, [...facts, accepted], at);
        const waiting = before.renewal?.entries.find(({ state, counts }) => state === 'waiting' && counts);
        for (const line of linesOf(before)) {
          if (line.state !== 'met') continue;
          expect(linesOf(after).find(({ id }) => id === line.id)?.state).toBe('met');
        }
        if (waiting === undefined || before.renewal === undefined) return;
        const judged = { entryId: waiting.entryId, verdict: 'accepted', reason: 'Proven.' } as const;
        const credited = standing(calt, [...facts, makeFact('education-judged', at, judged, '~')], at);
        expect(credited.renewal?.hoursAccepted).toBeGreaterThanOrEqual(before.renewal.hoursAccepted);
        expect(credited.renewal?.hoursLogged).toBe(before.renewal.hoursLogged);
      }),
      runs,
    );
  });
});

describe('lives that are played', () => {
  it('reach every status that a candidacy and a credential can have without scheduling', () => {
    const seen = new Set<string>();
    const long = fc.array(anyMove, { minLength: 90, maxLength: 90 });
    const turns = fc.sample(long, { numRuns: 120, seed: 7 }).flatMap((moves) => play(calt, moves));
    for (const { standing: found } of turns) {
      seen.add(found.status);
      if (found.credential !== undefined) seen.add(`credential ${found.credential.status}`);
    }
    const wanted = candidacyStatuses.filter((status) => status !== 'scheduled');
    for (const status of wanted) expect(seen).toContain(status);
    for (const status of credentialStatuses) if (status !== 'replaced') expect(seen).toContain(`credential ${status}`);
    expect(turns.some(({ standing: found }) => (found.credential?.cycle ?? 0) > 1)).toBe(true);
  }, 60_000);

  it('raise no flag, for only what a standing names is done', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        for (const { standing: found } of play(calt, moves)) expect(found.flags).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
