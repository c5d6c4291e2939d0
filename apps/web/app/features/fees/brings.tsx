import { findBundle, findFee, type Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { useText } from '../../text/use-text.ts';
import type { Candidacy } from '../application/candidacy.ts';
import { periodInWords } from '../public-programs/period.ts';
import styles from './fees.module.css';
import { messages } from './messages.ts';

/** The fees that an invoice is for: one, or those of a bundle. */
const feesOf = (program: Program, { history }: Pick<Candidacy, 'history'>, invoiceId: string) => {
  const issued = history.find(({ kind, data }) => kind === 'fee-invoiced' && data.invoiceId === invoiceId);
  const id = issued?.data.fee;
  if (typeof id !== 'string' || Number(issued?.data.attempt ?? 1) > 1) return [];
  const ids = findBundle(program, id)?.fees ?? [id];
  return ids.flatMap((fee) => findFee(program, fee) ?? []);
};

interface BringsProps {
  program: Program;
  candidacy: Candidacy;
  invoiceId: string;
}

/** What paying an invoice brings with it: memberships and accesses, from the day on which it is paid. */
export const Brings = ({ program, candidacy, invoiceId }: BringsProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const grants = feesOf(program, candidacy, invoiceId).flatMap((fee) => fee.grants ?? []);
  if (grants.length === 0) return null;
  return (
    <>
      <h3>{t('brings')}</h3>
      <ul className={styles.kinds}>
        {grants.map((grant) => (
          <li key={grant.title}>
            <strong>{grant.title}</strong>
            {grant.period !== undefined && `, ${t('bringsFor', { period: periodInWords(grant.period, locale) })}`}.{' '}
            {grant.description}
          </li>
        ))}
      </ul>
    </>
  );
};
