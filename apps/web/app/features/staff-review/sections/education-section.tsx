import type { RenewalStanding } from '@testamur/program';
import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { Time } from '../../../parts/time.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { EvidenceList } from '../files/evidence-list.tsx';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { FilesById } from '../review.ts';
import { RenewalFigures } from './renewal-figures.tsx';

interface EducationSectionProps {
  renewal: RenewalStanding;
  /** Evidence of each entry. */
  fileIds: Readonly<Record<string, readonly string[]>>;
  files: FilesById;
  candidacyPath: string | undefined;
  judges: boolean;
}

/** Hours logged in this cycle: each entry with its evidence left, its verdict right. */
export const EducationSection = ({ renewal, fileIds, judges, ...evidence }: EducationSectionProps) => {
  const t = useText(messages);
  const say = useSay();
  const { hoursAccepted: accepted, hoursLogged: logged, hoursNeeded: needed, entries } = renewal;
  return (
    <section id="continuing-education" className={styles.section}>
      <h2>{t('education')}</h2>
      <p>{entries.length === 0 ? t('educationNothing') : t('educationLead', { accepted, needed, logged })}</p>
      <RenewalFigures renewal={renewal} />
      {entries.map((entry) => (
        <div key={entry.entryId} className={`${styles.columns} ${styles.entry}`}>
          <div>
            <h3>{entry.title}</h3>
            <dl>
              <dt>{t('provider')}</dt>
              <dd>{entry.provider}</dd>
              <dt>{t('hours')}</dt>
              <dd>{entry.hours}</dd>
              {renewal.categories.length > 1 && (
                <>
                  <dt>{t('category')}</dt>
                  <dd>{renewal.categories.find(({ id }) => id === entry.category)?.title}</dd>
                </>
              )}
              <dt>{t('completed')}</dt>
              <dd>
                <Time on={entry.completedOn} />
              </dd>
            </dl>
            <EvidenceList ids={fileIds[entry.entryId] ?? []} {...evidence} />
          </div>
          <div>
            <p>
              <strong>{t(`entry.${entry.state}`)}</strong>
            </p>
            <p>{say(entry.reason)}</p>
            {judges && entry.state === 'waiting' && (
              <div className={styles.form}>
                <ActForm>
                  <input type="hidden" name="act" value="judge-education" />
                  <input type="hidden" name="entryId" value={entry.entryId} />
                  <Field
                    name={fieldOf('reason', entry.entryId)}
                    label={t('verdictReason')}
                    hint={t('verdictReasonHint')}
                    lines={2}
                  />
                  <ButtonRow>
                    <SubmitButton name="verdict" value="accepted" about={entry.title}>
                      {t('acceptEntry')}
                    </SubmitButton>
                    <SubmitButton name="verdict" value="not-accepted" weight="other" about={entry.title}>
                      {t('refuseEntry')}
                    </SubmitButton>
                  </ButtonRow>
                </ActForm>
              </div>
            )}
          </div>
        </div>
      ))}
    </section>
  );
};
