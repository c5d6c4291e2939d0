import { type Fact, type FactOf, type FeeTarget, findBundle, findFee, type Program } from '@testamur/program';

type Invoiced = FactOf<'fee-invoiced'>;

const parts = ['assessment', 'attempt', 'cycle', 'year'] as const satisfies readonly (keyof FeeTarget)[];

/** The invoices that were made out for one fee and one target, oldest first. */
export const invoicesOfTarget = (facts: readonly Fact[], feeId: string, target: FeeTarget): readonly Invoiced[] =>
  facts
    .filter((fact) => fact.kind === 'fee-invoiced')
    .filter(({ data }) => data.fee === feeId && parts.every((part) => data[part] === target[part]));

/** The reference of an invoice: one fee, one target, the first invoice for it or a later one. */
export const referenceOf = (candidacyId: string, feeId: string, target: FeeTarget, count: number): string => {
  const named = parts.flatMap((part) => (target[part] === undefined ? [] : [`${part}-${target[part]}`]));
  return ['candidacy', candidacyId, feeId, ...named, count].join('/');
};

/** What has paid for an invoice, by money and by vouchers, less what was given back. */
export const coveredBy = (facts: readonly Fact[], invoiceId: string): { moneyMinor: number; voucherMinor: number } => {
  const covered = { moneyMinor: 0, voucherMinor: 0 };
  for (const fact of facts) {
    if ((fact.kind !== 'fee-settled' && fact.kind !== 'fee-refunded') || fact.data.invoiceId !== invoiceId) continue;
    const sign = fact.kind === 'fee-settled' ? 1 : -1;
    covered[fact.data.voucherId === undefined ? 'moneyMinor' : 'voucherMinor'] += sign * fact.data.amountMinor;
  }
  return covered;
};

const begins: ReadonlySet<Fact['kind']> = new Set([
  'attempt-begun',
  'portfolio-submitted',
  'session-held',
  'module-completed',
]);

const assessmentsOf = (program: Program, { data }: Invoiced): readonly string[] => {
  if (data.assessment !== undefined) return [data.assessment];
  const ids = findBundle(program, data.fee)?.fees ?? [data.fee];
  return ids.flatMap((id) => {
    const fee = findFee(program, id);
    return fee?.kind === 'assessment' ? fee.assessments : [];
  });
};

/**
 * Whether what an invoice pays for has begun to be given: one of its assessments was begun. What is no assessment is
 * given as soon as it is paid.
 */
export const isServed = (program: Program, facts: readonly Fact[], invoiced: Invoiced): boolean => {
  const assessments = assessmentsOf(program, invoiced);
  if (assessments.length === 0) return true;
  const attempt = invoiced.data.attempt ?? 1;
  return facts.some(
    ({ kind, data }) =>
      begins.has(kind) &&
      'assessment' in data &&
      'attempt' in data &&
      data.attempt === attempt &&
      assessments.some((id) => id === data.assessment),
  );
};
