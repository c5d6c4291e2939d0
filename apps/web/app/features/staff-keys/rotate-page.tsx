import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { Time } from '../../parts/time.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/rotate-page';
import { loadRotation } from './load-keys.ts';
import { messages } from './messages.ts';
import { RotationNote } from './pending-note.tsx';
import { RequestForm } from './request-form.tsx';
import { sendRequest } from './send-request.ts';

export const loader = load((args: Route.LoaderArgs, inside) => loadRotation(args, inside));

export const action = act((args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return sendRequest(args.request, `${base}/keys`, ({ fingerprint, reason, form }) => {
    const algorithm = form.get('algorithm') === 'P-256' ? 'P-256' : 'Ed25519';
    return inside.api.issuers.requestKeyRotation({ organization, fingerprint, algorithm, reason }, once(form));
  });
});

export default function RotatePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { list, credentials, path, personId } = loaderData;
  const { keys, rotationRequest, waitMinutes: minutes } = list;
  const current = keys.find(({ state }) => state === 'current');
  const next = keys.find(({ state }) => state === 'next');
  const back = <BackLink to={path}>{t('back')}</BackLink>;
  if (rotationRequest || next || !current) {
    return (
      <Page title={t('rotateTitle')} back={back} problem={actionData}>
        {rotationRequest && (
          <RotationNote request={rotationRequest} viewerId={personId} decideAt={`${path}/rotation`} />
        )}
        {next && (
          <Note title={t('underWay')}>
            <p>{t.rich('underWayDetail', { time: <Time key="time" at={next.activatesAt} /> })}</p>
          </Note>
        )}
        {keys.length === 0 && (
          <Note title={t('noKey')}>
            <p>{t('noKeyDetail')}</p>
          </Note>
        )}
      </Page>
    );
  }
  const { fingerprint } = current;
  return (
    <Page title={t('rotateTitle')} lead={t('rotateLead', { fingerprint })} back={back} problem={actionData}>
      <p>{t('rotateEffect', { minutes })}</p>
      <p>{t('rotateNumbers', { credentials })}</p>
      <RequestForm fingerprint={fingerprint} button={t('rotateButton')}>
        <RadioList
          name="algorithm"
          legend={t('newAlgorithm')}
          defaultValue={current.algorithm}
          options={[
            { value: 'Ed25519', label: t('ed25519'), hint: t('ed25519Hint') },
            { value: 'P-256', label: t('p256'), hint: t('p256Hint') },
          ]}
        />
      </RequestForm>
    </Page>
  );
}
