import type { Program } from '@testamur/program';
import { DateFields } from '../../../../parts/date-fields.tsx';
import { Field } from '../../../../parts/field.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import { messages } from '../section-messages.ts';
import type { ExperienceEntry } from './entries.ts';
import { named, withOther } from './options.ts';

/** One job: employer, position, role, workplace, dates, share of full time. */
export const ExperienceFields = ({ program, entry }: { program: Program; entry: ExperienceEntry | undefined }) => {
  const t = useText(messages);
  const settings = withOther(named(program.settings), { label: t('otherSetting'), hint: t('otherHint') });
  return (
    <>
      <Field name="employer" label={t('employer')} autoComplete="organization" defaultValue={entry?.employer ?? ''} />
      <Field
        name="position"
        label={t('position')}
        autoComplete="organization-title"
        defaultValue={entry?.position ?? ''}
      />
      {program.roles && (
        <RadioList
          name="role"
          legend={t('role')}
          hint={t('roleHint')}
          options={withOther(named(program.roles), { label: t('otherRole'), hint: t('otherHint') })}
          defaultValue={entry?.role ?? ''}
        />
      )}
      <RadioList name="setting" legend={t('setting')} options={settings} defaultValue={entry?.setting ?? ''} />
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
