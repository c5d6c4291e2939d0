import type { Program } from '@testamur/program';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Money } from '../../parts/money.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { pricesOn } from './prices.ts';
import { Assumed, isAssumed, SourceMark } from './source-mark.tsx';

type Fee = Program['fees'][number];

/** Every fee by payer class, when it is asked for, and who says so. */
export const CostTable = ({ program, day }: { program: Program; day: string }) => {
  const t = useText(messages);
  const price = (fee: Fee, payerClass: string) =>
    pricesOn(program, fee, day).find((one) => one.payerClass === payerClass);
  const columns: Column<Fee>[] = [
    { id: 'item', header: t('item'), cell: (fee) => fee.title },
    ...program.payerClasses.map(
      (payer): Column<Fee> => ({
        id: payer.id,
        header: payer.label,
        numeric: true,
        cell: (fee) => (
          <>
            <Money amount={price(fee, payer.id)} />
            {isAssumed(fee, 'prices') && <Assumed />}
            <SourceMark program={program} of={isAssumed(fee, 'prices') ? {} : fee} />
          </>
        ),
      }),
    ),
    {
      id: 'when',
      header: t('when'),
      line: 3,
      cell: (fee) => (fee.kind === 'renewal' ? t('whenRenewal') : t('whenAssessment')),
    },
  ];
  return <DataTable caption={t('cost')} columns={columns} rows={program.fees} keyOf={(fee) => fee.id} empty={null} />;
};
