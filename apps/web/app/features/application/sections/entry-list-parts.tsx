import type { Requirement } from '@testamur/program';
import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import type { Removed } from './change-entries.ts';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';

/** What has to be handed in, and what it has to show. */
export const Proof = ({ requirement }: { requirement: Requirement }) => {
  const t = useText(messages);
  if (requirement.evidence.length === 0) return null;
  return (
    <>
      <h2>{t('evidence')}</h2>
      <ul>
        {requirement.evidence.map(({ title, description }) => (
          <li key={title}>
            <strong>{title}</strong>: {description}
          </li>
        ))}
      </ul>
    </>
  );
};

/** An entry was taken out; here it can be put back. */
export const UndoBar = ({ removed }: { removed: Removed['removed'] }) => {
  const t = useText(messages);
  return (
    <div className={styles.undo}>
      <span role="status">{t('removed', { what: removed.words })}</span>
      <ActForm>
        <input type="hidden" name="entry" value={removed.entry} />
        <SubmitButton name="act" value="restore" weight="other">
          {t('undo')}
        </SubmitButton>
      </ActForm>
    </div>
  );
};

interface TotalProps {
  candidacy: Candidacy;
  requirement: Requirement;
  countedYears: number | undefined;
}

/** What the entries come to so far. Until the submission the standing also says whether that is enough. */
export const Total = ({ candidacy: { standing }, requirement, countedYears }: TotalProps) => {
  const t = useText(messages);
  const say = useSay();
  const line = standing.steps.flatMap((step) => step.lines).find(({ id }) => id === requirement.id);
  const counted =
    countedYears !== undefined && requirement.kind === 'experience'
      ? t('counted', { years: countedYears, needed: requirement.fullTimeYears })
      : '';
  const verdict = standing.status === 'draft' && line !== undefined ? say(line.why.reason) : '';
  const words = [counted, verdict].filter((text) => text !== '').join(' ');
  return words === '' ? null : (
    <p className={styles.total} role="status">
      {words}
    </p>
  );
};
