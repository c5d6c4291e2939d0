import { Form } from 'react-router';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { DateFields } from '../../parts/date-fields.tsx';
import { Field } from '../../parts/field.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useText } from '../../text/use-text.ts';
import type { SharedChoices } from './choices.ts';
import type { ProgramPlan } from './load-plan.ts';
import { messages } from './messages.ts';
import { ProgramFields } from './program-fields.tsx';

interface PlanFormProps {
  programs: readonly { readonly id: string; readonly abbreviation: string; readonly title: string }[];
  plans: readonly ProgramPlan[];
  shared: SharedChoices & { readonly startOn: string };
}

/** What the plan rests on, in the address: no script is needed, and a plan can be kept as a bookmark. */
export const PlanForm = ({ programs, plans, shared }: PlanFormProps) => {
  const t = useText(messages);
  const options = programs.map(({ id, abbreviation, title }) => ({ value: id, label: `${abbreviation}: ${title}` }));
  const [one, other] = plans.map(({ plan }) => plan.programId);
  const tuitions = plans.some(({ plan }) => plan.choices.tuition);
  const retaken = Math.max(0, ...plans.map(({ plan }) => plan.choices.retakes));
  return (
    <Form method="get" action="/plan" noValidate>
      <SelectField
        name="p"
        label={t('program')}
        options={options}
        width="full"
        {...(one ? { defaultValue: one } : {})}
      />
      <SelectField
        name="with"
        label={t('other')}
        options={[{ value: '', label: t('nobody') }, ...options]}
        optional
        width="full"
        {...(other ? { defaultValue: other } : {})}
      />
      {plans.length > 0 && (
        <>
          <DateFields name="start" legend={t('start')} defaultValue={shared.startOn} />
          <Field
            name="years"
            label={t('years')}
            hint={t('yearsHint')}
            kind="number"
            width="short"
            defaultValue={String(shared.years)}
          />
          {retaken > 0 && (
            <SelectField
              name="retakes"
              label={t('retakes')}
              hint={t('retakesHint')}
              defaultValue={String(shared.retakes)}
              options={[
                { value: '0', label: t('retakesNone') },
                { value: '1', label: t('retakesOne') },
                ...(retaken > 1 ? [{ value: '2', label: t('retakesTwo') }] : []),
              ]}
              width="full"
            />
          )}
          {tuitions && (
            <SelectField
              name="tuition"
              label={t('tuition')}
              hint={t('tuitionHint')}
              defaultValue={shared.tuition}
              options={[
                { value: 'none', label: t('tuitionNone') },
                { value: 'low', label: t('tuitionLow') },
                { value: 'high', label: t('tuitionHigh') },
              ]}
              width="full"
            />
          )}
          {plans.map(({ plan }) => (
            <ProgramFields key={plan.programId} plan={plan} named={plans.length > 1} />
          ))}
        </>
      )}
      <ButtonRow>
        <SubmitButton>{plans.length === 0 ? t('make') : t('update')}</SubmitButton>
      </ButtonRow>
    </Form>
  );
};
