import { useDocument } from '../../../../document/document-context.ts';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { Field } from '../../../../parts/field.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import { periodInWords } from '../../../public-programs/period.ts';
import type { Asking } from './asking.ts';
import { messages } from './statement-messages.ts';

interface AskFormProps {
  requirement: Asking;
  /** Whom the program names as the provider. */
  provider: string | undefined;
  /** Nobody was asked yet: this is the next thing to do. */
  isFirst: boolean;
}

/** Whom to ask: name, address, and how they know the candidate. */
export const AskForm = ({ requirement, provider, isFirst }: AskFormProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const isReferee = requirement.kind === 'references';
  const period = periodInWords(requirement.request.validFor, locale);
  return (
    <>
      <h2>{t(isReferee ? 'askReferee' : 'askProvider')}</h2>
      <p>{t('askHow', { period })}</p>
      <ActForm>
        <Field
          name="name"
          label={t(isReferee ? 'refereeName' : 'providerName')}
          width="medium"
          autoComplete="off"
          defaultValue={provider ?? ''}
        />
        <Field
          name="email"
          kind="email"
          label={t('email')}
          hint={t(isReferee ? 'refereeEmail' : 'providerEmail')}
          width="medium"
          autoComplete="off"
        />
        {isReferee && (
          <RadioList
            name="relation"
            legend={t('relation')}
            options={requirement.relations.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <ButtonRow>
          <SubmitButton name="act" value="ask" weight={isFirst ? 'main' : 'other'}>
            {t('send')}
          </SubmitButton>
        </ButtonRow>
      </ActForm>
    </>
  );
};
