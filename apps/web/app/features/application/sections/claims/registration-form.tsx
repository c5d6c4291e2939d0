import { applies, MissingCircumstanceError, type Program, quote, type Standing } from '@testamur/program';
import { useDocument } from '../../../../document/document-context.ts';
import { ActForm } from '../../../../forms/act-form.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { formatMoney } from '../../../../parts/format-money.ts';
import { LinkButton } from '../../../../parts/link-button.tsx';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import { candidacyPath } from '../../candidacy.ts';
import { claimFor } from '../entries/entries.ts';
import type { SectionData } from '../load-section.ts';
import { findLine } from '../sections.ts';
import { messages } from './claim-messages.ts';

/** What registering costs, taxes included; undefined while that is not known. */
const registrationFee = (program: Program, { at, payerClass, region, track }: Standing) => {
  const place = { ...(region === undefined ? {} : { region }), ...(track === undefined ? {} : { track }) };
  const fees = program.fees
    .filter((fee) => fee.kind === 'registration' && applies(fee, place) !== false)
    .map(({ id }) => ({ fee: id }));
  try {
    const { totalMinor: amountMinor, currency } = quote(program, { payerClass, at, ...place, fees });
    return { amountMinor, currency };
  } catch (error) {
    if (error instanceof MissingCircumstanceError) return undefined;
    throw error;
  }
};

/** Registering is one act; what follows is its fee. */
export const RegistrationForm = ({
  candidacy,
  program,
  section,
  nextPath,
}: SectionData & { readonly nextPath: string }) => {
  const t = useText(messages);
  const say = useSay();
  const { locale } = useDocument();
  const { standing, organizationName } = candidacy;
  const line = findLine(standing, section.slug);
  const owed = standing.owed.find(({ fee }) =>
    program.fees.some(({ id, kind }) => id === fee && kind === 'registration'),
  );
  if (claimFor(candidacy, section.slug) !== undefined) {
    return (
      <>
        {line && <p>{say(line.why.reason)}</p>}
        <ButtonRow>
          {owed && <LinkButton to={candidacyPath(candidacy.id, '/fees')}>{t('toFees')}</LinkButton>}
          <LinkButton to={nextPath} weight={owed ? 'other' : 'main'}>
            {t('continue')}
          </LinkButton>
        </ButtonRow>
      </>
    );
  }
  const fee = registrationFee(program, standing);
  return (
    <ActForm>
      <p>{t('registerLead', { organization: organizationName })}</p>
      {fee && (
        <p>{fee.amountMinor === 0 ? t('registerFree') : t('registerFee', { amount: formatMoney(fee, locale) })}</p>
      )}
      <ButtonRow>
        <SubmitButton>{t('registerNow')}</SubmitButton>
      </ButtonRow>
    </ActForm>
  );
};
