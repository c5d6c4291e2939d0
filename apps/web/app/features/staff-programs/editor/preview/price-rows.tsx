import { DataTable } from '../../../../parts/data-table.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Money } from '../../../../parts/money.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { CheckedWell } from '../checked.ts';
import styles from '../editor.module.css';
import { messages } from '../messages.ts';

type Row = CheckedWell['prices'][number];

const keyOf = ({ payerClass, region, track }: Row): string =>
  [payerClass.id, region?.id, JSON.stringify(track?.options)].join(' ');

/** What one who fits pays until certified: a row for each class, region and track, with what it is made of. */
export const PriceRows = ({ prices }: Pick<CheckedWell, 'prices'>) => {
  const t = useText(messages);
  const hasRegions = prices.some(({ region }) => region !== undefined);
  const hasTracks = prices.some(({ track }) => track !== undefined);
  return (
    <DataTable
      caption={t('prices')}
      rows={prices}
      keyOf={keyOf}
      empty={<EmptyState title={t('noPrices')} />}
      columns={[
        { id: 'class', header: t('payerClass'), cell: ({ payerClass }) => payerClass.label },
        ...(hasRegions ? [{ id: 'region', header: t('region'), cell: ({ region }: Row) => region?.title }] : []),
        ...(hasTracks ? [{ id: 'track', header: t('track'), cell: ({ track }: Row) => track?.title }] : []),
        {
          id: 'total',
          header: t('untilCertified'),
          numeric: true,
          cell: ({ totalMinor: amountMinor, currency }) => <Money amount={{ amountMinor, currency }} />,
        },
        {
          id: 'lines',
          header: t('madeOf'),
          line: 3,
          speaksForItself: true,
          cell: ({ lines, currency }) => (
            <ul className={styles.lines}>
              {lines.map(({ fee, kind, title, amountMinor }) => (
                <li key={`${kind} ${fee} ${title}`}>
                  {title}: <Money amount={{ amountMinor, currency }} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
};
