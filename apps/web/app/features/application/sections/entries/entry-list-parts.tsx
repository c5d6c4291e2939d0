import type { ExperienceTally } from '@testamur/program';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import type { Candidacy } from '../../candidacy.ts';
import { messages } from '../section-messages.ts';
import styles from '../sections.module.css';
import { findLine } from '../sections.ts';
import type { Removed } from './change-entries.ts';
import type { EntryRequirement } from './entries.ts';

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

/** Each narrower rule by itself: of the whole, so much has to be of this kind. */
const Parts = ({ tally: { ofWhich } }: { tally: ExperienceTally }) => {
  const t = useText(messages);
  if (ofWhich.length === 0) return null;
  return (
    <ul className={styles.parts}>
      {ofWhich.map(({ id, title, unit, counted, needed }) => (
        <li key={id}>{t(`ofWhich.${unit}`, { title, counted, needed })}</li>
      ))}
    </ul>
  );
};

interface TotalProps {
  candidacy: Candidacy;
  requirement: EntryRequirement;
  tally: ExperienceTally | undefined;
}

/** What the entries come to so far. Until the submission the standing also says whether that is enough. */
export const Total = ({ candidacy: { standing }, requirement, tally }: TotalProps) => {
  const t = useText(messages);
  const say = useSay();
  const line = findLine(standing, requirement.id);
  const counted = tally && t(`counted.${tally.unit}`, { counted: tally.counted, needed: tally.needed });
  const verdict = standing.status === 'draft' && line !== undefined ? say(line.why.reason) : undefined;
  if (counted === undefined && verdict === undefined) return null;
  return (
    <div className={styles.total} role="status">
      {counted !== undefined && <p>{counted}</p>}
      {tally && <Parts tally={tally} />}
      {verdict !== undefined && <p>{verdict}</p>}
    </div>
  );
};
