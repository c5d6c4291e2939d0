import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import type { ClaimOf } from '../candidacy.ts';
import { EvidenceList } from '../files/evidence-list.tsx';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { Stale } from '../stale.ts';
import type { ClaimContext } from './claim-context.ts';

/** A training from the list of the program; its provider attests it. */
export const TrainingClaim = ({ claim, labels }: { claim: ClaimOf<'training'> } & Pick<ClaimContext, 'labels'>) => {
  const t = useText(messages);
  const training = labels.trainingPrograms[claim.trainingProgram];
  return (
    <div className={styles.entry}>
      <h3>{training?.title ?? t('otherChoice')}</h3>
      <dl>
        <dt>{t('provider')}</dt>
        <dd>{training?.provider}</dd>
        <dt>{t('completed')}</dt>
        <dd>
          <Time on={claim.completedOn} />
        </dd>
      </dl>
    </div>
  );
};

/** The consent to a background check; what was found comes from elsewhere and is recorded beside it. */
export const ConsentClaim = ({
  claim,
  consent,
  stale,
}: {
  claim: ClaimOf<'background-check'>;
  consent: string | undefined;
  stale: Stale | undefined;
}) => {
  const t = useText(messages);
  return (
    <>
      {consent !== undefined && <blockquote className={styles.quote}>{consent}</blockquote>}
      <p>{t('consentBy', { name: claim.signedName })}</p>
      {stale?.isWhole && (
        <p>
          <strong>{t('stale')}</strong> {t.rich('staleSince', { since: <Time key="since" on={stale.since} /> })}
        </p>
      )}
      <p className={styles.quiet}>{t('consentNext')}</p>
    </>
  );
};

/** A credential of the same body or of another. */
export const HeldCredential = ({ claim, labels, ...evidence }: ClaimContext & { claim: ClaimOf<'credential'> }) => {
  const t = useText(messages);
  return (
    <div className={styles.entry}>
      <h3>{labels.credentials[claim.credential] ?? t('otherChoice')}</h3>
      <dl>
        <dt>{t('credentialNumber')}</dt>
        <dd>{claim.number}</dd>
        <dt>{t('validUntil')}</dt>
        <dd>{claim.validUntil === undefined ? t('noEnd') : <Time on={claim.validUntil} />}</dd>
      </dl>
      <EvidenceList ids={claim.fileIds} {...evidence} />
    </div>
  );
};
