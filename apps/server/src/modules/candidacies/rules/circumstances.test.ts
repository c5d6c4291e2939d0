import type { Fact, Program, Standing } from '@testamur/program';
import { expect, test } from 'vitest';
import { regionHeldBy } from './circumstances.ts';

const program = { requirements: [{ id: 'place', kind: 'jurisdiction' }] } as unknown as Program;
const asking = (kind: string, subject?: string) => ({ next: [{ kind, subject }] }) as unknown as Standing;
const facts = (...kinds: readonly string[]) =>
  kinds.map((kind) => ({ kind, data: { amountMinor: 5000, currency: 'USD' } })) as unknown as readonly Fact[];

test('a region that was never given can be, whatever is there', () => {
  const there = facts('fee-invoiced', 'application-submitted');
  expect(regionHeldBy(program, asking('choose-region'), there)).toBeUndefined();
});

test('another region can be given where a requirement asks for one, but not after an invoice for the first', () => {
  const asked = asking('complete-requirement', 'place');
  expect(regionHeldBy(program, asked, facts('application-submitted'))).toBeUndefined();
  expect(regionHeldBy(program, asked, facts('fee-invoiced', 'application-submitted'))).toMatch(/\$50\.00/);
  expect(regionHeldBy(program, asking('pay-fee'), facts('application-submitted'))).toMatch(/is submitted/);
  expect(regionHeldBy(program, asking('pay-fee'), [])).toBeUndefined();
});
