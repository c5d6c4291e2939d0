import { documentVersion, type Program, type RequirementOf } from '@testamur/program';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { Field } from '../../../../parts/field.tsx';
import { useText } from '../../../../text/use-text.ts';
import { claimFor } from '../entries/entries.ts';
import type { SectionData } from '../load-section.ts';
import { SavedAt } from '../saved-at.tsx';
import { messages } from './claim-messages.ts';
import { ConductArticles } from './conduct-articles.tsx';
import { Prose } from './prose.tsx';

/** The text of an agreement, or the articles of the code of conduct. */
const Paper = ({ program, document }: { program: Program; document: string }) => {
  if (document === 'code-of-conduct') return <ConductArticles program={program} />;
  return <Prose text={program.agreements?.find(({ id }) => id === document)?.text ?? ''} />;
};

interface SignFormProps extends SectionData {
  requirement: RequirementOf<'attestation'>;
}

/** A paper to be read and signed. */
export const SignForm = ({ candidacy, program, requirement }: SignFormProps) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  const signedName = claim?.kind === 'attestation' ? claim.signedName : '';
  return (
    <>
      <p>{t('signLead', { version: documentVersion(program, requirement) })}</p>
      <Paper program={program} document={requirement.document} />
      <ActForm>
        <SignatureField name={candidacy.candidate.name} signedName={signedName} />
        <ButtonRow>
          <SubmitButton>{t('signAndContinue')}</SubmitButton>
          <SavedAt candidacy={candidacy} requirement={requirement.id} />
        </ButtonRow>
      </ActForm>
    </>
  );
};

interface ConsentFormProps extends SectionData {
  requirement: RequirementOf<'background-check'>;
}

/** Consent to a check that the organization has made. */
export const ConsentForm = ({ candidacy, requirement }: ConsentFormProps) => {
  const t = useText(messages);
  const claim = claimFor(candidacy, requirement.id);
  const signedName = claim?.kind === 'background-check' ? claim.signedName : '';
  return (
    <>
      <h2>{t('consentTitle')}</h2>
      <Prose text={requirement.consent} />
      <p>{t('consentWho', { organization: candidacy.organizationName })}</p>
      <ActForm>
        <SignatureField name={candidacy.candidate.name} signedName={signedName} />
        <ButtonRow>
          <SubmitButton>{t('consentAndContinue')}</SubmitButton>
          <SavedAt candidacy={candidacy} requirement={requirement.id} />
        </ButtonRow>
      </ActForm>
    </>
  );
};

const SignatureField = ({ name, signedName }: { name: string; signedName: string }) => {
  const t = useText(messages);
  return (
    <Field
      name="signedName"
      label={t('signature')}
      hint={t('signatureHint', { name })}
      autoComplete="name"
      width="medium"
      defaultValue={signedName}
    />
  );
};
