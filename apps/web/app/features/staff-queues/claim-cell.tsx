import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import styles from '../../staff/staff.module.css';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import type { QueueRow } from './queue.ts';

interface ClaimCellProps {
  row: QueueRow;
  personId: string;
  /** The reader may claim. */
  claims: boolean;
  /** The reader may also let go of what another has claimed. */
  manages: boolean;
}

/** Who works on a row, and the way to say that it is you, or no longer. */
export const ClaimCell = ({ row, personId, claims, manages }: ClaimCellProps) => {
  const t = useText(messages);
  const { claimedBy, candidacyId, candidateName: name } = row;
  const mine = claimedBy?.personId === personId;
  const shown = claimedBy === undefined ? (claims ? '' : t('nobody')) : mine ? t('you') : claimedBy.name;
  const offered = claims && (claimedBy === undefined || mine || manages);
  return (
    <span className={styles.rowAct}>
      {shown}
      {offered && (
        <ActForm>
          <input type="hidden" name="candidacyId" value={candidacyId} />
          <SubmitButton weight="other" name="act" value={claimedBy ? 'release' : 'claim'} about={name}>
            {claimedBy ? t('release') : t('claim')}
          </SubmitButton>
        </ActForm>
      )}
    </span>
  );
};
