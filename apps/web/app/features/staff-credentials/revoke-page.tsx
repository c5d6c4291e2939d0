import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/revoke-page';
import { actWithReason } from './act-on-credential.ts';
import { credentialHead } from './credential.ts';
import { messages } from './messages.ts';
import { PendingNote } from './pending-note.tsx';
import { ReasonForm } from './reason-form.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  return {
    base: place.base,
    head: await credentialHead(inside.api, place, args.params.credentialId, inside.request.id),
  };
});

export const action = act((args: Route.ActionArgs, { api }) =>
  actWithReason(args, (reason, form) => {
    const number = String(form.get('number') ?? '').trim();
    const asked = { credentialId: args.params.credentialId, number, reason };
    return api.credentialing.requestRevocation(asked, once(form));
  }),
);

export default function RevokePage({ loaderData: { base, head }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, number, holderName: name } = head;
  return (
    <Page
      title={t('revokeTitle', { number })}
      lead={t('actLead', { name })}
      back={<BackLink to={`${base}/credentials/${id}`}>{t('backToCredential')}</BackLink>}
      problem={actionData}
    >
      {head.revocationPending ? (
        <PendingNote request={head.request} decideAt={`${base}/credentials/${id}/revocation`} />
      ) : (
        <>
          <p>{t('revokeEffect')}</p>
          <ReasonForm button={t('revokeButton')} grave>
            <Field name="number" label={t('typed')} hint={number} width="medium" autoComplete="off" />
          </ReasonForm>
        </>
      )}
    </Page>
  );
}
