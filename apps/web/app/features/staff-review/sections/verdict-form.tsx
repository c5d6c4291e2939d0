import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { CheckList } from '../../../parts/radio-list.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { type Text, useText } from '../../../text/use-text.ts';
import type { Claim } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

interface VerdictFormProps {
  requirement: string;
  title: string;
  /** Names the claim that is judged: one that changed meanwhile is not judged unseen. */
  declaredAt: string;
  claim: Claim;
}

const optionsOf = (claim: Claim, t: Text<typeof messages>) => {
  switch (claim.kind) {
    case 'experience':
      return claim.entries.map(({ id, position, employer }) => ({ value: id, label: `${position}, ${employer}` }));
    case 'education':
      return claim.entries.map(({ id, level, institution }) => ({
        value: id,
        label: `${t(`level.${level}`)}, ${institution}`,
      }));
    case 'attestation':
      return [];
  }
};

/** Accept, ask for more, or not accepted: always with a reason. */
export const VerdictForm = ({ requirement, title, declaredAt, claim }: VerdictFormProps) => {
  const t = useText(messages);
  const options = optionsOf(claim, t);
  return (
    <div className={styles.form}>
      <ActForm>
        <input type="hidden" name="act" value="judge-requirement" />
        <input type="hidden" name="requirement" value={requirement} />
        <input type="hidden" name="claimDeclaredAt" value={declaredAt} />
        {options.length > 1 && <input type="hidden" name="several" value="yes" />}
        {options.length > 1 && (
          <CheckList
            name={fieldOf('entryIds', requirement)}
            legend={t('entriesCount')}
            hint={t('entriesHint')}
            options={options}
            defaultValues={options.map(({ value }) => value)}
          />
        )}
        <Field
          name={fieldOf('reason', requirement)}
          label={t('verdictReason')}
          hint={t('verdictReasonHint')}
          lines={3}
        />
        <ButtonRow>
          <SubmitButton name="verdict" value="accepted" about={title}>
            {t('accept')}
          </SubmitButton>
          <SubmitButton name="verdict" value="more-needed" weight="other" about={title}>
            {t('askMore')}
          </SubmitButton>
          <SubmitButton name="verdict" value="not-accepted" weight="other" about={title}>
            {t('notAccept')}
          </SubmitButton>
        </ButtonRow>
      </ActForm>
    </div>
  );
};
