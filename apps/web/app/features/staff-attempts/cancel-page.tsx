import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { refuse } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { staffPlace } from '../../staff/place.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/cancel-page';
import { allAttempts } from './attempts.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const attempts = await allAttempts(inside.api, organization);
  const attempt = attempts.find(({ attemptId }) => attemptId === args.params.attemptId);
  if (!attempt) throw refuse(404, { code: 'web.not-found', message: '', requestId: inside.request.id });
  return { base, attempt };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '').trim();
  if (reason.length < 3) {
    return invalidForm(form, [{ name: 'reason', message: textIn(localeOf(request), messages)('enterReason') }]);
  }
  try {
    await api.delivery.cancelAttempt({ attemptId: params.attemptId, reason }, once(form));
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(url.pathname.replace(/\/[^/]+\/cancel$/, ''));
});

export default function CancelPage({ loaderData: { base, attempt }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { candidateName: name, abbreviation, answered, items } = attempt;
  return (
    <Page
      title={t('cancelTitle', { name })}
      lead={t('cancelLead', { abbreviation, answered, items })}
      back={<BackLink to={`${base}/attempts`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <p>{t('cancelEffect')}</p>
      <ActForm>
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} lines={3} />
        <SubmitButton weight="grave">{t('cancelButton')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
