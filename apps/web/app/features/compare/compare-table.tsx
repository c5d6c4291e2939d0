import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { saying } from '../../parts/table-roles.ts';
import { textIn } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { comparePath } from '../catalog/filters.ts';
import { wordsIn } from '../public-programs/words.ts';
import styles from './compare.module.css';
import { CostCell, SaidCell, TenYearsCell } from './compare-cells.tsx';
import type { Compared } from './load-compared.ts';
import { messages } from './messages.ts';
import { cellsOf, isSame, type RowName } from './rows.ts';

interface Row {
  readonly id: RowName | 'cost' | 'tenYears';
  readonly same: boolean;
  readonly cells: readonly ReactNode[];
}

const order: readonly Row['id'][] = [
  'body',
  'choices',
  'needs',
  'cost',
  'tenYears',
  'time',
  'assessed',
  'passing',
  'retakes',
  'delivery',
  'decision',
  'keeping',
  'yearly',
  'credential',
];

/** Every row of the comparison, with whether all programs say the same in it. */
export const useRows = (compared: readonly Compared[], day: string): readonly Row[] => {
  const { locale } = useDocument();
  const words = { ...wordsIn(locale), own: textIn(locale, messages) };
  const said = compared.map(({ program, organizationName }) => cellsOf(program, organizationName, words));
  return order.map((id) => {
    if (id === 'cost' || id === 'tenYears') {
      return {
        id,
        same:
          compared.length > 1 && new Set(compared.map(({ plan }) => `${plan.totalMinor} ${plan.currency}`)).size === 1,
        cells: compared.map((one) =>
          id === 'cost' ? (
            <CostCell key={one.program.id} program={one.program} day={day} />
          ) : (
            <TenYearsCell key={one.program.id} one={one} all={compared} />
          ),
        ),
      };
    }
    return {
      id,
      same: compared.length > 1 && isSame(said.map((cells) => cells[id])),
      cells: compared.map(({ program }, at) => (
        <SaidCell key={program.id} program={program} said={said[at]?.[id] ?? []} />
      )),
    };
  });
};

/** Programs side by side: a row each for what people ask about them. */
export const CompareTable = ({ compared, rows }: { compared: readonly Compared[]; rows: readonly Row[] }) => {
  const t = useText(messages);
  const ids = compared.map(({ program }) => program.id);
  const titles = compared.map(({ program }) => program.abbreviation).join(', ');
  return (
    <table className={styles.table} data-wide {...saying.table}>
      <caption className="t-hidden">{t('tableOf', { titles })}</caption>
      <thead {...saying.rowgroup}>
        <tr {...saying.row}>
          <th scope="col" {...saying.columnheader}>
            <span className="t-hidden">{t('row')}</span>
          </th>
          {compared.map(({ program: { id, title } }) => (
            <th key={id} scope="col" {...saying.columnheader}>
              <Link to={`/programs/${id}`}>{title}</Link>
              <Link
                to={comparePath(ids.filter((other) => other !== id))}
                className={styles.remove}
                aria-label={t('remove', { title })}
                preventScrollReset
              >
                <Icon of={IconX} size={16} />
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...saying.rowgroup}>
        {rows.map(({ id, cells }) => (
          <tr key={id} {...saying.row}>
            <th scope="row" {...saying.rowheader}>
              {t(id)}
            </th>
            {cells.map((cell, at) => (
              <td key={ids[at]} {...saying.cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
