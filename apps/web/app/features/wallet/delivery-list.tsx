import type { Api } from '../../api.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './wallet.module.css';

type Delivery = Awaited<ReturnType<Api['wallets']['listWalletDeliveries']>>['deliveries'][number];

/** Where the credential went, so that its holder sees what was not them. */
export const DeliveryList = ({ deliveries }: { deliveries: readonly Delivery[] }) => {
  const t = useText(messages);
  return (
    <>
      <h2>{t('deliveries')}</h2>
      <DataTable
        caption={t('deliveries')}
        keyOf={({ id }) => id}
        rows={deliveries}
        columns={[
          { id: 'when', header: t('when'), cell: ({ at }) => <Time at={at} /> },
          { id: 'format', header: t('inFormat'), cell: ({ format }) => t(`format.${format}`), speaksForItself: true },
          {
            id: 'told',
            header: t('told'),
            cell: ({ told }) => (told === undefined ? t('toldNothing') : t(`told.${told}`)),
            line: 3,
          },
          {
            id: 'key',
            header: t('key'),
            cell: ({ keyThumbprint }) => <code className={styles.key}>{keyThumbprint.slice(0, 12)}</code>,
            line: 3,
          },
        ]}
        empty={<p>{t('deliveriesNone')}</p>}
      />
      {deliveries.length > 0 && <p>{t('notYou')}</p>}
    </>
  );
};
