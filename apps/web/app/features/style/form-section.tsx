import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { DateFields } from '../../parts/date-fields.tsx';
import { Field } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { CheckList, RadioList } from '../../parts/radio-list.tsx';
import { SelectField } from '../../parts/select-field.tsx';

const settings = [
  { value: 'academic', label: 'An academic library', hint: 'Of a college or university' },
  { value: 'public', label: 'A public library' },
  { value: 'other', label: 'Elsewhere' },
];

export const FormSection = () => (
  <section>
    <h2>Form</h2>
    <ActForm files>
      <Field name="employer" label="Name of the library" autoComplete="organization" />
      <Field
        name="share"
        label="Hours a week"
        hint="As a share of full time, in percent"
        kind="number"
        width="short"
        defaultValue="100"
      />
      <DateFields name="startedOn" legend="When did you start?" upTo="month" />
      <DateFields name="awardedOn" legend="When was the degree awarded?" optional />
      <RadioList name="setting" legend="Where do you work?" options={settings} large />
      <CheckList name="tasks" legend="What do you do there?" options={settings} optional defaultValues={['other']} />
      <SelectField name="level" label="Level of the degree" options={settings} />
      <Field name="note" label="Anything that we should know" lines={4} optional />
      <FileField name="proof" label="A letter of your employer" maxMegabytes={10} />
      <ButtonRow>
        <SubmitButton>Save and continue</SubmitButton>
        <SubmitButton name="act" value="later" weight="other">
          Save for later
        </SubmitButton>
        <SubmitButton name="act" value="withdraw" weight="grave">
          Withdraw the application
        </SubmitButton>
      </ButtonRow>
    </ActForm>
  </section>
);
