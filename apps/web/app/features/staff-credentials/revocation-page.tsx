import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/revocation-page';
import { credentialHead } from './credential.ts';
import { messages } from './messages.ts';
import { PendingNote } from './pending-note.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  return {
    base: place.base,
    head: await credentialHead(inside.api, place, args.params.credentialId, inside.request.id),
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const confirm = form.get('act') === 'confirm';
  try {
    await api.credentialing.confirmRevocation({ credentialId: params.credentialId, confirm }, once(form));
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(url.pathname.replace(/\/revocation$/, ''));
});

/** The second person reads what the first one asked for, and confirms it or turns it down. */
export default function RevocationPage({ loaderData: { base, head }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, number, holderName: name, validUntil } = head;
  return (
    <Page
      title={t('revocationTitle', { number })}
      lead={t.rich('revocationLead', { name, until: <Time key="until" at={validUntil} show="day" /> })}
      back={<BackLink to={`${base}/credentials/${id}`}>{t('backToCredential')}</BackLink>}
      problem={actionData}
    >
      {head.revocationPending ? (
        <>
          <PendingNote request={head.request} />
          <p>{t('confirmEffect')}</p>
          <ActForm>
            <ButtonRow>
              <SubmitButton name="act" value="confirm" weight="grave">
                {t('confirm')}
              </SubmitButton>
              <SubmitButton name="act" value="turn-down" weight="other">
                {t('turnDown')}
              </SubmitButton>
            </ButtonRow>
          </ActForm>
        </>
      ) : (
        <Note title={t('noRequest')} />
      )}
    </Page>
  );
}
