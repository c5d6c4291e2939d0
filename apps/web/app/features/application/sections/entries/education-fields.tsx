import type { Program } from '@testamur/program';
import { DateFields } from '../../../../parts/date-fields.tsx';
import { Field } from '../../../../parts/field.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import { messages } from '../section-messages.ts';
import type { EducationEntry } from './entries.ts';
import { named, withOther } from './options.ts';
import { degreeChoices } from './read-entry.ts';

/** One degree: institution, level, field, date, accreditation. */
export const EducationFields = ({ program, entry }: { program: Program; entry: EducationEntry | undefined }) => {
  const t = useText(messages);
  const say = useSay();
  const accredited = entry === undefined ? '' : entry.accredited ? 'yes' : 'no';
  return (
    <>
      <Field name="institution" label={t('institution')} defaultValue={entry?.institution ?? ''} />
      <RadioList
        name="level"
        legend={t('level')}
        options={degreeChoices.map((level) => ({ value: level, label: say({ code: `level.${level}` }) }))}
        defaultValue={entry?.level ?? ''}
      />
      <Field
        name="field"
        label={t('field')}
        width="medium"
        defaultValue={entry?.field ?? ''}
        {...(program.fields ? { hint: t('fieldHint') } : {})}
      />
      {program.fields && (
        <RadioList
          name="fieldId"
          legend={t('fieldId')}
          options={withOther(named(program.fields), { label: t('otherField'), hint: t('otherHint') })}
          defaultValue={entry?.fieldId ?? ''}
        />
      )}
      <DateFields name="awardedOn" legend={t('awardedOn')} defaultValue={entry?.awardedOn ?? ''} />
      <RadioList
        name="accredited"
        legend={t('accredited')}
        hint={t('accreditedHint')}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        defaultValue={accredited}
      />
      {program.accreditors && (
        <RadioList
          name="accreditedBy"
          legend={t('accreditedBy')}
          hint={t('accreditedByHint')}
          options={withOther(named(program.accreditors), { label: t('otherAccreditor'), hint: t('otherHint') })}
          defaultValue={entry?.accreditedBy ?? ''}
        />
      )}
    </>
  );
};
