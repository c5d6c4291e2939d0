import { useDocument } from '../../document/document-context.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { Money } from '../../parts/money.tsx';
import { useText } from '../../text/use-text.ts';
import type { ClassPlan, ProgramPlan } from './load-plan.ts';
import { messages } from './messages.ts';
import styles from './plan.module.css';
import { savingOf, yearsBegun } from './savings.ts';

interface ClassComparisonProps {
  program: ProgramPlan;
  /** Several programs are on the page. */
  named: boolean;
  withCode: boolean;
}

/** What members and others pay, and from when on a membership pays. */
export const ClassComparison = ({ program: { plan, classes }, named, withCode }: ClassComparisonProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const [everybody, ...others] = classes;
  if (everybody === undefined || others.length === 0) return null;
  const { currency, assumptions, endsOn } = plan;
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale, withCode);
  const sentenceOf = (one: ClassPlan): string => {
    const saving = savingOf(one, everybody, yearsBegun(assumptions.startOn, endsOn));
    const names = { payer: one.title, everybody: everybody.title };
    switch (saving.kind) {
      case 'pays':
        return saving.from === 1
          ? t('savingPaysFirst', { ...names, amount: amount(saving.savedMinor) })
          : t('savingPays', { ...names, from: saving.from, amount: amount(saving.savedMinor) });
      case 'costs-more':
        return t(one.hasDues ? 'savingMoreDues' : 'savingMore', { ...names, amount: amount(saving.moreMinor) });
      case 'same':
        return t('savingSame', names);
      case 'dues-unknown':
        return t('savingUnknown', { ...names, amount: amount(saving.savedMinor), below: amount(saving.belowMinor) });
    }
  };
  const heading = `classes-${plan.programId}`;
  const title = named ? t('classesOf', { program: plan.abbreviation }) : t('classes');
  const sum = (header: string, read: (one: ClassPlan) => number): Column<ClassPlan> => ({
    id: header,
    header,
    numeric: true,
    cell: (one) => <Money amount={{ amountMinor: read(one), currency }} zero="amount" withCode={withCode} />,
  });
  const columns: Column<ClassPlan>[] = [
    {
      id: 'payer',
      header: t('payer'),
      cell: ({ id, title: name }) => (
        <>
          {name}
          {id === assumptions.payerClass && <span className={styles.estimate}> ({t('chosen')})</span>}
        </>
      ),
    },
    sum(t('untilCertified'), ({ untilCertifiedMinor }) => untilCertifiedMinor),
    sum(t('total'), ({ totalMinor }) => totalMinor),
  ];
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className={styles.savings}>
        {others.map((one) => (
          <p key={one.id}>{sentenceOf(one)}</p>
        ))}
      </div>
      <DataTable caption={title} columns={columns} rows={classes} keyOf={({ id }) => id} empty={null} />
    </section>
  );
};
