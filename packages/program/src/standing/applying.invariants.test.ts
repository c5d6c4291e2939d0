import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Instant } from '../facts.ts';
import { anyApplication } from '../testing/applying-streams.ts';
import { makeFact } from '../testing/facts.ts';
import { guild } from '../testing/guild.ts';
import { expectForward, expectSayable, linesOf, shuffledOf } from '../testing/properties.ts';
import { type Move, play } from '../testing/simulator.ts';
import { anyInstant } from '../testing/streams.ts';
import { standing } from './standing.ts';
import { roomFor } from './statements.ts';

const anyMove: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(12),
  luck: fc.oneof({ weight: 5, arbitrary: fc.nat(59) }, { weight: 1, arbitrary: fc.nat(99) }),
  days: fc.oneof({ weight: 6, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
});
const anyMoves = fc.array(anyMove, { minLength: 5, maxLength: 80 });

const anyCase: fc.Arbitrary<{ facts: readonly Fact[]; at: Instant }> = fc.oneof(
  anyMoves.map((moves) => {
    const last = play(guild, moves).at(-1);
    return { facts: last?.facts ?? [], at: last?.standing.at ?? '2027-01-04T09:00:00.000Z' };
  }),
  fc.record({ facts: anyApplication, at: anyInstant }),
);
const runs = { numRuns: 150 };

describe('an application that asks for everything', () => {
  it('has a next action as long as it is not final, and no time in the past', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        expectForward(standing(guild, facts, at));
      }),
      runs,
    );
  });

  it('does not depend on the order of the facts, and can be said', () => {
    fc.assert(
      fc.property(shuffledOf(anyCase), (shuffled) => {
        expectSayable(guild, shuffled);
      }),
      runs,
    );
  });

  it('keeps what is met, and stays closed when it is closed, when only the clock moves', () => {
    const gone: readonly string[] = ['withdrawn', 'not-accepted', 'not-passed', 'closed'];
    fc.assert(
      fc.property(anyCase, anyInstant, ({ facts, at }, other) => {
        const past = facts.filter((fact) => fact.at <= at);
        const before = standing(guild, past, at);
        const after = standing(guild, past, other > at ? other : at);
        for (const line of linesOf(before)) {
          if (line.kind !== 'requirement' || line.state !== 'met') continue;
          expect([line.id, linesOf(after).find(({ id }) => id === line.id)?.state]).toEqual([line.id, 'met']);
        }
        if (gone.includes(before.status)) expect([after.status, after.since]).toEqual([before.status, before.since]);
      }),
      runs,
    );
  });

  it('un-meets nothing by a reference that is accepted', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const before = standing(guild, facts, at);
        const data = { requirement: 'letters', verdict: 'accepted', reason: 'Read.' } as const;
        const after = standing(guild, [...facts, makeFact('requirement-judged', at, data, '~')], at);
        for (const line of linesOf(before)) {
          if (line.state !== 'met') continue;
          expect(linesOf(after).find(({ id }) => id === line.id)?.state).toBe('met');
        }
      }),
      runs,
    );
  });

  it('asks for no more statements than there is room for, and always has room when it asks', () => {
    const letters = guild.requirements.find(({ id }) => id === 'letters');
    fc.assert(
      fc.property(anyCase, ({ facts, at }) => {
        const { statements, next } = standing(guild, facts, at);
        const own = statements.filter(({ requirement }) => requirement === 'letters');
        if (letters?.kind !== 'references') throw new Error('The guild asks for references.');
        expect(own.filter(({ state }) => state === 'waiting').length).toBeLessThanOrEqual(letters.maximum);
        const isAsked = next.some(({ kind, subject }) => kind === 'request-statement' && subject === 'letters');
        if (isAsked) expect(roomFor(letters, statements)).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('lives of the guild that are played', () => {
  it('raise no flag, for only what a standing names is done', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        for (const { standing: found } of play(guild, moves)) expect(found.flags).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('reach the acceptance of the application, by either way of preparation', () => {
    const long = fc.array(anyMove, { minLength: 90, maxLength: 90 });
    const turns = fc.sample(long, { numRuns: 60, seed: 11 }).flatMap((moves) => play(guild, moves));
    const metBy = (id: string): boolean =>
      turns.some(({ standing: found }) => {
        const isMet = (line: string): boolean => linesOf(found).find((one) => one.id === line)?.state === 'met';
        return isMet('application') && isMet(id);
      });
    expect([metBy('training'), metBy('work'), metBy('guild'), metBy('course')]).toEqual([true, true, true, true]);
    const states = new Set(turns.flatMap(({ standing: { statements } }) => statements.map(({ state }) => state)));
    expect([...states].sort()).toEqual(['declined', 'expired', 'given', 'waiting', 'withdrawn']);
  }, 60_000);
});
