import { randomUUID } from 'node:crypto';
import { dayOf, daysBefore } from '../days.ts';
import type { Note } from '../journal.ts';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import { staffWith, type World } from '../world.ts';

interface Redeeming {
  readonly fee: string;
  readonly invoiceId: string;
  readonly totalMinor: number;
  readonly currency: string;
}

/** Finance issues a voucher that was paid for beforehand; it pays the whole invoice, once. */
export const redeemVoucher = async (world: World, redeeming: Redeeming, note: Note): Promise<void> => {
  const { organization, program, candidate, clock } = world;
  const { fee, invoiceId, totalMinor, currency } = redeeming;
  const finance = staffWith(world, 'finance');
  const { vouchers } = await finance.api.billing.issueVouchers({
    organization,
    batchId: randomUUID(),
    programId: program.id,
    fee,
    count: 2,
    percent: 100,
    currency,
    priceMinor: totalMinor,
    recipient: 'Northfield Training Center',
    expiresOn: dayOf(daysBefore(clock.now(), -365)),
  });
  const { code, id } = present(vouchers[0], 'a voucher');
  const { billing } = candidate.api;
  const wrong = billing.redeemVoucher({ invoiceId, code: 'AAAA-AAAA-AAAA-AAAA' });
  note(`A code of nobody: ${await expectRefusal('billing.no-such-voucher', wrong)}`);
  const paid = await billing.redeemVoucher({ invoiceId, code: code.replaceAll('-', ' ').toLowerCase() });
  expectThat(paid.state === 'settled' && paid.amountMinor === totalMinor, 'a voucher that pays the whole', paid);
  const { vouchers: list } = await finance.api.billing.listVouchers({ organization });
  const states = new Map(list.map((voucher) => [voucher.id, voucher.state]));
  expectThat(states.get(id) === 'redeemed', 'the voucher to be redeemed', states.get(id));
  note(`Paid by a voucher, ${list.filter(({ state }) => state === 'open').length} still open.`);
};
