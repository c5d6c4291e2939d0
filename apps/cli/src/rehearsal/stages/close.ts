import { verifyChain } from '../../audit/chain.ts';
import { expectThat } from '../unmet.ts';
import { staffWith, type World } from '../world.ts';

/** What everybody did stands in the audit chain, unbroken, and the books balance. */
export const closeBooks = async (world: World): Promise<void> => {
  const { organization, journal } = world;
  await journal.step('auditor', 'Verify the audit chain, there and here', async (note) => {
    const { audit } = staffWith(world, 'auditor').api;
    const { intact, head, entries: count, brokenAt } = await audit.verifyChain({ organization });
    expectThat(intact, 'an intact chain', `broken at ${brokenAt}`);
    const { entries } = await audit.exportEntries({ organization });
    const report = verifyChain(entries);
    expectThat(report.intact && report.entries >= count, `${count} entries that hold`, report);
    expectThat(entries[count - 1]?.hash === head, `entry ${count} to be the head ${head}`, entries[count - 1]?.hash);
    note(`${report.entries} entries.`);
  });
  await journal.step('finance', 'Balance the ledger', async (note) => {
    const { accounts } = await staffWith(world, 'finance').api.billing.getLedger({ organization });
    const currencies = [...new Set(accounts.map(({ currency }) => currency))];
    for (const currency of currencies) {
      const own = accounts.filter((account) => account.currency === currency);
      const debit = own.reduce((sum, { debitMinor }) => sum + debitMinor, 0);
      const credit = own.reduce((sum, { creditMinor }) => sum + creditMinor, 0);
      expectThat(debit === credit, `debits that equal credits in ${currency}`, `${debit} and ${credit}`);
      note(`${currency} ${debit} = ${credit} minor units.`);
    }
  });
};
