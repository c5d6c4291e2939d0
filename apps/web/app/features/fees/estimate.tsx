import { MissingCircumstanceError, type Program, type Quote, quote } from '@testamur/program';
import { DataTable } from '../../parts/data-table.tsx';
import { Money } from '../../parts/money.tsx';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { chosenBundle } from '../application/bundles.ts';
import type { Candidacy } from '../application/candidacy.ts';
import { messages } from './messages.ts';

/** What it comes to until certified, as far as that is known now; nothing once there is a credential. */
export const estimateFor = (program: Program, candidacy: Candidacy): Quote | undefined => {
  const { standing } = candidacy;
  if (standing.credential !== undefined || standing.final) return undefined;
  const { at, payerClass, region, track } = standing;
  const bundle = chosenBundle(candidacy);
  try {
    return quote(program, {
      ...{ at, payerClass },
      ...(region === undefined ? {} : { region }),
      ...(track === undefined ? {} : { track }),
      ...(bundle === undefined ? {} : { bundle }),
    });
  } catch (error) {
    if (error instanceof MissingCircumstanceError) return undefined;
    throw error;
  }
};

/** Every fee until certified, for first attempts, with its reason; taxes by themselves. */
export const Estimate = ({ estimate: { lines, totalMinor, currency } }: { estimate: Quote }) => {
  const t = useText(messages);
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t('estimate')}</h2>
      <DataTable
        caption={t('estimate')}
        rows={lines.map((line, at) => ({ ...line, key: String(at) }))}
        keyOf={({ key }) => key}
        empty={null}
        columns={[
          { id: 'item', header: t('item'), cell: ({ title }) => say(title) },
          { id: 'why', header: t('why'), cell: ({ reason }) => say(reason), speaksForItself: true },
          { id: 'amount', header: t('amount'), cell: (line) => <Money amount={line} />, numeric: true, line: 3 },
        ]}
      />
      <p>
        {t.rich('estimateTotal', {
          amount: <Money key="total" amount={{ amountMinor: totalMinor, currency }} zero="amount" />,
        })}
      </p>
    </>
  );
};
