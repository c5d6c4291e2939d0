import type { Program } from '@testamur/program';
import { DateFields } from '../../../parts/date-fields.tsx';
import { Field } from '../../../parts/field.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { useText } from '../../../text/use-text.ts';
import type { ExperienceEntry } from './entries.ts';
import { messages } from './section-messages.ts';

/** One job: employer, position, workplace, dates, share of full time. */
export const ExperienceFields = ({ program, entry }: { program: Program; entry: ExperienceEntry | undefined }) => {
  const t = useText(messages);
  const settings = program.settings.map(({ id, label, description }) => ({ value: id, label, hint: description }));
  const isOtherKnown = settings.some(({ value }) => value === 'other');
  const other = { value: 'other', label: t('otherSetting'), hint: t('otherSettingHint') };
  return (
    <>
      <Field name="employer" label={t('employer')} autoComplete="organization" defaultValue={entry?.employer ?? ''} />
      <Field
        name="position"
        label={t('position')}
        autoComplete="organization-title"
        defaultValue={entry?.position ?? ''}
      />
      <RadioList
        name="setting"
        legend={t('setting')}
        options={isOtherKnown ? settings : [...settings, other]}
        {...(entry ? { defaultValue: entry.setting } : {})}
      />
      <DateFields name="from" legend={t('from')} defaultValue={entry?.from ?? ''} />
      <DateFields name="to" legend={t('to')} hint={t('toHint')} optional defaultValue={entry?.to ?? ''} />
      <Field
        name="fullTimePercent"
        kind="number"
        label={t('share')}
        hint={t('shareHint')}
        width="short"
        defaultValue={entry ? String(entry.fullTimePercent) : ''}
      />
    </>
  );
};
