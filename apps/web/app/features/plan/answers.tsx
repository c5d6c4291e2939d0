import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Money } from '../../parts/money.tsx';
import { Time } from '../../parts/time.tsx';
import { type Text, useText } from '../../text/use-text.ts';
import type { Plan } from './load-plan.ts';
import { messages } from './messages.ts';
import styles from './plan.module.css';

interface Answer {
  readonly id: string;
  readonly label: string;
  readonly value: (plan: Plan) => ReactNode;
}

const answersOf = (t: Text<typeof messages>, [first]: readonly Plan[], withCode: boolean): readonly Answer[] => {
  const money = (amountMinor: number, { currency }: Plan) => (
    <Money amount={{ amountMinor, currency }} zero="amount" withCode={withCode} />
  );
  const estimates = ({ events }: Plan) =>
    events.filter(({ estimate }) => estimate).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return [
    { id: 'until', label: t('untilCertified'), value: (plan) => money(plan.untilCertifiedMinor, plan) },
    { id: 'certified', label: t('certifiedOn'), value: ({ certifiedOn }) => <Time on={certifiedOn} /> },
    {
      id: 'keeping',
      label: t('keeping', { years: first?.assumptions.years ?? 0 }),
      value: (plan) => money(plan.keepingMinor, plan),
    },
    { id: 'total', label: t('total'), value: (plan) => <strong>{money(plan.totalMinor, plan)}</strong> },
    {
      id: 'estimates',
      label: t('estimated'),
      value: (plan) => (estimates(plan) === 0 ? t('estimatedNone') : money(estimates(plan), plan)),
    },
  ];
};

/** The first thing that a reader wants to know: how much until when, and how much in all. */
export const Answers = ({ plans, withCode }: { plans: readonly Plan[]; withCode: boolean }) => {
  const t = useText(messages);
  const answers = answersOf(t, plans, withCode);
  const leftOut = plans.flatMap((plan) => plan.leftOut);
  const [only] = plans;
  const columns: Column<Answer>[] = [
    { id: 'answer', header: t('answer'), cell: ({ label }) => label },
    ...plans.map(
      (plan): Column<Answer> => ({
        id: plan.programId,
        header: plan.abbreviation,
        numeric: true,
        cell: ({ value }) => value(plan),
      }),
    ),
  ];
  return (
    <section aria-label={t('answers')} className={styles.answers}>
      {plans.length === 1 && only ? (
        <Facts facts={answers.map(({ label, value }) => ({ label, value: value(only) }))} />
      ) : (
        <DataTable caption={t('answers')} columns={columns} rows={answers} keyOf={({ id }) => id} empty={null} />
      )}
      {leftOut.length > 0 && <p>{t('leftOut', { list: [...new Set(leftOut)].join(', ') })}</p>}
    </section>
  );
};
