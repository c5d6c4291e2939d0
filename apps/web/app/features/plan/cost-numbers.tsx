import { Money } from '../../parts/money.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './cost-figure.module.css';
import type { Series } from './cost-figure.tsx';
import { messages } from './messages.ts';

interface CostNumbersProps {
  series: readonly Series[];
  currency: string;
  withCode: boolean;
}

/** What the plot shows, in digits. */
export const CostNumbers = ({ series, currency, withCode }: CostNumbersProps) => {
  const t = useText(messages);
  const longest = series.reduce<Series['years']>((most, { years }) => (years.length > most.length ? years : most), []);
  return (
    <details className={styles.numbers}>
      <summary>{t('numbers')}</summary>
      <table>
        <caption className="t-hidden">{t('figure')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('year')}</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {longest.map(({ year }, at) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {series.map(({ id, years }) => {
                const sum = years[at];
                return (
                  <td key={id}>
                    {sum && (
                      <Money amount={{ amountMinor: sum.sumMinor, currency }} zero="amount" withCode={withCode} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
