import fc from 'fast-check';
import { expect } from 'vitest';
import type { Fact, Instant } from '../facts.ts';
import { say } from '../messages/say.ts';
import type { Program } from '../schema/program.ts';
import { standing } from '../standing/standing.ts';
import type { Standing, StandingLine } from '../standing/types.ts';
import type { Text } from '../text.ts';

/** A ledger, and the instant at which it is looked at. */
export interface LedgerCase {
  readonly facts: readonly Fact[];
  readonly at: Instant;
}

export function linesOf({ steps }: Standing): readonly StandingLine[] {
  return steps.flatMap(({ lines }) => lines);
}

/** Every text that stands anywhere inside. */
export function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('code' in value && typeof value.code === 'string') return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

/** The same ledgers, and their facts in another order. */
export function shuffledOf(
  anyCase: fc.Arbitrary<LedgerCase>,
): fc.Arbitrary<LedgerCase & { shuffled: readonly Fact[] }> {
  return anyCase.chain(({ facts, at }) =>
    fc.shuffledSubarray([...facts], { minLength: facts.length }).map((shuffled) => ({ facts, at, shuffled })),
  );
}

/** What is not final has a next action, and nothing that lies ahead is in the past. */
export function expectForward({ next, deadlines, since, final, at }: Standing): void {
  if (final) expect(next).toEqual([]);
  else expect(next.length).toBeGreaterThan(0);
  for (const { by } of next) if (by !== undefined) expect(by >= at).toBe(true);
  for (const deadline of deadlines) expect(deadline.at >= at).toBe(true);
  expect(since <= at).toBe(true);
}

/** The same for any order of the facts, whole as JSON, and every text in words. */
export function expectSayable(
  program: Program,
  { facts, at, shuffled }: LedgerCase & { shuffled: readonly Fact[] },
): Standing {
  const found = standing(program, facts, at);
  expect(standing(program, shuffled, at)).toEqual(found);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  for (const text of textsIn(found)) expect(say(text)).not.toMatch(/undefined|NaN|null|Infinity|Invalid|[{}]/);
  for (const line of linesOf(found)) expect(line.unlocks !== undefined).toBe(line.state === 'locked');
  return found;
}
