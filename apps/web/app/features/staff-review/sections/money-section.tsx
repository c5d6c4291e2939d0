import type { Standing } from '@testamur/program';
import { Link } from 'react-router';
import { DataTable } from '../../../parts/data-table.tsx';
import { Money } from '../../../parts/money.tsx';
import { Time } from '../../../parts/time.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

interface MoneySectionProps {
  standing: Pick<Standing, 'owed' | 'paid'>;
  base: string;
  /** The reader may open invoices. */
  opensInvoices: boolean;
  now: string;
}

export const MoneySection = ({ standing: { owed, paid }, base, opensInvoices, now }: MoneySectionProps) => {
  const t = useText(messages);
  const say = useSay();
  return (
    <section id="money" className={styles.section}>
      <h2>{t('money')}</h2>
      <DataTable
        caption={t('owed')}
        rows={owed}
        keyOf={({ fee, invoiceId }) => `${fee} ${invoiceId ?? ''}`}
        empty={<p>{t('nothingOwed')}</p>}
        columns={[
          { id: 'owed', header: t('owed'), cell: ({ title }) => say(title) },
          {
            id: 'amount',
            header: t('amount'),
            numeric: true,
            speaksForItself: true,
            cell: (row) => <Money amount={row} />,
          },
          {
            id: 'due',
            header: t('nextBy'),
            line: 3,
            cell: ({ dueAt }) => dueAt && <Time at={dueAt} show="day" now={now} />,
          },
          {
            id: 'invoice',
            header: t('invoice'),
            line: 3,
            cell: ({ invoiceId }) => {
              if (invoiceId === undefined) return t('notInvoiced');
              return opensInvoices && <Link to={`${base}/billing/${invoiceId}`}>{t('goInvoice')}</Link>;
            },
          },
        ]}
      />
      {paid.map((amount) => (
        <p key={amount.currency}>
          {t('paid')}: <Money amount={amount} zero="amount" />
        </p>
      ))}
    </section>
  );
};
