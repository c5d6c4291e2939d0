import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

interface MembershipSectionProps {
  membership: NonNullable<Candidacy['membership']>;
  /** The payer class as the program calls it. */
  label: string;
  /** The reader may say whether it holds. */
  judges: boolean;
}

/** A member price is claimed by a number; whoever can look it up says whether it holds. */
export const MembershipSection = ({ membership, label, judges }: MembershipSectionProps) => {
  const t = useText(messages);
  return (
    <section id="membership" className={styles.section}>
      <h2>{t('membership')}</h2>
      <div className={styles.columns}>
        <p>{t('membershipClaim', { label, number: membership.memberNumber })}</p>
        <div>
          <p>
            <strong>{t(`membership.${membership.state}`)}</strong>
          </p>
          {judges && membership.state === 'waiting' && (
            <div className={styles.form}>
              <ActForm>
                <input type="hidden" name="act" value="judge-membership" />
                <Field
                  name={fieldOf('reason', 'membership')}
                  label={t('verdictReason')}
                  hint={t('verdictReasonHint')}
                  lines={2}
                />
                <ButtonRow>
                  <SubmitButton name="verified" value="yes">
                    {t('verifyMembership')}
                  </SubmitButton>
                  <SubmitButton name="verified" value="no" weight="other">
                    {t('refuseMembership')}
                  </SubmitButton>
                </ButtonRow>
              </ActForm>
            </div>
          )}
        </div>
      </div>
    </section>
  );
};
