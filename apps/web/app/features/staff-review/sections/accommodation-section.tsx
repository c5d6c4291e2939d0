import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Candidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

interface AccommodationSectionProps {
  accommodation: NonNullable<Candidacy['accommodation']>;
  /** What the program offers, as multiples of the standard time. */
  factors: readonly number[];
  decides: boolean;
}

/** What a candidate needs to show what they can do, and how much time is granted. */
export const AccommodationSection = ({ accommodation, factors, decides }: AccommodationSectionProps) => {
  const t = useText(messages);
  const { request, state, reason, timeMultiplier } = accommodation;
  return (
    <section id="accommodation" className={styles.section}>
      <h2>{t('accommodation')}</h2>
      <div className={styles.columns}>
        <div>
          <p>{request}</p>
          <p className={styles.quiet}>{t('accommodationPrivate')}</p>
        </div>
        <div>
          <p>
            <strong>{t(`accommodation.${state}`, { factor: timeMultiplier })}</strong>
          </p>
          {reason && <p>{reason}</p>}
          {decides && state === 'waiting' && (
            <div className={styles.form}>
              <ActForm>
                <input type="hidden" name="act" value="decide-accommodation" />
                <RadioList
                  name={fieldOf('timeMultiplier', 'accommodation')}
                  legend={t('extraTime')}
                  options={factors.map((factor) => ({ value: String(factor), label: t('times', { factor }) }))}
                />
                <Field
                  name={fieldOf('reason', 'accommodation')}
                  label={t('verdictReason')}
                  hint={t('verdictReasonHint')}
                  lines={3}
                />
                <ButtonRow>
                  <SubmitButton name="granted" value="yes">
                    {t('grant')}
                  </SubmitButton>
                  <SubmitButton name="granted" value="no" weight="other">
                    {t('refuse')}
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
