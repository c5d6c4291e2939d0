import { addPeriod, endOfDay, type Fee, findFee, quote, type Standing, say } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { issueInvoice, type Letterhead, voidInvoice } from '../billing/index.ts';
import { getPerson } from '../identity/index.ts';
import { recordFactsOn } from './facts.ts';
import { type Candidacy, loadCandidacy } from './store.ts';

/** The attempt or the cycle that a fee is due for. */
const targetOf = (standing: Standing, fee: Fee): { attempt: number } | { cycle: number } => {
  if (fee.kind === 'renewal') return { cycle: standing.renewal?.cycle ?? 1 };
  const found = standing.assessments.find((assessment) => assessment.assessment === fee.assessment);
  return { attempt: found?.attempt ?? 1 };
};

const letterheadOf = ({ program }: Candidacy): Letterhead => ({
  organizationAbbreviation: program.organization.abbreviation,
  program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
  notice: program.notice.text,
  language: program.language,
});

/** Makes out what the standing says is to be invoiced, and takes back what a candidacy that is over no longer owes. */
export const settleInvoices = async (scope: Scope, candidacyId: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const { standing, program } = candidacy;
  if (standing.final) return takeBack(scope, candidacy);
  for (const { kind, subject } of standing.next) {
    const fee = kind === 'issue-invoice' && subject !== undefined ? findFee(program, subject) : undefined;
    // One at a time: each fact changes the standing, and the job that follows from it sees the next.
    if (fee) return issue(scope, candidacy, fee);
  }
};

const issue = async (scope: Scope, candidacy: Candidacy, fee: Fee): Promise<void> => {
  const { standing, program, personId, facts } = candidacy;
  const target = targetOf(standing, fee);
  const asked = 'attempt' in target ? { fee: fee.id, attempt: target.attempt } : { fee: fee.id };
  const at = candidacy.at.toISOString();
  const { lines, totalMinor, currency } = quote(program, { payerClass: standing.payerClass, at, fees: [asked] });
  const number = 'attempt' in target ? target.attempt : target.cycle;
  // After a full refund the same fee is asked for anew, by an invoice of its own.
  const before = facts.filter(
    ({ kind, data }) => kind === 'fee-invoiced' && data.fee === fee.id && (data.attempt ?? data.cycle) === number,
  ).length;
  const dueAt = endOfDay(addPeriod(at, fee.dueWithin));
  const person = await getPerson(scope.trx, personId);
  const issued = await issueInvoice(scope, {
    personId,
    payerName: person.name,
    reference: `candidacy/${candidacy.id}/${fee.id}/${number}/${before + 1}`,
    context: { candidacyId: candidacy.id, fee: fee.id, ...target, letterhead: letterheadOf(candidacy) },
    lines: lines.map((line) => ({
      description: `${say(line.title, program.language)}: ${program.title}`,
      reason: say(line.reason, program.language),
      amountMinor: line.amountMinor,
    })),
    currency,
    dueAt: new Date(dueAt),
  });
  const { invoiceId } = issued;
  const data = { fee: fee.id, invoiceId, amountMinor: totalMinor, currency, dueAt, ...target };
  const fact = { kind: 'fee-invoiced', data, by: { kind: 'system' }, once: `fee-invoiced:${invoiceId}` } as const;
  const { recorded } = await recordFactsOn(scope, candidacy, [fact]);
  if (recorded[0] !== true) return;
  await recordAudit(scope, {
    action: 'candidacies.issueInvoice',
    subject: `candidacy:${candidacy.id}`,
    detail: { invoiceId, number: issued.number, amountMinor: totalMinor, currency },
  });
};

const takeBack = async (scope: Scope, { id, facts }: Candidacy): Promise<void> => {
  const settled = new Set(facts.flatMap((fact) => (fact.kind === 'fee-settled' ? [fact.data.invoiceId] : [])));
  const voided: string[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'fee-invoiced' || settled.has(fact.data.invoiceId)) continue;
    const { invoiceId } = fact.data;
    if ((await voidInvoice(scope, invoiceId)).voided) voided.push(invoiceId);
  }
  if (voided.length === 0) return;
  const subject = `candidacy:${id}`;
  await recordAudit(scope, { action: 'candidacies.takeBackInvoices', subject, detail: { invoiceIds: voided } });
};
