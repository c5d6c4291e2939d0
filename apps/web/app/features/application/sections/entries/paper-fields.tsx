import { DateFields } from '../../../../parts/date-fields.tsx';
import { Field } from '../../../../parts/field.tsx';
import { Time } from '../../../../parts/time.tsx';
import { useText } from '../../../../text/use-text.ts';
import { messages } from '../section-messages.ts';
import type { CourseEntry, PaperEntry } from './entries.ts';

/** One course: title, provider, hours, completion. */
export const CourseFields = ({ entry }: { entry: CourseEntry | undefined }) => {
  const t = useText(messages);
  return (
    <>
      <Field name="title" label={t('course')} hint={t('courseHint')} defaultValue={entry?.title ?? ''} />
      <Field name="provider" label={t('provider')} defaultValue={entry?.provider ?? ''} />
      <Field
        name="hours"
        kind="number"
        label={t('hours')}
        hint={t('hoursHint')}
        width="short"
        defaultValue={entry ? String(entry.hours) : ''}
      />
      <DateFields name="completedOn" legend={t('completedOn')} defaultValue={entry?.completedOn ?? ''} />
    </>
  );
};

interface PaperFieldsProps {
  entry: PaperEntry | undefined;
  isSample: boolean;
  /** Older papers do not count. */
  freshSince: string | undefined;
}

/** One paper or piece of work: what it is, and of when. */
export const PaperFields = ({ entry, isSample, freshSince }: PaperFieldsProps) => {
  const t = useText(messages);
  return (
    <>
      {freshSince !== undefined && <p>{t.rich('freshSince', { date: <Time key="since" on={freshSince} /> })}</p>}
      <Field
        name="title"
        label={t(isSample ? 'sample' : 'paper')}
        hint={t(isSample ? 'sampleHint' : 'paperHint')}
        defaultValue={entry?.title ?? ''}
      />
      <DateFields name="issuedOn" legend={t(isSample ? 'madeOn' : 'issuedOn')} defaultValue={entry?.issuedOn ?? ''} />
    </>
  );
};
