import {
  applies,
  type Bundle,
  type Fact,
  findFee,
  findRequirement,
  type Program,
  type Standing,
} from '@testamur/program';
import { formatMoney } from '../../../kernel/index.ts';
import { isSubmitted } from './claims.ts';

/** Why the region cannot be declared anew: rules and prices that already hold rest on it. Undefined where it can. */
export const regionHeldBy = (program: Program, { next }: Standing, facts: readonly Fact[]): string | undefined => {
  if (next.some(({ kind }) => kind === 'choose-region')) return undefined;
  const invoiced = facts.find((fact) => fact.kind === 'fee-invoiced');
  if (invoiced) {
    const amount = formatMoney(invoiced.data);
    return `An invoice over ${amount} was made out for the region that you gave. Write to us if you have moved.`;
  }
  // Another region is asked for, and no price rests on the one that was given.
  const isAsked = next.some(
    ({ kind, subject = '' }) =>
      kind === 'complete-requirement' && findRequirement(program, subject)?.kind === 'jurisdiction',
  );
  if (isSubmitted(facts) && !isAsked)
    return 'The application is submitted for the region that you gave. Write to us if you have moved.';
  return undefined;
};

/** Why a bundle cannot be chosen any more: one of its fees, or of the bundle chosen before, is invoiced. */
export const bundleHeldBy = (program: Program, facts: readonly Fact[], bundleId: string): string | undefined => {
  const feesOf = (id: string): readonly string[] => program.bundles?.find((one) => one.id === id)?.fees ?? [id];
  const chosen = facts.findLast((fact) => fact.kind === 'bundle-chosen');
  const meant = new Set([...feesOf(bundleId), ...(chosen ? feesOf(chosen.data.bundle) : [])]);
  const invoiced = facts.some(
    (fact) =>
      fact.kind === 'fee-invoiced' &&
      (fact.data.attempt ?? 1) === 1 &&
      feesOf(fact.data.fee).some((id) => meant.has(id)),
  );
  return invoiced ? 'An invoice for a part of it is made out already, so each part is paid by itself.' : undefined;
};

/** Whether every fee of a bundle may be asked of this candidate. */
export const isBundleThere = (program: Program, { region, track }: Standing, { fees }: Bundle): boolean => {
  const circumstances = { ...(region === undefined ? {} : { region }), ...(track === undefined ? {} : { track }) };
  return fees.every((id) => {
    const fee = findFee(program, id);
    return fee !== undefined && applies(fee, circumstances) !== false;
  });
};
