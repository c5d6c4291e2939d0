import type { RequirementOf } from '@testamur/program';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { DateFields } from '../../../../parts/date-fields.tsx';
import { Field } from '../../../../parts/field.tsx';
import { RadioList } from '../../../../parts/radio-list.tsx';
import { useText } from '../../../../text/use-text.ts';
import { claimFor } from '../entries/entries.ts';
import { FilesField } from '../files-field.tsx';
import type { SectionData } from '../load-section.ts';
import { SavedAt } from '../saved-at.tsx';
import { messages } from './claim-messages.ts';

/** The date of birth, and why it is asked. */
export const AgeForm = ({ candidacy, requirement }: SectionData & { requirement: RequirementOf<'age'> }) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  return (
    <ActForm>
      <DateFields
        name="bornOn"
        legend={t('bornOn')}
        hint={t('bornOnHint')}
        large
        defaultValue={claim?.kind === 'age' ? claim.bornOn : ''}
      />
      <ButtonRow>
        <SubmitButton>{t('saveAndContinue')}</SubmitButton>
        <SavedAt candidacy={candidacy} requirement={requirement.id} />
      </ButtonRow>
    </ActForm>
  );
};

/** A credential of the same body or of another that has to be in force. */
export const HeldForm = ({
  candidacy,
  program,
  requirement,
}: SectionData & { requirement: RequirementOf<'credential'> }) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  const held = claim?.kind === 'credential' ? claim : undefined;
  const choices = (program.credentials ?? []).filter(({ id }) => requirement.credentials.includes(id));
  return (
    <ActForm files>
      <RadioList
        name="credential"
        legend={t('heldLegend')}
        defaultValue={held?.credential ?? (choices.length === 1 ? (choices[0]?.id ?? '') : '')}
        options={choices.map(({ id, label, description }) => ({
          value: id,
          label,
          ...(description === undefined ? {} : { hint: description }),
        }))}
      />
      <Field
        name="number"
        label={t('heldNumber')}
        hint={t('heldNumberHint')}
        width="medium"
        autoComplete="off"
        defaultValue={held?.number ?? ''}
      />
      <DateFields
        name="validUntil"
        legend={t('heldUntilLabel')}
        hint={t('heldUntilHint')}
        optional
        defaultValue={held?.validUntil ?? ''}
      />
      <FilesField
        candidacyId={candidacy.id}
        known={candidacy.files}
        chosen={held?.fileIds ?? []}
        most={5}
        proof={requirement.evidence.map(({ title }) => title).join(', ')}
      />
      <ButtonRow>
        <SubmitButton>{t('saveAndContinue')}</SubmitButton>
        <SavedAt candidacy={candidacy} requirement={requirement.id} />
      </ButtonRow>
    </ActForm>
  );
};
