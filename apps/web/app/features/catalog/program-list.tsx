import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { useText } from '../../text/use-text.ts';
import { factsOf } from './facts-of.ts';
import type { Listed } from './listed.ts';
import { messages } from './messages.ts';
import styles from './program-list.module.css';

interface ProgramListProps {
  programs: readonly Listed[];
  /** The level of their titles: one below the heading that the list stands under. */
  title: 'h2' | 'h3';
  /** An act on one program, such as adding it to the comparison. */
  actOf?: (program: Listed) => ReactNode;
}

/** One program a row: what it is, what it takes, by whom. */
export const ProgramList = ({ programs, title: Title, actOf }: ProgramListProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  return (
    <ul className={styles.list}>
      {programs.map((program) => (
        <li key={`${program.organization}/${program.id}`} className={styles.program}>
          <Title className={styles.title}>
            <Link to={`/programs/${program.id}`}>{program.title}</Link>{' '}
            {program.abbreviation !== program.title && <span className={styles.short}>{program.abbreviation}</span>}
          </Title>
          <p className={styles.summary}>{program.summary}</p>
          <ul className={styles.facts}>
            {factsOf(program, locale).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <p className={styles.by}>
            <span>
              {t('offeredBy', { organization: program.organizationName })} ·{' '}
              {t('edition', { edition: program.edition })}
            </span>
            {actOf && <span className={styles.act}>{actOf(program)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
};
