import { formatMoney } from '@testamur/program';
import { settle } from '../settle.ts';
import { expectThat } from '../unmet.ts';
import { staffWith, type World } from '../world.ts';

/**
 * What was paid is given back as far as the program says so, and by a person.
 *
 * @returns what came of it, in a sentence.
 */
export const giveBack = async (world: World): Promise<string> => {
  const { candidacyId, candidate, journal, program } = world;
  if (program.policies.refund.rules === undefined) return 'The program has no rules for refunds.';
  const finance = staffWith(world, 'finance');
  return journal.step('finance', 'Give back what the program gives back', async (note) => {
    const own = await candidate.api.candidacies.getRefundTerms({ candidacyId });
    const { terms } = await finance.api.candidacies.getRefundTerms({ candidacyId });
    const isSame = JSON.stringify(own.terms) === JSON.stringify(terms);
    expectThat(isSame, 'candidate and finance to read the same', own.terms);
    const due = terms.filter(({ refundMinor }) => refundMinor > 0);
    for (const { invoiceId, refundMinor, currency, reason } of due) {
      const before = await finance.api.billing.getInvoice({ invoiceId });
      await finance.api.billing.refundInvoice({
        invoiceId,
        reason: 'By the refund policy of the program.',
        amountMinor: refundMinor,
      });
      const after = await finance.api.billing.getInvoice({ invoiceId });
      const back = before.paidMinor - after.paidMinor;
      expectThat(back === refundMinor, `${refundMinor} minor units to be given back`, back);
      note(
        `${after.number}: ${formatMoney(refundMinor, currency, 'en')} of ${formatMoney(before.paidMinor, currency, 'en')}. ${reason}`,
      );
    }
    // The ledger of the candidacy follows the books by a job.
    await settle(world);
    const { terms: left } = await finance.api.candidacies.getRefundTerms({ candidacyId });
    const open = left.filter(({ refundMinor }) => refundMinor > 0);
    expectThat(open.length === 0, 'nothing more to be given back', open);
    return due.length === 0
      ? 'Nothing is given back.'
      : `${due.length} of ${terms.length} payments were given back as the policy says.`;
  });
};
