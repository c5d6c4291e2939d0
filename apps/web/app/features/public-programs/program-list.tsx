import { Link } from 'react-router';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './program-list.module.css';

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly abbreviation: string;
  readonly summary: string;
  readonly edition: string;
  readonly organizationName: string;
}

interface ProgramListProps {
  programs: readonly Listed[];
  /** The level of their titles: one below the heading that the list stands under. */
  title: 'h2' | 'h3';
}

/** One program a row: what it is, for whom, by whom. */
export const ProgramList = ({ programs, title: Title }: ProgramListProps) => {
  const t = useText(messages);
  if (programs.length === 0) return <EmptyState title={t('noPrograms')} />;
  return (
    <ul className={styles.list}>
      {programs.map((program) => (
        <li key={program.id} className={styles.program}>
          <Title className={styles.title}>
            <Link to={`/programs/${program.id}`}>{program.title}</Link>{' '}
            <span className={styles.short}>{program.abbreviation}</span>
          </Title>
          <p className={styles.summary}>{program.summary}</p>
          <p className={styles.by}>
            {t('offeredBy', { organization: program.organizationName })} · {t('edition', { edition: program.edition })}
          </p>
        </li>
      ))}
    </ul>
  );
};
