import { DataTable } from '../../parts/data-table.tsx';
import { type Fact, Facts } from '../../parts/facts.tsx';
import { Money } from '../../parts/money.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './fees.module.css';
import { type Invoice, openMinor } from './invoice.ts';
import { messages } from './messages.ts';

type Line = Invoice['lines'][number];

/** What is asked for, and what it holds where that is several things. */
const Item = ({ line: { description, includes } }: { line: Line }) => (
  <>
    {description}
    {includes && includes.length > 0 && (
      <ul className={styles.includes}>
        {includes.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    )}
  </>
);

/** The lines of an invoice with the reason of each, taxes by themselves, and what is paid and open. */
export const InvoiceLines = ({ invoice, now }: { invoice: Invoice; now: string }) => {
  const t = useText(messages);
  const { currency, lines } = invoice;
  return (
    <>
      <DataTable
        caption={t('lines')}
        rows={lines.map((line, at) => ({ ...line, key: String(at) }))}
        keyOf={({ key }) => key}
        empty={null}
        columns={[
          { id: 'item', header: t('item'), cell: (line) => <Item line={line} /> },
          { id: 'why', header: t('why'), cell: ({ reason }) => reason, speaksForItself: true },
          {
            id: 'amount',
            header: t('amount'),
            cell: ({ amountMinor }) => <Money amount={{ amountMinor, currency }} />,
            numeric: true,
            line: 3,
          },
        ]}
      />
      <div className={styles.sums}>
        <Sums invoice={invoice} now={now} />
      </div>
    </>
  );
};

const Sums = ({ invoice, now }: { invoice: Invoice; now: string }) => {
  const t = useText(messages);
  const { currency, totalMinor, taxMinor, paidMinor, voucherMinor, state, dueAt } = invoice;
  const money = (amountMinor: number) => <Money key="amount" amount={{ amountMinor, currency }} zero="amount" />;
  const taxed: readonly Fact[] =
    taxMinor === 0
      ? [
          {
            label: t('total'),
            value: (
              <>
                {money(totalMinor)}. {t('noTax')}
              </>
            ),
          },
        ]
      : [
          { label: t('net'), value: money(totalMinor - taxMinor) },
          { label: t('tax'), value: money(taxMinor) },
          { label: t('total'), value: money(totalMinor) },
        ];
  const paid =
    voucherMinor === 0
      ? money(paidMinor)
      : t.rich('paidByVoucher', {
          paid: money(paidMinor),
          voucher: <Money key="voucher" amount={{ amountMinor: voucherMinor, currency }} />,
        });
  const rest: readonly Fact[] =
    state === 'open'
      ? [
          { label: t('balance'), value: <strong>{money(openMinor(invoice))}</strong> },
          { label: t('due'), value: <Time at={dueAt} now={now} /> },
        ]
      : [{ label: t('state'), value: t(`state.${state}`) }];
  return <Facts facts={[...taxed, { label: t('paid'), value: paid }, ...rest]} />;
};
