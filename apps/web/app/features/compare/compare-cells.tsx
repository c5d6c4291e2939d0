import { costRange, type Program, titleOf } from '@testamur/program';
import { Link } from 'react-router';
import { Money } from '../../parts/money.tsx';
import { useText } from '../../text/use-text.ts';
import { totalPath } from '../public-programs/at-a-glance.tsx';
import { Price } from '../public-programs/price.tsx';
import { Mark } from '../public-programs/provenance-mark.tsx';
import styles from './compare.module.css';
import type { Compared } from './load-compared.ts';
import { messages } from './messages.ts';
import { once, type Said } from './rows.ts';

const pageOf = ({ id }: Program): string => `/programs/${id}`;

/** What one program says in one row, each with the mark of who says so. */
export const SaidCell = ({ program, said }: { program: Program; said: readonly Said[] }) => {
  const t = useText(messages);
  const each = once(said);
  const lines = each.map(({ text, path }) => (
    <>
      {text}
      {path && <Mark program={program} path={path} page={pageOf(program)} />}
    </>
  ));
  if (lines.length === 0) return t('notStated');
  if (lines.length === 1) return lines[0];
  return (
    <ul className={styles.said}>
      {lines.map((line, at) => (
        <li key={each[at]?.text}>{line}</li>
      ))}
    </ul>
  );
};

/** Fees until certified, from the lowest to the highest. */
export const CostCell = ({ program, day }: { program: Program; day: string }) => {
  const path = totalPath(program);
  return (
    <>
      <Price ranges={costRange(program, { at: `${day}T12:00:00.000Z` })} />
      {path && <Mark program={program} path={path} page={pageOf(program)} />}
    </>
  );
};

/** The way and ten years of keeping it: a bar against the highest of its currency, the sum, and what it rests on. */
export const TenYearsCell = ({ one, all }: { one: Compared; all: readonly Compared[] }) => {
  const t = useText(messages);
  const { plan, program } = one;
  const highest = Math.max(
    1,
    ...all.filter((other) => other.plan.currency === plan.currency).map((other) => other.plan.totalMinor),
  );
  const share = Math.round((plan.totalMinor / highest) * 100);
  const { payerClass, region } = plan.assumptions;
  const circumstances = [
    // Where there is one class, its name says nothing.
    ...(plan.choices.payerClasses.length > 1 ? [titleOf(plan.choices.payerClasses, payerClass)] : []),
    ...(region === undefined ? [] : [titleOf(plan.choices.regions, region)]),
  ].join(', ');
  return (
    <>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${share}%` }} />
      </span>
      <Money amount={{ amountMinor: plan.totalMinor, currency: plan.currency }} />
      <span aria-hidden="true">*</span>
      <span className={styles.hint}>
        {circumstances !== '' && t('assumptions', { circumstances })}{' '}
        <Link to={`/plan?p=${program.id}`}>{t('computed')}</Link>
      </span>
    </>
  );
};
