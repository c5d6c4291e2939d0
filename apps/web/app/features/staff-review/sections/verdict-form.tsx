import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { CheckList } from '../../../parts/radio-list.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { type Text, useText } from '../../../text/use-text.ts';
import type { Claim, Statement } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { RequirementReview } from '../review.ts';

interface VerdictFormProps {
  review: RequirementReview;
  /** Names the claim that is judged: one that changed meanwhile is not judged unseen. */
  declaredAt: string;
}

type Words = Text<typeof messages>;

const entriesOf = (claim: Claim | undefined, t: Words) => {
  switch (claim?.kind) {
    case 'experience':
      return claim.entries.map(({ id, position, employer }) => ({ value: id, label: `${position}, ${employer}` }));
    case 'education':
      return claim.entries.map(({ id, level, institution }) => ({
        value: id,
        label: `${t(`level.${level}`)}, ${institution}`,
      }));
    case 'course':
      return claim.entries.map(({ id, title, provider }) => ({ value: id, label: `${title}, ${provider}` }));
    case 'document':
    case 'work-samples':
      return claim.entries.map(({ id, title }) => ({ value: id, label: title }));
    default:
      return [];
  }
};

const statementsOf = (statements: readonly Statement[]) =>
  statements
    .filter(({ state }) => state === 'given')
    .map(({ requestId, name, relation }) => ({
      value: requestId,
      label: relation === undefined ? name : `${name}, ${relation}`,
    }));

/** What can be chosen from, and what stands chosen: entries that are too old and references set aside do not. */
const choicesOf = ({ kind, claim, statements, stale }: RequirementReview, t: Words) => {
  const options = kind === 'references' ? statementsOf(statements) : entriesOf(claim, t);
  const left = new Set([
    ...(stale?.entryIds ?? []),
    ...statements.flatMap(({ requestId, setAside }) => (setAside ? requestId : [])),
  ]);
  return { options, chosen: options.map(({ value }) => value).filter((value) => !left.has(value)) };
};

/** Accept, ask for more, or not accepted: always with a reason. Of a background check, what was found. */
export const VerdictForm = ({ review, declaredAt }: VerdictFormProps) => {
  const t = useText(messages);
  const { id, kind, title } = review;
  const { options, chosen } = choicesOf(review, t);
  const isSeveral = kind === 'references' ? options.length > 0 : options.length > 1;
  const isCheck = kind === 'background-check';
  return (
    <div className={styles.form}>
      <ActForm>
        <input type="hidden" name="act" value="judge-requirement" />
        <input type="hidden" name="requirement" value={id} />
        <input type="hidden" name="claimDeclaredAt" value={declaredAt} />
        {isSeveral && <input type="hidden" name="several" value="yes" />}
        {isSeveral && (
          <CheckList
            name={fieldOf('entryIds', id)}
            legend={t(kind === 'references' ? 'referencesCount' : 'entriesCount')}
            hint={t('entriesHint')}
            options={options}
            defaultValues={chosen}
          />
        )}
        <Field
          name={fieldOf('reason', id)}
          label={t(isCheck ? 'checkReason' : 'verdictReason')}
          hint={t(isCheck ? 'checkReasonHint' : 'verdictReasonHint')}
          lines={3}
        />
        <ButtonRow>
          <SubmitButton name="verdict" value="accepted" about={title}>
            {t(isCheck ? 'checkClear' : 'accept')}
          </SubmitButton>
          <SubmitButton name="verdict" value="more-needed" weight="other" about={title}>
            {t(isCheck ? 'checkMore' : 'askMore')}
          </SubmitButton>
          <SubmitButton name="verdict" value="not-accepted" weight="other" about={title}>
            {t(isCheck ? 'checkNotClear' : 'notAccept')}
          </SubmitButton>
        </ButtonRow>
      </ActForm>
    </div>
  );
};
