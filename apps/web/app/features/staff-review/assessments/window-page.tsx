import { findAssessment } from '@testamur/program';
import { redirect } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DateFields } from '../../../parts/date-fields.tsx';
import { readDate } from '../../../parts/date-parts.ts';
import { Field } from '../../../parts/field.tsx';
import { formatDate, formatInstant } from '../../../parts/format-time.ts';
import { Page } from '../../../parts/page.tsx';
import { Time } from '../../../parts/time.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import type { Route } from './+types/window-page';
import { endOf } from './end-of.ts';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  const { candidacyId, assessmentId } = args.params;
  const [{ candidacy, program }, authorization] = await Promise.all([
    loadCandidacy(inside.api, candidacyId),
    inside.api.scheduling.getAuthorization({ candidacyId, assessmentId }),
  ]);
  return {
    path: `${base}/candidacies/${candidacyId}`,
    name: candidacy.candidate.name,
    number: candidacy.number,
    assessment: findAssessment(program, assessmentId)?.title ?? '',
    authorization,
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
    ...(until.ok ? [] : [{ name: 'until', message: t('enterDate', { example }) }]),
    ...(reason.length < 3 ? [{ name: 'reason', message: t('enterReason') }] : []),
  ];
  if (!until.ok || errors.length > 0) return invalidForm(form, errors);
  const { candidacyId, assessmentId } = params;
  try {
    const moved = { candidacyId, assessmentId, until: endOf(until.date), reason };
    await api.scheduling.extendWindow(moved, once(form));
  } catch (error) {
    return refusedAct(form, error, (path) => (path === '' ? 'until' : path));
  }
  throw redirect(url.pathname.replace(/\/window\/[^/]+$/, ''));
});

export default function WindowPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { from, until, number, attempt } = data.authorization;
  return (
    <Page
      title={t('windowTitle', { assessment: data.assessment })}
      lead={t('lead', { name: data.name, number: data.number })}
      back={<BackLink to={data.path}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <p>
        {t.rich('windowNow', { from: <Time key="from" at={from} />, until: <Time key="until" at={until} /> })}{' '}
        {t('windowNumber', { number, attempt })}
      </p>
      <ActForm>
        <DateFields
          name="until"
          legend={t('until')}
          hint={t('untilHint', { until: formatInstant(until, { locale, zone: 'UTC', show: 'day' }) })}
        />
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} lines={2} />
        <SubmitButton>{t('move')}</SubmitButton>
      </ActForm>
    </Page>
  );
}
