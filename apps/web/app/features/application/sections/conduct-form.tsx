import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { useText } from '../../../text/use-text.ts';
import { ConductArticles } from './conduct-articles.tsx';
import { claimFor } from './entries.ts';
import type { SectionData } from './load-section.ts';
import { SavedAt } from './saved-at.tsx';
import { messages } from './section-messages.ts';

/** The code of conduct, to be read and signed. */
export const ConductForm = ({ candidacy, program, section }: SectionData) => {
  const t = useText(messages);
  const id = section.slug;
  const claim = claimFor(candidacy, id);
  const signedName = claim?.kind === 'attestation' ? claim.signedName : '';
  return (
    <>
      <p>{t('conductLead', { version: program.codeOfConduct.version })}</p>
      <ConductArticles program={program} />
      <ActForm>
        <Field
          name="signedName"
          label={t('signature')}
          hint={t('signatureHint', { name: candidacy.candidate.name })}
          autoComplete="name"
          width="medium"
          defaultValue={signedName}
        />
        <ButtonRow>
          <SubmitButton>{t('signConduct')}</SubmitButton>
          <SavedAt candidacy={candidacy} requirement={id} />
        </ButtonRow>
      </ActForm>
    </>
  );
};
