import { findBundle } from '@testamur/program';
import { useDocument } from '../../../../document/document-context.ts';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { formatMoney } from '../../../../parts/format-money.ts';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import { chosenBundle, oneByOne } from '../../bundles.ts';
import type { SectionData } from '../load-section.ts';
import { messages } from './claim-messages.ts';

/** Several first attempts at once, or each by itself; one that is chosen can be changed for another one alone. */
export const BundleForm = ({ candidacy, bundles }: SectionData) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const chosen = chosenBundle(candidacy);
  const apart = bundles.length === 1 ? bundles[0]?.apart : undefined;
  const single = {
    value: oneByOne,
    label: apart === undefined ? t('oneByOne') : t('oneByOneOf', { amount: formatMoney(apart, locale) }),
    hint: t('oneByOneHint'),
  };
  return (
    <ActForm>
      <RadioList
        name="bundle"
        legend={t('bundleLegend')}
        hint={t('bundleHint')}
        large
        defaultValue={chosen ?? oneByOne}
        options={[
          ...(chosen === undefined ? [single] : []),
          ...bundles.map(({ id, title, description, together }) => ({
            value: id,
            label:
              together === undefined
                ? t('bundleOpen', { title })
                : t('bundleOf', { title, amount: formatMoney(together, locale) }),
            hint: description,
          })),
        ]}
      />
      <ButtonRow>
        <SubmitButton>{t('saveAndContinue')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};

/** What was chosen, once it can no longer be changed. */
export const BundleRecord = ({ candidacy, program }: SectionData) => {
  const t = useText(messages);
  const title = findBundle(program, chosenBundle(candidacy) ?? '')?.title;
  return <p>{title === undefined ? t('oneByOne') : t('bundleChosen', { title })}</p>;
};
