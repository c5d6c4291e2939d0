import { DateFields } from '../../../parts/date-fields.tsx';
import { Field } from '../../../parts/field.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { EducationEntry } from './entries.ts';
import { degreeChoices } from './read-entry.ts';
import { messages } from './section-messages.ts';

/** One degree: institution, level, field, date, accreditation. */
export const EducationFields = ({ entry }: { entry: EducationEntry | undefined }) => {
  const t = useText(messages);
  const say = useSay();
  return (
    <>
      <Field name="institution" label={t('institution')} defaultValue={entry?.institution ?? ''} />
      <RadioList
        name="level"
        legend={t('level')}
        options={degreeChoices.map((level) => ({ value: level, label: say({ code: `level.${level}` }) }))}
        {...(entry ? { defaultValue: entry.level } : {})}
      />
      <Field name="field" label={t('field')} width="medium" defaultValue={entry?.field ?? ''} />
      <DateFields name="awardedOn" legend={t('awardedOn')} defaultValue={entry?.awardedOn ?? ''} />
      <RadioList
        name="accredited"
        legend={t('accredited')}
        hint={t('accreditedHint')}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        {...(entry ? { defaultValue: entry.accredited ? 'yes' : 'no' } : {})}
      />
    </>
  );
};
