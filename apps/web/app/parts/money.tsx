import { useDocument } from '../document/document-context.ts';
import { useText } from '../text/use-text.ts';
import { formatMoney, formatMoneyRange, type MoneyShown } from './format-money.ts';
import { messages } from './messages.ts';

interface MoneyProps {
  /** `undefined` reads "Not stated". */
  amount: MoneyShown | undefined;
  /** With `amount` as the lower end, a range. */
  upTo?: MoneyShown;
  /** Where currencies mix: USD 175.00. */
  withCode?: boolean;
  /** A price of zero is "No fee"; a balance of zero is $0.00. */
  zero?: 'no-fee' | 'amount';
}

export const Money = ({ amount, upTo, withCode = false, zero = 'no-fee' }: MoneyProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  if (amount === undefined) return t('notStated');
  if (upTo !== undefined) return <span style={{ whiteSpace: 'nowrap' }}>{formatMoneyRange(amount, upTo, locale)}</span>;
  if (amount.amountMinor === 0 && zero === 'no-fee') return t('noFee');
  return <span style={{ whiteSpace: 'nowrap' }}>{formatMoney(amount, locale, withCode)}</span>;
};
