import { Button } from '@mantine/core';
import { load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import type { Route } from './+types/letter-page';
import { messages } from './messages.ts';

export const loader = load(({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  api.credentialing.getCredential({ credentialId }),
);

/** To whom the letter of verification is. */
export default function LetterPage({ loaderData: { id, title, state } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('letterTitle')}
      lead={t('letterLead')}
      back={<BackLink to={`/me/credentials/${id}`}>{title}</BackLink>}
    >
      {!isInForce(state) && <p>{t('letterNotInForce')}</p>}
      <form action={`/me/credentials/${id}/letter.pdf`}>
        <Field name="addressee" label={t('addressee')} hint={t('addresseeHint')} optional width="medium" />
        <ButtonRow>
          <Button type="submit">{t('makeLetter')}</Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
