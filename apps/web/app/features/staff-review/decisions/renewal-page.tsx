import { credentialTerm } from '@testamur/program';
import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Facts } from '../../../parts/facts.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { Status } from '../../../parts/status.tsx';
import { Time } from '../../../parts/time.tsx';
import { Note } from '../../../staff/note.tsx';
import { holds, staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import { RenewalFigures } from '../sections/renewal-figures.tsx';
import type { Route } from './+types/renewal-page';
import { conflictOf } from './conflict.ts';
import { ConflictNote } from './conflict-note.tsx';
import { messages } from './messages.ts';
import { refusedDecision } from './refused-decision.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { candidacy, program, now } = await loadCandidacy(inside.api, args.params.candidacyId);
  const { standing, candidate, number, programTitle, edition, id } = candidacy;
  const conflict = conflictOf('renewal', candidacy, place);
  const namesake = args.url.searchParams.has('namesake') && conflict !== 'ownConflict';
  const { credential, renewal } = standing;
  return {
    path: `${place.base}/candidacies/${id}`,
    readerName: place.name,
    name: candidate.name,
    number,
    programTitle,
    edition,
    credential,
    renewal,
    waits: standing.next.some(({ kind }) => kind === 'approve-renewal'),
    decides: holds(place, 'program-manager'),
    conflict: namesake ? undefined : conflict,
    term: credential && credentialTerm(program, now, credential),
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '').trim();
  if (reason.length < 3) {
    const t = textIn(localeOf(request), messages);
    return invalidForm(form, [{ name: 'reason', message: t('enterReason') }]);
  }
  try {
    await api.renewals.approveRenewal({ candidacyId: params.candidacyId, reason }, once(form));
  } catch (error) {
    return refusedDecision(form, error);
  }
  throw redirect(url.pathname.replace(/\/renewal$/, ''));
});

export default function RenewalPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { name, path, credential, renewal, term } = data;
  const said = actionData && 'conflict' in actionData ? actionData.conflict : undefined;
  const problem = actionData && 'errors' in actionData ? actionData : undefined;
  const conflicts = said !== undefined || data.conflict !== undefined;
  const effect = term && (
    <p>
      {t.rich('approveEffect', {
        from: <Time key="from" at={term.validFrom} show="day" />,
        until: <Time key="until" at={term.validUntil} show="day" />,
      })}
    </p>
  );
  return (
    <Page
      title={t('renewalTitle', { name })}
      lead={t('decisionLead', { title: data.programTitle, edition: data.edition, number: data.number })}
      back={<BackLink to={path}>{t('back')}</BackLink>}
      problem={problem}
    >
      {credential && renewal && (
        <Facts
          facts={[
            { label: t('credential'), value: <Status of="credential" is={credential.status} /> },
            ...(renewal.hoursNeeded > 0
              ? [
                  {
                    label: t('hours'),
                    value: t('hoursOf', { accepted: renewal.hoursAccepted, needed: renewal.hoursNeeded }),
                  },
                ]
              : []),
            { label: t('cycle'), value: t('cycleNumber', { cycle: renewal.cycle }) },
          ]}
        />
      )}
      {renewal && <RenewalFigures renewal={renewal} />}
      {!data.waits && (
        <Note title={t('nothingTitle')}>
          <p>{t('renewalNothing')}</p>
        </Note>
      )}
      {data.waits && !data.decides && <Note title={t('readOnly')} />}
      {data.waits && data.decides && conflicts && (
        <ConflictNote conflict={data.conflict} said={said} name={data.readerName} />
      )}
      {data.waits && data.decides && !conflicts && (
        <>
          {effect}
          <ActForm>
            <Field name="reason" label={t('reason')} hint={t('reasonHint', { name })} lines={3} />
            <SubmitButton>{t('approve')}</SubmitButton>
          </ActForm>
        </>
      )}
    </Page>
  );
}
