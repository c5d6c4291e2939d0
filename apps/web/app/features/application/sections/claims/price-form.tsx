import { useDocument } from '../../../../document/document-context.ts';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { Field } from '../../../../parts/field.tsx';
import { formatMoney } from '../../../../parts/format-money.ts';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { SectionData } from '../load-section.ts';
import { messages } from './claim-messages.ts';

/** Which price holds; a member price needs a number that is checked. */
export const PriceForm = ({ candidacy, prices }: SectionData) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const claimed = candidacy.membership?.memberNumber ? candidacy.membership : undefined;
  const usual = prices.find(({ isMember }) => !isMember)?.id ?? '';
  return (
    <>
      {claimed && <p>{t(`membership.${claimed.state}`)}</p>}
      <ActForm>
        <RadioList
          name="payerClass"
          legend={t('priceLegend')}
          large
          defaultValue={claimed?.payerClass ?? usual}
          options={prices.map(({ id, label, description, amount }) => ({
            value: id,
            label:
              amount === undefined
                ? t('priceOpen', { label })
                : t('priceOf', { label, price: formatMoney(amount, locale) }),
            hint: description,
          }))}
        />
        <Field
          name="memberNumber"
          label={t('memberNumber')}
          hint={t('memberNumberHint')}
          width="medium"
          optional
          autoComplete="off"
          defaultValue={claimed?.memberNumber ?? ''}
        />
        <ButtonRow>
          <SubmitButton>{t('saveAndContinue')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </>
  );
};

/** Being a member is asked for: the number is all that is needed. */
export const MemberForm = ({ candidacy }: SectionData) => {
  const t = useText(messages);
  const claimed = candidacy.membership?.memberNumber ? candidacy.membership : undefined;
  return (
    <>
      {claimed && <p>{t(`membership.${claimed.state}`)}</p>}
      <ActForm>
        <Field
          name="memberNumber"
          label={t('memberNumber')}
          hint={t('memberOnlyHint')}
          width="medium"
          autoComplete="off"
          defaultValue={claimed?.memberNumber ?? ''}
        />
        <ButtonRow>
          <SubmitButton>{t('saveAndContinue')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </>
  );
};
