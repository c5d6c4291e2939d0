import { credentialTerm } from '@testamur/program';
import { redirect } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Field } from '../../../parts/field.tsx';
import { formatInstant } from '../../../parts/format-time.ts';
import { Page } from '../../../parts/page.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { Note } from '../../../staff/note.tsx';
import { holds, staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import type { Route } from './+types/decision-page';
import { BasisTable } from './basis-table.tsx';
import { conflictOf } from './conflict.ts';
import { ConflictNote } from './conflict-note.tsx';
import { messages } from './messages.ts';
import { refusedDecision } from './refused-decision.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { candidacy, program, now } = await loadCandidacy(inside.api, args.params.candidacyId);
  const { standing, candidate, number, programTitle, edition, id } = candidacy;
  const conflict = conflictOf('decision', candidacy, place);
  const namesake = args.url.searchParams.has('namesake') && conflict !== 'ownConflict';
  return {
    path: `${place.base}/candidacies/${id}`,
    readerName: place.name,
    name: candidate.name,
    number,
    programTitle,
    edition,
    standing: { steps: standing.steps, assessments: standing.assessments, listed: standing.listed },
    waits: standing.next.some(({ kind }) => kind === 'record-decision'),
    decides: holds(place, 'program-manager'),
    isByRule: program.decision?.by === 'rule',
    conflict: namesake ? undefined : conflict,
    until: credentialTerm(program, now).validUntil,
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  const outcome = form.get('outcome');
  const reason = String(form.get('reason') ?? '').trim();
  const errors = [
    ...(outcome === 'certify' || outcome === 'refuse' ? [] : [{ name: 'outcome', message: t('chooseOutcome') }]),
    ...(reason.length < 3 ? [{ name: 'reason', message: t('enterReason') }] : []),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  const { candidacyId } = params;
  try {
    const decided = outcome === 'certify' ? 'certify' : 'refuse';
    await api.credentialing.recordDecision({ candidacyId, outcome: decided, reason }, once(form));
  } catch (error) {
    return refusedDecision(form, error);
  }
  throw redirect(url.pathname.replace(/\/decision$/, ''));
});

export default function DecisionPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale, zone } = useDocument();
  const { name, number, path, standing } = data;
  const said = actionData && 'conflict' in actionData ? actionData.conflict : undefined;
  const problem = actionData && 'errors' in actionData ? actionData : undefined;
  const until = formatInstant(data.until, { locale, zone, show: 'day' });
  const listed = standing.listed ? t('willBeListed', { name }) : t('notListed', { name });
  const form = (
    <ActForm>
      <RadioList
        name="outcome"
        legend={t('outcome')}
        options={[
          { value: 'certify', label: t('certify'), hint: t('certifyEffect', { until, listed }) },
          { value: 'refuse', label: t('refuse'), hint: t('refuseEffect', { name }) },
        ]}
      />
      <Field name="reason" label={t('reason')} hint={t('reasonHint', { name })} lines={4} />
      <SubmitButton>{t('record')}</SubmitButton>
    </ActForm>
  );
  const conflicts = said !== undefined || data.conflict !== undefined;
  return (
    <Page
      title={t('decisionTitle', { name })}
      lead={t('decisionLead', { title: data.programTitle, edition: data.edition, number })}
      back={<BackLink to={path}>{t('back')}</BackLink>}
      problem={problem}
    >
      <BasisTable standing={standing} />
      {data.isByRule && (
        <Note title={t('byRuleTitle')}>
          <p>{t('byRule')}</p>
        </Note>
      )}
      {!data.waits && !data.isByRule && (
        <Note title={t('nothingTitle')}>
          <p>{t('nothing')}</p>
        </Note>
      )}
      {data.waits && !data.isByRule && !data.decides && <Note title={t('readOnly')} />}
      {data.waits &&
        !data.isByRule &&
        data.decides &&
        (conflicts ? <ConflictNote conflict={data.conflict} said={said} name={data.readerName} /> : form)}
    </Page>
  );
}
