import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Instant } from '../facts.ts';
import { contradictions } from '../parse/checks/index.ts';
import { MissingCircumstanceError } from '../prices/price.ts';
import { quote } from '../prices/quote.ts';
import { anyAssessing, institute } from '../testing/institute.ts';
import { expectForward, expectSayable, linesOf, shuffledOf } from '../testing/properties.ts';
import { type Move, play } from '../testing/simulator.ts';
import { anyInstant } from '../testing/streams.ts';
import { refundTerms } from './fees/refund.ts';
import { standing } from './standing.ts';
import { candidacyStatuses } from './types.ts';

const anyMove: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(12),
  luck: fc.oneof({ weight: 6, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.nat(99) }),
  days: fc.oneof({ weight: 6, arbitrary: fc.nat(7) }, { weight: 1, arbitrary: fc.nat(300) }),
});
const anyMoves = fc.array(anyMove, { minLength: 5, maxLength: 100 });

const anyCase: fc.Arbitrary<{ facts: readonly Fact[]; at: Instant }> = fc.oneof(
  anyMoves.map((moves) => {
    const last = play(institute, moves).at(-1);
    return { facts: last?.facts ?? [], at: last?.standing.at ?? '2027-01-04T09:00:00.000Z' };
  }),
  fc.record({ facts: anyAssessing, at: anyInstant }),
  // A life that was lived, with what a broken store adds to it.
  fc.record({ moves: anyMoves, others: anyAssessing, at: anyInstant }).map(({ moves, others, at }) => ({
    facts: [...(play(institute, moves).at(-1)?.facts ?? []), ...others.slice(0, 5)],
    at,
  })),
);
const runs = { numRuns: 80 };

describe('a program with every kind of assessment and fee', () => {
  it('contradicts itself in nothing', () => {
    expect(contradictions(institute)).toEqual([]);
  });

  it('has a next action as long as a candidacy is not final, and no time in the past', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        expectForward(standing(institute, facts, at));
      }),
      runs,
    );
  });

  it('does not depend on the order of the facts, has lines of their own, and can be said', () => {
    fc.assert(
      fc.property(shuffledOf(anyCase), (shuffled) => {
        const found = expectSayable(institute, shuffled);
        const ids = linesOf(found).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it('opens nothing before what comes first is passed, but by an authorization', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const found = standing(institute, facts, at);
        const authorized = new Set(
          facts.flatMap((fact) => (fact.kind === 'test-authorized' ? [fact.data?.assessment] : [])),
        );
        for (const { assessment, state, waitsFor } of found.assessments) {
          if (waitsFor === undefined || authorized.has(assessment)) continue;
          expect(['locked', 'failed']).toContain(state);
          const moves = found.next.filter(({ kind, subject }) => kind === 'authorize-test' && subject === assessment);
          expect(moves).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('stays closed when it is closed, and keeps what is passed and paid, when only the clock moves', () => {
    const gone: readonly string[] = ['withdrawn', 'not-accepted', 'not-passed', 'closed'];
    fc.assert(
      fc.property(anyCase, anyInstant, ({ facts, at }, other) => {
        const past = facts.filter((fact) => fact.at <= at);
        const before = standing(institute, past, at);
        const after = standing(institute, past, other > at ? other : at);
        for (const [index, { state, result, modulesDone }] of before.assessments.entries()) {
          if (state === 'passed') expect(after.assessments[index]?.state).toBe('passed');
          expect(after.assessments[index]?.result).toEqual(result);
          expect(after.assessments[index]?.modulesDone).toEqual(modulesDone);
        }
        expect([after.paid, after.grants]).toEqual([before.paid, before.grants]);
        if (gone.includes(before.status)) expect([after.status, after.since]).toEqual([before.status, before.since]);
      }),
      runs,
    );
  });

  it('gives back no more than was paid, whole amounts, and never for a voucher', () => {
    const rules = [
      { before: 'acceptance' as const, percent: 100 },
      { before: 'assessment' as const, percent: 33.3333 },
    ];
    const policies = { ...institute.policies, refund: { ...institute.policies.refund, rules } };
    const program = { ...institute, policies };
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const paid = new Map(
          standing(program, facts, at).paid.map(({ currency, amountMinor }) => [currency, amountMinor]),
        );
        const back = new Map<string, number>();
        for (const { currency, paidMinor, refundMinor } of refundTerms(program, facts, at)) {
          expect(Number.isSafeInteger(refundMinor) && refundMinor >= 0 && refundMinor <= paidMinor).toBe(true);
          back.set(currency, (back.get(currency) ?? 0) + refundMinor);
        }
        for (const [currency, amount] of back) expect(amount).toBeLessThanOrEqual(paid.get(currency) ?? 0);
      }),
      runs,
    );
  });
});

describe('lives in it that are played', () => {
  it('raise no flag, for only what a standing names is done', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        for (const { standing: found } of play(institute, moves)) expect(found.flags).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('reach every stage: sessions, modules, retakes, both tracks, both currencies, vouchers, grants, the end', () => {
    const long = fc.array(anyMove, { minLength: 100, maxLength: 100 });
    const lives = fc.sample(long, { numRuns: 120, seed: 5 }).map((moves) => play(institute, moves));
    const last = lives.flatMap((turns) => turns.slice(-1));
    const facts = last.flatMap((turn) => turn.facts);
    const kinds = new Set(facts.map(({ kind }) => kind));
    for (const kind of ['module-completed', 'session-held', 'credential-granted', 'fee-settled'] as const) {
      expect(kinds).toContain(kind);
    }
    const seen = new Set(lives.flat().map((turn) => turn.standing.status));
    for (const status of candidacyStatuses) if (status !== 'scheduled') expect(seen).toContain(status);
    const currencies = new Set(last.flatMap(({ standing: { paid } }) => paid.map(({ currency }) => currency)));
    expect([...currencies].sort()).toEqual(['JPY', 'USD']);
    expect(facts.some((fact) => fact.kind === 'fee-settled' && fact.data.voucherId !== undefined)).toBe(true);
    expect(facts.some((fact) => fact.kind === 'fee-invoiced' && (fact.data.attempt ?? 1) > 1)).toBe(true);
    expect(last.some(({ standing: { grants } }) => grants.length > 0)).toBe(true);
    expect(new Set(last.map(({ standing: { track } }) => track?.level))).toEqual(new Set(['core', 'expert']));
  }, 60_000);
});

describe('a quote of it', () => {
  const places = fc.record(
    { region: fc.constantFrom('north', 'south'), level: fc.constantFrom('core', 'expert') },
    { requiredKeys: [] },
  );

  it('adds up to its lines in whole units, or says what is missing', () => {
    const anyRequest = fc.record({
      payerClass: fc.constantFrom('member', 'other'),
      at: anyInstant,
      place: places,
      bundled: fc.boolean(),
    });
    fc.assert(
      fc.property(anyRequest, ({ payerClass, at, place: { region, level }, bundled }) => {
        const request = {
          payerClass,
          at,
          ...(region === undefined ? {} : { region }),
          ...(level === undefined ? {} : { track: { level } }),
          ...(bundled ? { bundle: 'bundle' } : {}),
          ...(bundled ? {} : { vouchers: [{ fee: 'exam-more-fee', percent: 33.3 }] }),
        };
        try {
          const { lines, totalMinor, currency } = quote(institute, request);
          expect(totalMinor).toBe(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
          expect(Number.isSafeInteger(totalMinor) && totalMinor >= 0).toBe(true);
          for (const line of lines) {
            expect(line.currency).toBe(currency);
            expect(Number.isSafeInteger(line.amountMinor)).toBe(true);
            expect(line.amountMinor < 0).toBe(line.kind === 'voucher');
          }
          expect(region).toBeDefined();
        } catch (error) {
          if (!(error instanceof MissingCircumstanceError)) throw error;
          expect(error.axes).toContain('region');
        }
      }),
      runs,
    );
  });
});
