import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/rotation-page';
import { AnswerForm } from './answer-form.tsx';
import { loadRotation } from './load-keys.ts';
import { messages } from './messages.ts';
import { RotationNote } from './pending-note.tsx';
import { sendAnswer } from './send-request.ts';

export const loader = load((args: Route.LoaderArgs, inside) => loadRotation(args, inside));

export const action = act((args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return sendAnswer(args.request, `${base}/keys`, (confirm, form) =>
    inside.api.issuers.confirmKeyRotation({ organization, confirm }, once(form)),
  );
});

/** The second person reads what the first one asked for, and confirms it or turns it down. */
export default function RotationPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { list, credentials, path, personId } = loaderData;
  const { rotationRequest, waitMinutes: minutes } = list;
  return (
    <Page title={t('rotationTitle')} back={<BackLink to={path}>{t('back')}</BackLink>} problem={actionData}>
      {rotationRequest ? (
        <>
          <RotationNote request={rotationRequest} viewerId={personId} deciding />
          <p>{t('rotationEffect', { minutes })}</p>
          <p>{t('rotateNumbers', { credentials })}</p>
          {rotationRequest.requestedById !== personId && (
            <AnswerForm confirm={t('confirmRotation')} turnDown={t('turnDown')} />
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
