import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { formatInstant } from '../../../parts/format-time.ts';
import { RadioList } from '../../../parts/radio-list.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './rating.module.css';
import { type Rating, scoreOf } from './rating.ts';
import { type Saving, useAutosave } from './use-autosave.ts';

const SavingLine = ({ saving }: { saving: Saving }) => {
  const t = useText(messages);
  const { locale, zone } = useDocument();
  if (saving.state === 'saved') {
    return t('saving.saved', { time: formatInstant(saving.at, { locale, zone, show: 'time' }) });
  }
  if (saving.state === 'refused') return t('saving.refused', { reason: saving.reason });
  return t(`saving.${saving.state}`);
};

/** A level and a comment for each criterion; the draft is saved while one works, or by its button. */
export const RubricForm = ({ rating }: { rating: Rating }) => {
  const t = useText(messages);
  const { rubric, passMark, maxScore } = rating;
  const { saving, marks, changed } = useAutosave(rating.ratingId, rating.marks);
  const markOf = (id: string) => rating.marks.find(({ criterion }) => criterion === id);
  const sum = { marked: marks.length, criteria: rubric.length, score: scoreOf(marks), maxScore, passMark };
  return (
    <section aria-labelledby="rubric" onChange={changed}>
      <h2 id="rubric">{t('theRubric')}</h2>
      <ActForm>
        {rubric.map(({ criterion, title, description, minutes, levels }) => {
          const mark = markOf(criterion);
          return (
            <div key={criterion} className={styles.criterion}>
              <input type="hidden" name="criterion" value={criterion} />
              <RadioList
                name={fieldOf('level', criterion)}
                legend={minutes === undefined ? title : t('partTitle', { title, minutes })}
                hint={description}
                options={levels.map(({ level, label, descriptor }) => ({
                  value: String(level),
                  label: t('points', { label, points: level }),
                  hint: descriptor,
                }))}
                {...(mark ? { defaultValue: String(mark.level) } : {})}
              />
              <Field
                name={fieldOf('comment', criterion)}
                label={t('comment', { criterion: title })}
                hint={t('commentHint')}
                optional
                lines={2}
                defaultValue={mark?.comment ?? ''}
              />
            </div>
          );
        })}
        <div className={styles.foot}>
          <p>{t('sum', sum)}</p>
          <p role="status" className={styles.quiet}>
            <SavingLine saving={saving} />
          </p>
          <ButtonRow>
            <SubmitButton name="act" value="continue">
              {t('toSubmit')}
            </SubmitButton>
            <SubmitButton name="act" value="save" weight="other">
              {t('save')}
            </SubmitButton>
          </ButtonRow>
        </div>
      </ActForm>
    </section>
  );
};
