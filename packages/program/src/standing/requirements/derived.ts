import { latest } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import { titleOf } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { RequirementOf } from '../../schema/program.ts';
import type { CircumstancesFinding } from '../circumstances-finding.ts';
import { type FeeFinding, isDone } from '../fees/fee.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import { payerLabel, regionTitles } from './assess.ts';
import { type Outcome, open, since } from './finding.ts';

/** Being a member: claimed by the candidate, checked by the organization, for the class that the requirement names. */
export function findMembership(
  ledger: Ledger,
  requirement: RequirementOf<'membership'>,
  submittedAt: Instant | undefined,
): Outcome {
  const own = select(ledger, 'membership-claimed', 'membership-judged').filter(
    ({ data }) => data.payerClass === requirement.payerClass,
  );
  const claimed = own.findLast((fact) => fact.kind === 'membership-claimed');
  const factIds = own.map(({ id }) => id);
  if (claimed === undefined) {
    const reason = text('membership.nothing-yet');
    const blank = { isClaimed: false, isStarted: false, reason, factIds: [] };
    return { ...blank, state: 'not-started', known: open, mover: 'candidate', ...since(submittedAt) };
  }
  const payer = payerLabel(ledger.program, requirement.payerClass);
  const judged = own.filter((fact) => fact.kind === 'membership-judged');
  const last = judged.at(-1);
  const isStarted = true;
  if (last?.data.verified === true) {
    const lastRefusal = judged.findLastIndex(({ data }) => !data.verified);
    const metAt = judged[lastRefusal + 1]?.at ?? last.at;
    const known = { state: 'met', since: metAt } as const;
    const reason = text('membership.verified', { payer, on: metAt });
    const detail = text('given', { words: payer });
    return {
      state: 'met',
      known,
      mover: 'nobody',
      movedAt: metAt,
      isClaimed: true,
      isStarted,
      detail,
      reason,
      factIds,
    };
  }
  if (last !== undefined && own.indexOf(last) > own.indexOf(claimed)) {
    const reason = text('membership.refused', { reason: last.data.reason });
    return {
      state: 'not-met',
      known: open,
      mover: 'candidate',
      movedAt: last.at,
      isClaimed: false,
      isStarted,
      reason,
      factIds,
    };
  }
  const reason = text('membership.waiting');
  const movedAt = latest(submittedAt, claimed.at) ?? claimed.at;
  const state = submittedAt === undefined ? 'in-progress' : 'unknown';
  return { state, known: open, mover: 'finance', movedAt, isClaimed: true, isStarted, reason, factIds };
}

/** Living or working in one of the regions. Another region can still be declared, so that none is refused for good. */
export function findJurisdiction(
  ledger: Ledger,
  requirement: RequirementOf<'jurisdiction'>,
  { region, regionSince }: CircumstancesFinding,
): Outcome {
  const fact = select(ledger, 'region-declared').at(-1);
  const factIds = fact === undefined ? [] : [fact.id];
  if (region === undefined || regionSince === undefined) {
    const reason = text('jurisdiction.nothing-yet');
    const unlocks = text('unlocks.region');
    const blank = { isClaimed: false, isStarted: false, reason, unlocks, factIds };
    return { ...blank, state: 'locked', known: open, mover: 'nobody' };
  }
  const detail = text('given', { words: titleOf(ledger.program.regions, region) });
  const common = { isStarted: true, detail, factIds, movedAt: regionSince };
  if (requirement.regions.includes(region)) {
    const known = { state: 'met', since: regionSince } as const;
    return { ...common, state: 'met', known, mover: 'nobody', isClaimed: true, reason: text('jurisdiction.enough') };
  }
  const reason = text('jurisdiction.other', { regions: regionTitles(ledger.program, requirement.regions) });
  return { ...common, state: 'not-met', known: open, mover: 'candidate', isClaimed: false, reason };
}

/** Registering: done by the candidate, and by nobody else once its fees are settled. */
export function findRegistration(
  claim: FactOf<'requirement-declared'> | undefined,
  fees: readonly FeeFinding[],
  submittedAt: Instant | undefined,
): Outcome {
  if (claim === undefined) {
    const reason = text('registration.nothing-yet');
    const blank = { isClaimed: false, isStarted: false, reason, factIds: [] };
    return { ...blank, state: 'not-started', known: open, mover: 'candidate', ...since(submittedAt) };
  }
  const factIds = [claim.id, ...fees.flatMap(({ invoice }) => invoice?.issued.id ?? [])];
  if (fees.every(isDone)) {
    const metAt = latest(claim.at, ...fees.map(({ settledAt }) => settledAt)) ?? claim.at;
    const known = { state: 'met', since: metAt } as const;
    const reason = text('registration.enough', { on: metAt });
    const met = { state: 'met', known, mover: 'nobody', movedAt: metAt } as const;
    return { ...met, isClaimed: true, isStarted: true, detail: reason, reason, factIds };
  }
  const reason = text('registration.to-pay');
  const movedAt = latest(submittedAt, claim.at) ?? claim.at;
  const waiting = { state: 'in-progress', known: open, mover: 'payment', movedAt } as const;
  return { ...waiting, isClaimed: false, isStarted: true, detail: reason, reason, factIds };
}
