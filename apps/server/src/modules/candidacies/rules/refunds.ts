import { type Fact, findBundle, findFee, type Program, refundTerms, say } from '@testamur/program';

export interface RefundView {
  readonly policy: string;
  readonly hasRules: boolean;
  readonly withdrawn: boolean;
  readonly terms: readonly {
    readonly invoiceId: string;
    readonly fee: string;
    readonly title: string;
    readonly currency: string;
    readonly paidMinor: number;
    readonly refundMinor: number;
    readonly percent: number;
    readonly reason: string;
  }[];
}

/**
 * What a withdrawal gives back. The instant of the withdrawal decides, so that the terms do not turn while finance has
 * not acted on them; what was given back since is taken off.
 *
 * @param at the instant of the standing, for those who have not withdrawn.
 */
export const refundView = (program: Program, facts: readonly Fact[], at: string): RefundView => {
  const { refund } = program.policies;
  const index = facts.findIndex(({ kind }) => kind === 'candidacy-withdrawn');
  const withdrawn = facts[index];
  const since = withdrawn === undefined ? [] : facts.slice(index + 1);
  const found = refundTerms(program, facts.slice(0, index === -1 ? undefined : index), withdrawn?.at ?? at);
  const terms = found.map((terms) => {
    const { invoiceId, fee, currency, percent } = terms;
    const backMinor = since
      .filter((fact) => fact.kind === 'fee-refunded')
      .filter(({ data }) => data.invoiceId === invoiceId && data.voucherId === undefined)
      .reduce((sum, { data }) => sum + data.amountMinor, 0);
    return {
      invoiceId,
      fee,
      title: (findFee(program, fee) ?? findBundle(program, fee))?.title ?? fee,
      currency,
      paidMinor: Math.max(0, terms.paidMinor - backMinor),
      refundMinor: Math.max(0, terms.refundMinor - backMinor),
      percent,
      reason: say(terms.reason, program.language),
    };
  });
  return {
    policy: refund.text,
    hasRules: refund.rules !== undefined,
    withdrawn: withdrawn !== undefined,
    terms: terms.filter(({ paidMinor }) => paidMinor > 0),
  };
};
