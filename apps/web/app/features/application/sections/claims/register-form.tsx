import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import { messages } from '../section-messages.ts';

/** Consent to be named in the public register. Until it is given, nobody is listed. */
export const RegisterForm = ({ listed, act }: { listed: boolean; act?: string }) => {
  const t = useText(messages);
  return (
    <ActForm>
      <RadioList
        name="listed"
        legend={t('listedLegend')}
        hint={t('listedHint')}
        large
        defaultValue={listed ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('listedYes') },
          { value: 'no', label: t('listedNo') },
        ]}
      />
      <ButtonRow>
        <SubmitButton>{act ?? t('saveAndContinue')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};
