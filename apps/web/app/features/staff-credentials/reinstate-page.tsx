import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/reinstate-page';
import { actWithReason } from './act-on-credential.ts';
import { credentialHead } from './credential.ts';
import { messages } from './messages.ts';
import { ReasonForm } from './reason-form.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  return {
    base: place.base,
    head: await credentialHead(inside.api, place, args.params.credentialId, inside.request.id),
  };
});

export const action = act((args: Route.ActionArgs, { api }) =>
  actWithReason(args, (reason, form) =>
    api.credentialing.reinstateCredential({ credentialId: args.params.credentialId, reason }, once(form)),
  ),
);

export default function ReinstatePage({ loaderData: { base, head }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { id, number, holderName: name } = head;
  return (
    <Page
      title={t('reinstateTitle', { number })}
      lead={t('actLead', { name })}
      back={<BackLink to={`${base}/credentials/${id}`}>{t('backToCredential')}</BackLink>}
      problem={actionData}
    >
      <p>{t('reinstateEffect')}</p>
      <ReasonForm button={t('reinstateButton')} />
    </Page>
  );
}
