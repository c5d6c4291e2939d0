import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/withdrawal-page';
import { AnswerForm } from './answer-form.tsx';
import { loadCompromise } from './load-keys.ts';
import { messages } from './messages.ts';
import { CompromiseNote } from './pending-note.tsx';
import { sendAnswer } from './send-request.ts';

export const loader = load((args: Route.LoaderArgs, inside) => loadCompromise(args, inside));

export const action = act((args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { keyId } = args.params;
  return sendAnswer(args.request, `${base}/keys/${keyId}`, (confirm, form) =>
    inside.api.issuers.confirmKeyCompromise({ organization, keyId, confirm }, once(form)),
  );
});

/** The second person reads the report, and withdraws the key or turns the report down. */
export default function WithdrawalPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { key, signed, path, personId } = loaderData;
  const { fingerprint, state, compromiseRequest } = key;
  return (
    <Page title={t('withdrawalTitle')} back={<BackLink to={path}>{t('backToKey')}</BackLink>} problem={actionData}>
      {compromiseRequest ? (
        <>
          <CompromiseNote request={compromiseRequest} fingerprint={fingerprint} viewerId={personId} deciding />
          <p>{t('withdrawalEffect')}</p>
          {state !== 'next' && <p>{t('compromiseNumbers', { signed })}</p>}
          {compromiseRequest.requestedById !== personId && (
            <AnswerForm confirm={t('confirmWithdrawal')} turnDown={t('turnDownReport')} />
          )}
        </>
      ) : (
        <Note title={t('noRequest')}>
          <p>{t('noRequestDetail')}</p>
        </Note>
      )}
    </Page>
  );
}
