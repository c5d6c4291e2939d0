import type { ReactNode } from 'react';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Money } from '../../parts/money.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { type Invoice, openMinor } from './invoice.ts';
import { messages } from './messages.ts';

/** The lines of an invoice with the reason of each, and what is paid and open. */
export const InvoiceLines = ({ invoice, now }: { invoice: Invoice; now: string }) => {
  const t = useText(messages);
  const { currency, lines, totalMinor, paidMinor, state, dueAt } = invoice;
  const money = (amountMinor: number) => <Money amount={{ amountMinor, currency }} zero="amount" />;
  return (
    <>
      <DataTable
        caption={t('lines')}
        rows={lines.map((line, at) => ({ ...line, key: String(at) }))}
        keyOf={({ key }) => key}
        empty={null}
        columns={[
          { id: 'item', header: t('item'), cell: ({ description }) => description },
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
      <div style={{ marginBlockStart: 16 }}>
        <Facts
          facts={[
            { label: t('total'), value: <TotalLine>{money(totalMinor)}</TotalLine> },
            { label: t('paid'), value: money(paidMinor) },
            ...(state === 'open'
              ? [
                  { label: t('balance'), value: <strong>{money(openMinor(invoice))}</strong> },
                  { label: t('due'), value: <Time at={dueAt} now={now} /> },
                ]
              : [{ label: t('state'), value: t(`state.${state}`) }]),
          ]}
        />
      </div>
    </>
  );
};

const TotalLine = ({ children }: { children: ReactNode }) => {
  const t = useText(messages);
  return (
    <>
      {children}. {t('noTax')}
    </>
  );
};
