import type { Program } from '@testamur/program';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './program.module.css';
import { SourceMark } from './source-mark.tsx';

/** What a person must bring before the exam, with what proves it. */
export const RequirementList = ({ program }: { program: Program }) => {
  const t = useText(messages);
  return (
    <ol className={styles.requirements}>
      {program.requirements.map((requirement) => (
        <li key={requirement.id} className={styles.requirement}>
          <strong>{requirement.title}</strong>
          <SourceMark program={program} of={requirement} />
          <div>{requirement.description}</div>
          {requirement.evidence.length > 0 && (
            <div className={styles.hint}>
              {t('evidence', { evidence: requirement.evidence.map((one) => one.title).join(', ') })}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
};
