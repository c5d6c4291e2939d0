import { useDocument } from '../../../../document/document-context.ts';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { Field } from '../../../../parts/field.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { intlLocaleOf } from '../../../../text/locales.ts';
import { useText } from '../../../../text/use-text.ts';
import type { SectionData } from '../load-section.ts';
import { messages } from '../section-messages.ts';
import { AccommodationState } from './claim-states.tsx';

/** What somebody needs to show what they can do. */
export const AccommodationForm = ({ candidacy, program }: SectionData) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { accommodation } = candidacy;
  const { description, timeMultipliers, others } = program.accommodations;
  const list = new Intl.ListFormat(intlLocaleOf(locale), { type: 'disjunction' });
  return (
    <>
      <p>{description}</p>
      <h2>{t('offered')}</h2>
      <ul>
        <li>{t('extraTime', { multipliers: list.format(timeMultipliers.map(String)) })}</li>
        {others.map((other) => (
          <li key={other.id}>
            <strong>{other.title}</strong>: {other.description}
          </li>
        ))}
      </ul>
      <AccommodationState accommodation={accommodation} />
      <ActForm>
        {accommodation === undefined ? (
          <RadioList
            name="need"
            legend={t('needLegend')}
            large
            options={[
              { value: 'no', label: t('needNo'), hint: t('needNoHint') },
              { value: 'yes', label: t('needYes') },
            ]}
          />
        ) : (
          <p>{t('requestStays')}</p>
        )}
        <Field
          name="request"
          label={t('request')}
          hint={t('requestHint')}
          lines={5}
          optional={accommodation === undefined}
          defaultValue={accommodation?.request ?? ''}
        />
        <ButtonRow>
          <SubmitButton>{t('saveAndContinue')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </>
  );
};
