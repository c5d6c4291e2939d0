import { useDocument } from '../../document/document-context.ts';
import { formatMoneyRange } from '../../parts/format-money.ts';
import { useText } from '../../text/use-text.ts';
import { namePlaces, roundTicks, yearTicks } from './axis.ts';
import styles from './cost-figure.module.css';
import type { Series } from './cost-figure.tsx';
import { Marker } from './marker.tsx';
import { messages } from './messages.ts';

interface CostLinesProps {
  series: readonly Series[];
  currency: string;
  label: string;
  describedBy: string;
}

const height = 260;
const top = 28;
const foot = 44;

/**
 * The plot itself. Heights are pixels and widths are shares, so that it is drawn, not shrunk, at every width; it needs no
 * script, and its colors follow the scheme.
 */
export const CostLines = ({ series, currency, label, describedBy }: CostLinesProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const years = Math.max(1, ...series.map((one) => one.years.length));
  const sums = series.flatMap((one) => one.years.map(({ sumMinor }) => sumMinor));
  const ticks = roundTicks(Math.max(0, ...sums));
  const highest = ticks.at(-1) ?? 1;
  const x = (year: number) => (year / years) * 100;
  const y = (sumMinor: number) => top + height * (1 - sumMinor / highest);
  const ends = series.map((one) => ({
    y: y(one.years.at(-1)?.sumMinor ?? 0),
    // Where its name begins when it stands below: the line comes from lower down there.
    lowest: y(one.years.at(-1 - Math.ceil(years / 4))?.sumMinor ?? 0),
  }));
  const bottom = top + height;
  const places = namePlaces(ends, bottom);
  const amount = (amountMinor: number) =>
    formatMoneyRange({ amountMinor, currency }, { amountMinor, currency }, locale);
  return (
    <div className={styles.plot}>
      <svg role="img" aria-label={label} aria-describedby={describedBy} width="100%" height={bottom + foot}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x="-8" y={y(tick) + 4} textAnchor="end">
              {amount(tick)}
            </text>
          </g>
        ))}
        {yearTicks(years).map((year) => (
          <text key={year} className={styles.tick} x={`${x(year)}%`} y={bottom + 20} textAnchor="middle">
            {year}
          </text>
        ))}
        <text className={styles.axis} x="50%" y={bottom + 40} textAnchor="middle">
          {t('yearAxis')}
        </text>
        <svg aria-hidden="true" viewBox={`0 0 100 ${bottom}`} preserveAspectRatio="none" width="100%" height={bottom}>
          {series.map(({ id, years: own }, at) => (
            <polyline
              key={id}
              className={styles.line}
              data-series={at}
              points={[{ year: 0, sumMinor: 0 }, ...own].map((one) => `${x(one.year)},${y(one.sumMinor)}`).join(' ')}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {series.map(({ id, years: own }, at) =>
          own.map(({ year, sumMinor }) => <Marker key={`${id}-${year}`} series={at} x={x(year)} y={y(sumMinor)} />),
        )}
        {series.map(({ id, name, years: own }, at) => (
          <text key={id} className={styles.name} x={`${x(own.length)}%`} y={places[at]} textAnchor="end">
            {name}
          </text>
        ))}
      </svg>
    </div>
  );
};
