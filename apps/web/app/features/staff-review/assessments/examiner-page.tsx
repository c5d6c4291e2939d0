import { findAssessment, isRated, isSession } from '@testamur/program';
import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import type { Route } from './+types/examiner-page';
import { messages } from './messages.ts';
import { PanelList } from './panel-list.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  const { candidacyId, assessmentId } = args.params;
  const [{ candidacy, program }, { examiners, panel }] = await Promise.all([
    loadCandidacy(inside.api, candidacyId),
    inside.api.scheduling.listExaminers({ candidacyId, assessmentId }),
  ]);
  const assessment = findAssessment(program, assessmentId);
  const { standing } = candidacy;
  const state = standing.assessments.find((one) => one.assessment === assessmentId)?.state;
  const meets = assessment !== undefined && isRated(assessment) && isSession(assessment);
  return {
    path: `${base}/candidacies/${candidacyId}`,
    name: candidacy.candidate.name,
    number: candidacy.number,
    assessment: assessment?.title ?? '',
    examiners,
    panel,
    meets,
    // A portfolio waits for its result; the examiners of a session are asked before it is held, too.
    waits:
      panel.missing > 0 && (state === 'waiting-for-result' || (meets && (state === 'open' || state === 'under-way'))),
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  const personId = form.get('personId');
  if (typeof personId !== 'string') {
    return invalidForm(form, [{ name: 'personId', message: t('chooseExaminer') }]);
  }
  const { candidacyId, assessmentId } = params;
  const isRelease = form.get('act') === 'release';
  const reason = String(form.get(fieldOf('reason', personId)) ?? '').trim();
  if (isRelease && reason.length < 3) {
    return invalidForm(form, [{ name: fieldOf('reason', personId), message: t('enterReleaseReason') }]);
  }
  try {
    if (isRelease) {
      await api.scheduling.releaseExaminer({ candidacyId, assessmentId, personId, reason }, once(form));
      throw redirect(url.pathname);
    }
    await api.scheduling.assignExaminer({ candidacyId, assessmentId, personId }, once(form));
  } catch (error) {
    if (error instanceof Response) throw error;
    return refusedAct(form, error);
  }
  const { panel } = await api.scheduling.listExaminers({ candidacyId, assessmentId });
  // Back to the candidacy once the panel is whole; until then the next examiner is chosen here.
  throw redirect(panel.missing > 0 ? url.pathname : url.pathname.replace(/\/examiner\/[^/]+$/, ''));
});

export default function ExaminerPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { examiners, name, number, assessment } = data;
  const free = examiners.filter(({ conflict, state }) => conflict === undefined && state === undefined);
  const barred = examiners.filter(({ conflict, state }) => conflict !== undefined && state === undefined);
  return (
    <Page
      title={t('examinerTitle', { assessment })}
      lead={t('lead', { name, number })}
      back={<BackLink to={data.path}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <p>{t('panel', data.panel)}</p>
      <PanelList examiners={examiners} />
      {!data.waits && data.panel.missing > 0 && (
        <Note title={t('nothing')}>
          <p>{t('nothingDetail')}</p>
        </Note>
      )}
      {data.waits && free.length === 0 && (
        <Note title={t('nobody')}>
          <p>{t('nobodyDetail')}</p>
        </Note>
      )}
      {data.waits && free.length > 0 && (
        <ActForm>
          <RadioList
            name="personId"
            legend={t('examiner')}
            hint={t(data.meets ? 'meets' : 'blind')}
            options={free.map((each) => ({
              value: each.personId,
              label: each.name,
              hint: t('open', { count: each.openRatings }),
            }))}
          />
          <SubmitButton>{t('assign')}</SubmitButton>
        </ActForm>
      )}
      {barred.length > 0 && (
        <>
          <h2>{t('cannot')}</h2>
          <ul>
            {barred.map((each) => (
              <li key={each.personId}>{t('cannotWhy', { name: each.name, why: each.conflict ?? '' })}</li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
