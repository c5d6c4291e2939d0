import { findAssessment } from '@testamur/program';
import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DateFields } from '../../../parts/date-fields.tsx';
import { readDate } from '../../../parts/date-parts.ts';
import { Field } from '../../../parts/field.tsx';
import { formatDate } from '../../../parts/format-time.ts';
import { Page } from '../../../parts/page.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import type { Route } from './+types/again-page';
import { endOf } from './end-of.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  const { candidacyId, assessmentId } = args.params;
  const { candidacy, program } = await loadCandidacy(inside.api, candidacyId);
  return {
    path: `${base}/candidacies/${candidacyId}`,
    name: candidacy.candidate.name,
    number: candidacy.number,
    assessment: findAssessment(program, assessmentId)?.title ?? '',
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const locale = localeOf(request);
  const t = textIn(locale, messages);
  const until = readDate(form, 'until');
  const reason = String(form.get('reason') ?? '').trim();
  const example = formatDate('2027-09-30', locale);
  const errors = [
    ...(until.ok ? [] : [{ name: 'until', message: t('againEnterDate', { example }) }]),
    ...(reason.length < 3 ? [{ name: 'reason', message: t('againEnterReason') }] : []),
  ];
  if (!until.ok || errors.length > 0) return invalidForm(form, errors);
  const { candidacyId, assessmentId } = params;
  try {
    const authorized = { candidacyId, assessmentId, until: endOf(until.date), reason };
    await api.scheduling.authorizeAgain(authorized, once(form));
  } catch (error) {
    return refusedAct(form, error, (path) => (path === '' ? 'until' : path));
  }
  throw redirect(url.pathname.replace(/\/again\/[^/]+$/, ''));
});

export default function AgainPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('againTitle', { assessment: data.assessment })}
      lead={t('againLead', { name: data.name, number: data.number })}
      back={<BackLink to={data.path}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <p>{t('againEffect')}</p>
      <ActForm>
        <DateFields name="until" legend={t('until')} hint={t('againUntilHint')} />
        <Field name="reason" label={t('reason')} hint={t('againReasonHint')} lines={2} />
        <SubmitButton>{t('again')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
