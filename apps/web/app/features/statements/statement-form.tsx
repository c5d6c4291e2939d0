import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { DateFields } from '../../parts/date-fields.tsx';
import { Field } from '../../parts/field.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { answerName, type FormEntry, type References, type StatementRequest, type Training } from './statement.ts';

const ratings = ['1', '2', '3', '4', '5'] as const;

const EntryField = ({ entry: { prompt, kind }, name }: { entry: FormEntry; name: string }) => {
  const t = useText(messages);
  switch (kind) {
    case 'text':
      return <Field name={name} label={prompt} lines={4} />;
    case 'rating':
      return (
        <RadioList
          name={name}
          legend={prompt}
          options={ratings.map((value) => ({ value, label: t(`rating.${value}`) }))}
        />
      );
    case 'yes-no':
      return <YesNo name={name} legend={prompt} />;
  }
};

const YesNo = ({ name, legend }: { name: string; legend: string }) => {
  const t = useText(messages);
  const options = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ];
  return <RadioList name={name} legend={legend} options={options} />;
};

const Signature = () => {
  const t = useText(messages);
  return (
    <Field name="signedName" label={t('signature')} hint={t('signatureHint')} autoComplete="name" width="medium" />
  );
};

const ReferenceForm = ({ request, about }: { request: StatementRequest; about: References }) => {
  const t = useText(messages);
  const { candidateName: candidate } = request;
  return (
    <ActForm>
      {about.form.map((entry, index) => (
        <EntryField key={entry.id} entry={entry} name={answerName(index)} />
      ))}
      <YesNo name="confirmed" legend={t('recommend', { candidate })} />
      <Signature />
      <ButtonRow>
        <SubmitButton name="act" value="give">
          {t('sendReference')}
        </SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};

const AttestationForm = ({ request, about }: { request: StatementRequest; about: Training }) => {
  const t = useText(messages);
  const { candidateName: candidate } = request;
  return (
    <ActForm>
      <RadioList
        name="confirmed"
        legend={t('confirm', { candidate })}
        options={[
          { value: 'yes', label: t('confirmYes') },
          { value: 'no', label: t('confirmNo') },
        ]}
      />
      <DateFields
        name="completedOn"
        legend={t('completedOn')}
        hint={t('completedHint')}
        optional
        defaultValue={about.completedOn}
      />
      <Field name="remark" label={t('remark')} hint={t('remarkHint', { candidate })} lines={3} optional />
      <Signature />
      <ButtonRow>
        <SubmitButton name="act" value="give">
          {t('sendAttestation')}
        </SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};

/** What a referee or a provider enters. */
export const StatementForm = ({ request }: { request: StatementRequest }) =>
  request.about.kind === 'references' ? (
    <ReferenceForm request={request} about={request.about} />
  ) : (
    <AttestationForm request={request} about={request.about} />
  );
