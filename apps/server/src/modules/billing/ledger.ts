import type { Scope } from '../../platform/http/index.ts';

/** The latest entries that are shown with the balances. */
const shownEntries = 200;

/** Every account with its sums, and the latest entries, newest first. */
export const getLedger = async ({ trx, organization }: Scope) => {
  const sums = await trx
    .selectFrom('posting')
    .where('organization_id', '=', organization.id)
    .select(['account', 'currency'])
    .select((select) => [
      select.cast<number>(select.fn.sum('debit_minor'), 'bigint').as('debitMinor'),
      select.cast<number>(select.fn.sum('credit_minor'), 'bigint').as('creditMinor'),
    ])
    .groupBy(['account', 'currency'])
    .orderBy('currency')
    .orderBy('account')
    .execute();
  const entries = await trx
    .selectFrom('journal_entry')
    .select(['id', 'at', 'description'])
    .where('organization_id', '=', organization.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(shownEntries)
    .execute();
  const ids = entries.map((entry) => entry.id);
  const postings =
    ids.length === 0
      ? []
      : await trx
          .selectFrom('posting')
          .select(['entry_id', 'account', 'currency', 'debit_minor', 'credit_minor'])
          .where('organization_id', '=', organization.id)
          .where('entry_id', 'in', ids)
          .orderBy('line')
          .execute();
  const byEntry = Map.groupBy(postings, (posting) => posting.entry_id);
  return {
    accounts: sums,
    entries: entries.map(({ id, at, description }) => ({
      id,
      at: at.toISOString(),
      description,
      postings: (byEntry.get(id) ?? []).map(({ account, currency, debit_minor, credit_minor }) => ({
        account,
        currency,
        debitMinor: debit_minor,
        creditMinor: credit_minor,
      })),
    })),
  };
};
