import { useId } from 'react';
import { useDocument } from '../../document/document-context.ts';
import { formatMoney } from '../../parts/format-money.ts';
import { useText } from '../../text/use-text.ts';
import styles from './cost-figure.module.css';
import { CostLines } from './cost-lines.tsx';
import { CostNumbers } from './cost-numbers.tsx';
import { messages } from './messages.ts';

/** One line of the plot: what has been paid by the end of each year. */
export interface Series {
  readonly id: string;
  readonly name: string;
  readonly years: readonly { readonly year: number; readonly sumMinor: number }[];
}

interface CostFigureProps {
  /** All in one currency. */
  series: readonly Series[];
  currency: string;
  withCode: boolean;
}

/** What is paid in the course of the years: a sentence, the plot, the numbers. */
export const CostFigure = ({ series, currency, withCode }: CostFigureProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const id = useId();
  const years = Math.max(0, ...series.map((one) => one.years.length));
  const sums = series.map(({ name, years: own }) =>
    t('figureSum', {
      name,
      amount: formatMoney({ amountMinor: own.at(-1)?.sumMinor ?? 0, currency }, locale, withCode),
    }),
  );
  return (
    <figure className={styles.figure} data-wide>
      <figcaption id={`${id}-sentence`} className={styles.sentence}>
        {t('figureSentence', { years, sums: sums.join('; ') })}
      </figcaption>
      <CostLines series={series} currency={currency} label={t('figure')} describedBy={`${id}-sentence`} />
      <CostNumbers series={series} currency={currency} withCode={withCode} />
    </figure>
  );
};
