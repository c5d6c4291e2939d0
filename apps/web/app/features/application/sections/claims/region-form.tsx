import { findRegion, type Program } from '@testamur/program';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { SectionData } from '../load-section.ts';
import { messages } from './claim-messages.ts';

/** The places that the program tells apart. */
export const RegionChoice = ({ program, chosen }: { program: Program; chosen: string | undefined }) => {
  const t = useText(messages);
  return (
    <RadioList
      name="region"
      legend={t('regionLegend')}
      hint={t('regionHint')}
      large
      defaultValue={chosen ?? ''}
      options={(program.regions ?? []).map(({ id, title, description }) => ({
        value: id,
        label: title,
        ...(description === undefined ? {} : { hint: description }),
      }))}
    />
  );
};

/** Where the candidate lives or works. */
export const RegionForm = ({ candidacy, program }: SectionData) => {
  const t = useText(messages);
  return (
    <ActForm>
      <RegionChoice program={program} chosen={candidacy.standing.region} />
      <ButtonRow>
        <SubmitButton>{t('saveAndContinue')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};

/** What was said, once prices rest on it. */
export const RegionRecord = ({ candidacy, program }: SectionData) => {
  const t = useText(messages);
  const { standing, organizationName } = candidacy;
  const region = standing.region === undefined ? undefined : findRegion(program, standing.region);
  return (
    <>
      {region && <p>{t('regionNow', { title: region.title })}</p>}
      {!standing.final && <p>{t('regionFixed', { organization: organizationName })}</p>}
    </>
  );
};
