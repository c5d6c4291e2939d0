import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/compromise-page';
import { loadCompromise } from './load-keys.ts';
import { messages } from './messages.ts';
import { CompromiseNote } from './pending-note.tsx';
import { RequestForm } from './request-form.tsx';
import { sendRequest } from './send-request.ts';

export const loader = load((args: Route.LoaderArgs, inside) => loadCompromise(args, inside));

export const action = act((args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { keyId } = args.params;
  return sendRequest(args.request, `${base}/keys/${keyId}`, ({ fingerprint, reason, form }) =>
    inside.api.issuers.reportKeyCompromise({ organization, keyId, fingerprint, reason }, once(form)),
  );
});

export default function CompromisePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { key, signed, path, personId } = loaderData;
  const { fingerprint, state, compromiseRequest } = key;
  return (
    <Page
      title={t('compromiseTitle')}
      lead={t('compromiseLead', { fingerprint })}
      back={<BackLink to={path}>{t('backToKey')}</BackLink>}
      problem={actionData}
    >
      {compromiseRequest && (
        <CompromiseNote
          request={compromiseRequest}
          fingerprint={fingerprint}
          viewerId={personId}
          decideAt={`${path}/withdrawal`}
        />
      )}
      {state === 'compromised' && (
        <Note title={t('noRequest')}>
          <p>{t('means.compromised')}</p>
        </Note>
      )}
      {!compromiseRequest && state !== 'compromised' && (
        <>
          <p>{t(`compromiseEffect.${state}`)}</p>
          {state !== 'next' && <p>{t('compromiseNumbers', { signed })}</p>}
          <RequestForm fingerprint={fingerprint} button={t('compromiseButton')} />
        </>
      )}
    </Page>
  );
}
