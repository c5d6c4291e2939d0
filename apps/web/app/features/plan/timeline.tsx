import { useDocument } from '../../document/document-context.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { formatMoney } from '../../parts/format-money.ts';
import { Money } from '../../parts/money.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { Plan, PlanEvent } from './load-plan.ts';
import { messages } from './messages.ts';
import styles from './plan.module.css';

interface TimelineProps {
  plan: Plan;
  /** Several programs are on the page. */
  named: boolean;
  withCode: boolean;
}

/** Each step with its date and amount; what is an estimate says so. */
export const Timeline = ({ plan, named, withCode }: TimelineProps) => {
  const t = useText(messages);
  const title = named ? t('timelineOf', { program: plan.abbreviation }) : t('timeline');
  const heading = `timeline-${plan.programId}`;
  const { currency, events } = plan;
  // What is estimated every year in the same way is explained once.
  const isNew = ({ id, kind, reason, estimate }: PlanEvent) =>
    !estimate || events.find((one) => one.kind === kind && one.reason === reason)?.id === id;
  const columns: Column<PlanEvent>[] = [
    {
      id: 'date',
      header: t('date'),
      cell: ({ on }) => (
        <span className={styles.amount}>
          <Time on={on} />
        </span>
      ),
    },
    {
      id: 'step',
      header: t('step'),
      speaksForItself: true,
      cell: (event) => (
        <>
          {event.title}
          {event.reason !== undefined && isNew(event) && <p className={styles.reason}>{event.reason}</p>}
          <Lines event={event} currency={currency} withCode={withCode} />
        </>
      ),
    },
    {
      id: 'amount',
      header: t('amount'),
      numeric: true,
      line: 3,
      cell: ({ amountMinor, lines, estimate }) =>
        (amountMinor > 0 || lines.length > 0 || estimate) && (
          <span className={styles.amount}>
            <Money amount={{ amountMinor, currency }} withCode={withCode} />
            {estimate && <span className={styles.estimate}> ({t('estimate')})</span>}
          </span>
        ),
    },
  ];
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <DataTable caption={title} columns={columns} rows={events} keyOf={({ id }) => id} empty={null} />
    </section>
  );
};

interface LinesProps {
  event: PlanEvent;
  currency: string;
  withCode: boolean;
}

/** How an amount comes about, where it is more than one fee that says itself. */
const Lines = ({ event: { id, title, lines }, currency, withCode }: LinesProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  if (lines.length < 2 && lines.every(({ kind, includes = [] }) => kind === 'fee' && includes.length === 0))
    return null;
  return (
    <Disclosure label={t('lines')} about={title}>
      <ul className={styles.lines}>
        {lines.map((line, at) => (
          // One fee may have several lines; their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed.
          <li key={`${id}-${at}`}>
            {t('line', {
              title: line.title,
              amount: formatMoney({ amountMinor: line.amountMinor, currency }, locale, withCode),
              reason: line.reason,
            })}{' '}
            {line.includes && line.includes.length > 0 && t('includes', { list: line.includes.join(', ') })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
