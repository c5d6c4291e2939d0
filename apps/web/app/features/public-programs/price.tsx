import { Money } from '../../parts/money.tsx';
import type { AmountRange } from './price-ranges.ts';
import { useWords } from './use-words.ts';

interface PriceProps {
  ranges: readonly AmountRange[];
  /** Where prices stand beside others in another currency. */
  withCode?: boolean;
}

/** A price, or from what to what it goes; one after the other where currencies differ. */
export const Price = ({ ranges, withCode = ranges.length > 1 }: PriceProps) => {
  const { t } = useWords();
  if (ranges.length === 0) return t('notAsked');
  return ranges.map(({ currency, lowestMinor, highestMinor }, at) => {
    const [low, high] = [
      { amountMinor: lowestMinor, currency },
      { amountMinor: highestMinor, currency },
    ];
    return (
      <span key={currency}>
        {at > 0 && ', '}
        {lowestMinor === highestMinor ? (
          <Money amount={low} withCode={withCode} />
        ) : withCode ? (
          <>
            <Money amount={low} withCode zero="amount" />–<Money amount={high} withCode />
          </>
        ) : (
          <Money amount={low} upTo={high} />
        )}
      </span>
    );
  });
};
