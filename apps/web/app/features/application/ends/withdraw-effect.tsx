import type { Api } from '../../../api.ts';
import { useDocument } from '../../../document/document-context.ts';
import { formatMoney } from '../../../parts/format-money.ts';
import { Money } from '../../../parts/money.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { accounts } from '../standing/accounts.ts';
import { messages } from './messages.ts';

export type RefundTerms = Awaited<ReturnType<Api['candidacies']['getRefundTerms']>>;

interface EffectProps {
  candidacy: Candidacy;
  refunds: RefundTerms;
}

/** What is given back of each invoice, with its reason, and in all, currency by currency. */
const Refunds = ({ refunds: { terms, policy, hasRules } }: Pick<EffectProps, 'refunds'>) => {
  const t = useText(messages);
  const { locale } = useDocument();
  if (!hasRules) return <li>{policy}</li>;
  const currencies = [...new Set(terms.map(({ currency }) => currency))].toSorted();
  const amount = (key: string, amountMinor: number, currency: string) => (
    <Money key={key} amount={{ amountMinor, currency }} zero="amount" withCode={currencies.length > 1} />
  );
  return (
    <>
      {terms.map(({ invoiceId, title, currency, paidMinor, refundMinor, reason }) => (
        <li key={invoiceId}>
          {title}:{' '}
          {t.rich(refundMinor === 0 ? 'effectBackNone' : 'effectBack', {
            paid: amount('paid', paidMinor, currency),
            refund: amount('refund', refundMinor, currency),
            reason,
          })}
        </li>
      ))}
      {terms.length > 1 &&
        currencies.map((currency) => {
          const own = terms.filter((one) => one.currency === currency);
          const amountMinor = own.reduce((sum, { refundMinor }) => sum + refundMinor, 0);
          const all = formatMoney({ amountMinor, currency }, locale, currencies.length > 1);
          return <li key={currency}>{t('effectBackAll', { amount: all })}</li>;
        })}
    </>
  );
};

/** What withdrawing does, in numbers. */
export const WithdrawEffect = ({ candidacy: { standing }, refunds }: EffectProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const known = accounts(standing);
  return (
    <Panel title={t('effect')}>
      <ul>
        <li>{t('effectEnds')}</li>
        {known.length === 0 && <li>{t('effectNothing')}</li>}
        {known
          .filter(({ owedMinor }) => owedMinor > 0)
          .map(({ currency, owedMinor: amountMinor }) => (
            <li key={currency}>
              {t('effectOwed', { amount: formatMoney({ amountMinor, currency }, locale, known.length > 1) })}
            </li>
          ))}
        {known.some(({ paidMinor }) => paidMinor > 0) && <Refunds refunds={refunds} />}
        <li>{t('effectKept')}</li>
      </ul>
    </Panel>
  );
};
