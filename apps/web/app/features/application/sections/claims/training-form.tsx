import type { RequirementOf } from '@testamur/program';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { DateFields } from '../../../../parts/date-fields.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import { claimFor } from '../entries/entries.ts';
import type { SectionData } from '../load-section.ts';
import { messages } from './claim-messages.ts';

/** Which program of the list was completed, and when; its provider is asked next. */
export const TrainingForm = ({
  candidacy,
  program,
  requirement,
}: SectionData & { requirement: RequirementOf<'training'> }) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  const stated = claim?.kind === 'training' ? claim : undefined;
  const choices = (program.trainingPrograms ?? []).filter(({ id }) => requirement.programs.includes(id));
  return (
    <ActForm>
      <RadioList
        name="trainingProgram"
        legend={t('trainingLegend')}
        defaultValue={stated?.trainingProgram ?? ''}
        options={choices.map(({ id, title, provider, description }) => ({
          value: id,
          label: t('trainingOf', { title, provider }),
          ...(description === undefined ? {} : { hint: description }),
        }))}
      />
      <DateFields name="completedOn" legend={t('trainingOn')} defaultValue={stated?.completedOn ?? ''} />
      <ButtonRow>
        <SubmitButton>{t('saveTraining')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};
