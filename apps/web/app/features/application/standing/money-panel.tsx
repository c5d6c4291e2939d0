import { Link } from 'react-router';
import { Money } from '../../../parts/money.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useText } from '../../../text/use-text.ts';
import { type Candidacy, candidacyPath } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { accounts } from './accounts.ts';

/** What is paid and what is open, a line a currency. */
export const MoneyPanel = ({ candidacy: { id, standing } }: { candidacy: Candidacy }) => {
  const t = useText(messages);
  const known = accounts(standing);
  return (
    <Panel title={t('money')}>
      {known.length === 0 && <p>{t('nothingDue')}</p>}
      {known.map((account) => (
        <p key={account.currency}>
          <AccountLine account={account} withCode={known.length > 1} />
        </p>
      ))}
      <Link to={candidacyPath(id, '/fees')}>{t('toFees')}</Link>
    </Panel>
  );
};

const AccountLine = ({
  account: { currency, paidMinor, owedMinor },
  withCode,
}: {
  account: ReturnType<typeof accounts>[number];
  withCode: boolean;
}) => {
  const t = useText(messages);
  const amount = (key: string, amountMinor: number) => (
    <Money key={key} amount={{ amountMinor, currency }} zero="amount" withCode={withCode} />
  );
  const paid = amount('paid', paidMinor);
  if (owedMinor === 0) return t.rich('paidAll', { paid });
  return t.rich('paidOf', { paid, total: amount('total', paidMinor + owedMinor) });
};
